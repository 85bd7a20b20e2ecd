import { describeVersion } from './describe-version';

const places = (...names: string[]) => names.map((name) => ({ namespace: 'n', name }));

it('names what is read and written by the first, and only changes by later ones', () => {
  const first = { inputs: places('a', 'b', 'c', 'd', 'e'), outputs: places('z') };
  const second = { inputs: places('a', 'b', 'c', 'd', 'f'), outputs: places('z') };
  expect(describeVersion(first, null)).toBe('reads a, b, c, d and 1 more, writes z');
  expect(describeVersion(second, first)).toBe('reads also f; reads no longer e');
  expect(describeVersion(first, first)).toBe('the same datasets, other columns');
});
