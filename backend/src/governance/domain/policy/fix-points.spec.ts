import fc from 'fast-check';
import { fixPlaces, fixPlacesOf } from './fix-points';

const parents = (text: string): Map<string, string[]> => {
  const map = new Map<string, string[]>();
  for (const [from = '', to = ''] of text.split(' ').map((edge) => edge.split('>'))) {
    map.set(from, map.get(from) ?? []);
    map.set(to, [...(map.get(to) ?? []), from]);
  }
  return map;
};
const reached = (...columns: string[]) => columns.map((columnId) => ({ violation: `v${columnId}`, columnId }));

it('finds the one place through which all goes, nearest to where it arrives', () => {
  const ways = parents('raw>stg stg>core core>a core>b core>c other>c');
  expect(fixPlaces(reached('a', 'b', 'c'), ways, 10)).toEqual([
    { columnId: 'core', violations: ['va', 'vb'] },
    { columnId: 'c', violations: ['vc'] },
  ]);
});

it('names every place that clears one violation, with all that each clears', () => {
  const ways = parents('raw>stg stg>core core>a core>b');
  expect(fixPlacesOf('va', reached('a', 'b'), ways)).toEqual([
    { columnId: 'core', violations: ['va', 'vb'] },
    { columnId: 'stg', violations: ['va', 'vb'] },
    { columnId: 'a', violations: ['va'] },
  ]);
  expect(fixPlacesOf('gone', reached('a', 'b'), ways)).toEqual([]);
});

it('counts no place that has a way around it, and no origin', () => {
  expect(fixPlaces(reached('end'), parents('raw>left raw>right left>end right>end'), 10)).toEqual([
    { columnId: 'end', violations: ['vend'] },
  ]);
  expect(fixPlaces(reached('raw'), parents('raw>x'), 10)).toEqual([]);
});

it('clears what it says: without the place, no origin reaches the column', () => {
  const edges = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(edges, (pairs) => {
      const ways = parents(
        pairs
          .filter(([from, to]) => from !== to)
          .map(([from, to]) => `${from}>${to}`)
          .join(' ') || '0>1',
      );
      for (const { columnId, violations } of fixPlaces(reached(...ways.keys()), ways, 20)) {
        for (const violation of violations) expect(isReached(violation.slice(1), ways, columnId)).toBe(false);
      }
    }),
  );
});

function isReached(column: string, ways: ReadonlyMap<string, readonly string[]>, without: string): boolean {
  const seen = new Set([column]);
  for (const one of seen) {
    if (one === without) continue;
    const feeders = ways.get(one) ?? [];
    if (feeders.length === 0) return true;
    feeders.forEach((feeder) => seen.add(feeder));
  }
  return false;
}
