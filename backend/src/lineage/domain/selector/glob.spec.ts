import { partsOf, wholeOf } from './glob';

const matches = (expression: string, text: string): boolean => new RegExp(expression, 'i').test(text);

it.each([
  ['fct_*', 'fct_orders', true],
  ['fct_*', 'my_fct_orders', false],
  ['stg_?', 'stg_a', true],
  ['stg_?', 'stg_ab', false],
  ['v[12]', 'v2', true],
  ['v[!1]', 'v1', false],
  ['a.b', 'axb', false],
  ['a(b', 'a(b', true],
])('%s of %s: %s', (glob, text, isMatch) => {
  expect(matches(wholeOf(glob), text)).toBe(isMatch);
});

it.each([
  ['marts', 'shop.marts.fct_orders', true],
  ['marts.fct_*', 'shop.marts.fct_orders', true],
  ['mart', 'shop.marts.fct_orders', false],
  ['daily', 's3/bucket/daily/part', true],
])('%s within %s: %s', (glob, text, isMatch) => {
  expect(matches(partsOf(glob), text)).toBe(isMatch);
});
