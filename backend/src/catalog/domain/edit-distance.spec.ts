import { editDistance } from './edit-distance';

it.each([
  ['orders', 'orders', 0],
  ['ordres', 'orders', 1],
  ['orers', 'orders', 1],
  ['customer', 'costumer', 2],
  ['abc', 'xyz', 3],
  ['a', 'abcdef', 3],
])('%s and %s are %i typing errors apart, counted up to three', (one, other, expected) => {
  expect(Math.min(editDistance(one, other, 2), 3)).toBe(expected);
});
