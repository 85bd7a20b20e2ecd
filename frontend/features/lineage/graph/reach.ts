import { SIDES, type Adjacency, type Side } from './graph';
import { isClosed, type View } from './view';

/**
 * Signed hops from the focus, without stepping out of a closed side: negative for what feeds it, positive for what it
 * feeds. Assets on neither side count from the one that leads to them. What nothing leads to is absent.
 */
export function reach(beside: Adjacency, view: View): Map<string, number> {
  if (!beside.up.has(view.focus)) return new Map();
  const distances = new Map([[view.focus, 0]]);
  const ways = SIDES.map((side) => walk(beside, view, side));
  for (const [id, hops] of ways.flatMap((way) => [...way]).sort(([, a], [, b]) => Math.abs(a) - Math.abs(b))) {
    if (!distances.has(id)) distances.set(id, hops);
  }
  // A map hands out what is added while it is walked: what leads on is found in turn.
  for (const [id, hops] of distances) {
    for (const [next, step] of stepsFrom(beside, view, id)) if (!distances.has(next)) distances.set(next, hops + step);
  }
  return distances;
}

function stepsFrom(beside: Adjacency, view: View, id: string): [string, number][] {
  return SIDES.flatMap((side) => outOf(beside, view, side, id).map((next): [string, number] => [next, stepOf(side)]));
}

const stepOf = (side: Side): number => (side === 'up' ? -1 : 1);

function outOf(beside: Adjacency, view: View, side: Side, id: string): readonly string[] {
  return isClosed(view, { side, id }) ? [] : (beside[side].get(id) ?? []);
}

/** What lies on one side of the focus, nearest first. */
function walk(beside: Adjacency, view: View, side: Side): Map<string, number> {
  const found = new Map<string, number>();
  let level: readonly string[] = [view.focus];
  for (let hops = 1; level.length > 0; hops++) {
    const next = [...new Set(level.flatMap((id) => outOf(beside, view, side, id)))].filter(
      (id) => id !== view.focus && !found.has(id),
    );
    for (const id of next) found.set(id, hops * stepOf(side));
    level = next;
  }
  return found;
}
