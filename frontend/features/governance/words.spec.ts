import { attributeWords, severityTone, valueWords } from './words';

it('says values as one reads them', () => {
  expect([null, [], ['a', 'b'], true, 12, { to: 'x' }, { source: 't.c', path: [] }].map(valueWords)).toEqual([
    'not known',
    'none',
    'a, b',
    'yes',
    '12',
    '{"to":"x"}',
    'from t.c',
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
