import type { EdgeKind } from '../../shared/vocabulary';

/** One step from an asset to the next, in the direction of the walk; internal ids. */
export interface WholeStep {
  readonly fromId: string;
  readonly toId: string;
  /** DIRECT when any source says so. */
  readonly kind: EdgeKind;
}

export interface WholeWalk {
  /** Steps on the shortest way from the root, by asset; nearest first. */
  readonly distances: ReadonlyMap<string, number>;
  /** Every step from one of them to another. */
  readonly steps: readonly WholeStep[];
  /** Assets of the first level that was left out; null when there is none. */
  readonly leftOut: { readonly reason: 'DEPTH' | 'BUDGET'; readonly distance: number; readonly count: number } | null;
}

interface Limits {
  readonly depth: number;
  readonly budget: number;
}

/**
 * Goes on over whole assets, breadth first, from where the walk over columns could not: each asset once, at its shortest
 * distance. `starts`: assets to begin with and how far each is from the root. One call of `stepsFrom` per level.
 */
export async function walkWhole(
  starts: ReadonlyMap<string, number>,
  { depth, budget }: Limits,
  stepsFrom: (assetIds: readonly string[]) => Promise<readonly WholeStep[]>,
): Promise<WholeWalk> {
  const distances = new Map<string, number>();
  const steps: WholeStep[] = [];
  let next: readonly string[] = [];
  for (let distance = 1; distance <= depth + 1; distance++) {
    const level = levelOf(distance, starts, next, distances);
    const room = distance > depth ? 0 : budget - distances.size;
    for (const id of level.slice(0, room)) distances.set(id, distance);
    if (level.length > room) {
      const reason = distance > depth ? 'DEPTH' : 'BUDGET';
      return { distances, steps: within(steps, distances), leftOut: { reason, distance, count: level.length - room } };
    }
    const taken = level.length === 0 ? [] : await stepsFrom(level);
    steps.push(...taken);
    next = taken.map(({ toId }) => toId);
  }
  return { distances, steps: within(steps, distances), leftOut: null };
}

/** What is new at a distance, in order of id. */
function levelOf(
  distance: number,
  starts: ReadonlyMap<string, number>,
  next: readonly string[],
  known: ReadonlyMap<string, number>,
): string[] {
  const begun = [...starts].flatMap(([id, at]) => (at === distance ? [id] : []));
  const fresh = new Set([...begun, ...next].filter((id) => !known.has(id)));
  return [...fresh].sort((one, other) => Number(one) - Number(other));
}

const within = (steps: readonly WholeStep[], distances: ReadonlyMap<string, number>): WholeStep[] =>
  steps.filter(({ toId }) => distances.has(toId));
