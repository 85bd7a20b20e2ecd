import type { Direction } from './omission';

/** One level of a breadth-first walk in one direction. */
export interface Level {
  /** New assets of the level, in order; fewer than `reached` when they did not fit the budget. */
  readonly ids: readonly string[];
  readonly reached: number;
}

/** Levels from the root (0) on; level `depth + 1`, when there, is only counted. */
export type Walk = readonly Level[];

export interface Place {
  readonly id: string;
  readonly distance: number;
  /** BOTH for the root, and for assets at the same distance on both sides. */
  readonly direction: Direction;
}

/** How many assets of the first level that was left out, or partly, lie on each side. */
export interface LeftOut {
  readonly distance: number;
  readonly upstream: number;
  readonly downstream: number;
}

export interface MergedWalk {
  /** Each asset once, nearest first. */
  readonly places: readonly Place[];
  /** The first level that did not fit the budget; null when all did. */
  readonly overBudget: LeftOut | null;
  /** The level beyond the depth; null when nothing is there, or when the budget ended the walk before. */
  readonly beyondDepth: LeftOut | null;
}

interface Side {
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly walk: Walk;
}

/**
 * One answer out of an upstream and a downstream walk from the same root: upstream ∪ downstream, never a zigzag.
 *
 * Nearest first; when a level does not fit, both sides get an even share of the room and the answer ends there.
 * A missing walk is `[]`.
 */
export function mergeWalks(root: string, upstream: Walk, downstream: Walk, depth: number, budget: number): MergedWalk {
  const sides: readonly Side[] = [
    { direction: 'UPSTREAM', walk: upstream },
    { direction: 'DOWNSTREAM', walk: downstream },
  ];
  const places = new Map<string, Place>([[root, { id: root, distance: 0, direction: 'BOTH' }]]);
  for (let distance = 1; distance <= depth; distance++) {
    const left = addLevel(places, sides, distance, budget);
    if (left) return { places: [...places.values()], overBudget: left, beyondDepth: null };
  }
  return { places: [...places.values()], overBudget: null, beyondDepth: countLevel(sides, depth + 1) };
}

/** Adds what fits of one level; says what did not, or null. */
function addLevel(
  places: Map<string, Place>,
  sides: readonly Side[],
  distance: number,
  budget: number,
): LeftOut | null {
  const fresh = sides.map(({ walk }) => (walk[distance]?.ids ?? []).filter((id) => isNew(places.get(id), distance)));
  const isCut = sides.some(({ walk }) => (walk[distance]?.reached ?? 0) > (walk[distance]?.ids.length ?? 0));
  const room = budget - places.size;
  const [up = [], down = []] = fresh;
  const shares =
    isCut || new Set([...up, ...down]).size > room ? shareOut(room, up.length, down.length) : [up.length, down.length];
  sides.forEach(({ direction }, side) => {
    for (const id of (fresh[side] ?? []).slice(0, shares[side])) place(places, id, distance, direction);
  });
  return leftOut(places, sides, distance);
}

const isNew = (known: Place | undefined, distance: number): boolean =>
  known === undefined || known.distance === distance;

function place(places: Map<string, Place>, id: string, distance: number, direction: 'UPSTREAM' | 'DOWNSTREAM'): void {
  places.set(id, { id, distance, direction: places.has(id) ? 'BOTH' : direction });
}

/** Halves of the room; what one side does not need goes to the other. */
function shareOut(room: number, upstream: number, downstream: number): [number, number] {
  const half = Math.ceil(room / 2);
  const forUpstream = Math.min(upstream, Math.max(half, room - downstream));
  return [forUpstream, Math.min(downstream, room - forUpstream)];
}

function leftOut(places: ReadonlyMap<string, Place>, sides: readonly Side[], distance: number): LeftOut | null {
  const [upstream = 0, downstream = 0] = sides.map(({ walk }) => {
    const level = walk[distance];
    return level ? level.reached - level.ids.filter((id) => places.has(id)).length : 0;
  });
  return upstream + downstream === 0 ? null : { distance, upstream, downstream };
}

function countLevel(sides: readonly Side[], distance: number): LeftOut | null {
  const [upstream = 0, downstream = 0] = sides.map(({ walk }) => walk[distance]?.reached ?? 0);
  return upstream + downstream === 0 ? null : { distance, upstream, downstream };
}
