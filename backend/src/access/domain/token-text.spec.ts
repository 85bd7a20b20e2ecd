import fc from 'fast-check';
import { formatToken, parseToken } from './token-text';

const hexadecimal = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: length, maxLength: length });

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.uuid(), hexadecimal(64), fc.constantFrom('viewer', 'admin', 'ingestor'), (id, secret, kind) => {
      expect(parseToken(formatToken(kind, { id, secret }))).toEqual({ id, secret });
    }),
  );
});

it.each([
  '',
  'trib',
  'trib_admin_1_2',
  `trib_admin_${'0'.repeat(32)}_${'0'.repeat(63)}`,
  'Bearer x',
  `x_${'0'.repeat(99)}`,
])('takes no other text for a token: %s', (text) => {
  expect(parseToken(text)).toBeNull();
});
