import fc from 'fast-check';
import { NeighbourLists } from './neighbour-lists';

const TOP = 2_100; // more than two blocks of bits

/** Lists of which the last stand beside the arrays. */
function listsOf(lists: readonly (readonly number[])[]): NeighbourLists {
  const starts = new Uint32Array(TOP + 2);
  lists.forEach((list, place) => (starts[idOf(place) + 1] = list.length));
  for (let id = 1; id < starts.length; id++) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  const neighbours = new NeighbourLists(starts, Uint32Array.from(lists.flat()));
  const last = lists.length - 1;
  if (last >= 0) neighbours.replace(idOf(last), Uint32Array.from([1, ...(lists[last] ?? [])]));
  return neighbours;
}

/** Ids far apart: each block has some. */
const idOf = (place: number): number => place * 51 + 1;

function reachedFrom(root: number, neighbours: NeighbourLists): number {
  const met = new Set([root]);
  for (const id of met) for (const next of neighbours.of(id)) met.add(next);
  return met.size - 1;
}

describe('neighbour lists', () => {
  it('count what is reached, through cycles and lists that changed, whatever the order of ids', () => {
    const list = fc
      .uniqueArray(fc.nat(40).map(idOf), { maxLength: 3 })
      .map((ids) => ids.sort((one, other) => one - other));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 41 }), fc.nat(40), (lists, place) => {
        const neighbours = listsOf(lists);
        expect(neighbours.countReached(idOf(place), TOP)).toBe(reachedFrom(idOf(place), neighbours));
      }),
    );
  });
});
