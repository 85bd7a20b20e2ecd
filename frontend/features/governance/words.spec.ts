import { attributeWords, severityTone, valueWords } from './words';

it('says values as one reads them', () => {
  expect([null, [], ['a', 'b'], true, 12, { to: 'x' }].map(valueWords)).toEqual([
    'not known',
    'none',
    'a, b',
    'yes',
    '12',
    '{"to":"x"}',
  ]);
});

it('parts the words of an attribute and leaves names alone', () => {
  expect([attributeWords('isEncrypted'), attributeWords('raw_users.isMasked')]).toEqual([
    'is encrypted',
    'raw_users.is masked',
  ]);
});

it('has no colour for a severity that is none', () => {
  expect([severityTone('error'), severityTone('toString')]).toEqual(['fail', 'unknown']);
});
