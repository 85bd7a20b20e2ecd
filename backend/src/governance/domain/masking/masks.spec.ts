import * as fc from 'fast-check';
import { maskSql } from './mask-sql';
import { masked, maskEmail, maskPhone, maskSsn } from './masks';

it.each([
  ['john.doe@example.com', 'j******e@example.com'],
  ['ab@x', '**@x'],
  ['a@x', '*@x'],
  ['a@b@example.com', 'a*b@example.com'],
  ['no address', '**********'],
  ['@example.com', '************'],
  ['someone@', '********'],
  ['me@not a domain', '***************'],
  ['😀😀@x', '**@x'],
  ['', ''],
  [null, null],
])('shows of the address %p no more than %p', (value, expected) => {
  expect(maskEmail(value)).toBe(expected);
});

it.each([
  ['+1-555-123-4567', '***********4567'],
  ['555-1234', '****1234'],
  ['1234', '****'],
  ['123-456', '*******'],
  ['555-123-4567 ', '*********4567'],
  ['٠١٢٣٤٥٦٧', '********'],
  ['', ''],
  [null, null],
])('shows of the phone number %p no more than %p', (value, expected) => {
  expect(maskPhone(value)).toBe(expected);
});

it.each([
  ['123-45-6789', 'XXX-XX-6789'],
  ['123456789', 'XXX-XX-6789'],
  ['123-45-6789 ', 'XXX-XX-6789'],
  ['6789', 'XXX-XX-XXXX'],
  ['1234567890', 'XXX-XX-XXXX'],
  ['', 'XXX-XX-XXXX'],
  [null, null],
])('shows of the social security number %p no more than %p', (value, expected) => {
  expect(maskSsn(value)).toBe(expected);
});

it('never shows more than four digits of a number, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('phone' as const, 'ssn' as const), (value, mask) => {
      expect((masked(mask, value) ?? '').replace(/[^0-9]/g, '').length).toBeLessThanOrEqual(4);
    }),
  );
});

it('quotes the column in every dialect', () => {
  expect(maskSql('ssn', 'postgres', 'a"b')).toContain('cast("a""b" as text)');
  expect(maskSql('ssn', 'bigquery', 'a`b\\')).toContain('cast(`a\\`b\\\\` as string)');
});
