import fc from 'fast-check';
import { compareColumns, compareLists } from './compare-graphs';

it('tells what came, what went and what is another, in the order of the later list', () => {
  const before = [{ id: 'a' }, { id: 'b', kind: 'DIRECT' }, { id: 'c' }];
  const after = [{ id: 'd' }, { id: 'b', kind: 'INDIRECT' }, { id: 'a' }];
  const compared = compareLists<{ id: string; kind?: string }>(
    before,
    after,
    ({ id }) => id,
    (x, y) => x.kind === y.kind,
  );
  expect(compared.map(({ item, difference }) => `${item.id} ${difference}`)).toEqual([
    'd ADDED',
    'b CHANGED',
    'a UNCHANGED',
    'c REMOVED',
  ]);
});

it('tells both types of a column that changed, and leaves out what stayed', () => {
  const before = [
    { path: 'id', type: 'int' },
    { path: 'total', type: 'int' },
    { path: 'old', type: 'text' },
  ];
  const after = [
    { path: 'id', type: 'int' },
    { path: 'total', type: 'numeric' },
    { path: 'new', type: null },
  ];
  expect(compareColumns(before, after)).toEqual([
    { name: 'total', difference: 'CHANGED', typeBefore: 'int', typeAfter: 'numeric' },
    { name: 'new', difference: 'ADDED', typeBefore: null, typeAfter: null },
    { name: 'old', difference: 'REMOVED', typeBefore: 'text', typeAfter: null },
  ]);
});

it('is the reverse of itself: what one way adds the other way removes', () => {
  const lists = fc.uniqueArray(fc.nat(20));
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const told = (from: number[], to: number[], difference: string) =>
        compareLists(from, to, String, () => true)
          .filter((entry) => entry.difference === difference)
          .map(({ item }) => item)
          .sort();
      expect(told(before, after, 'ADDED')).toEqual(told(after, before, 'REMOVED'));
    }),
  );
});
