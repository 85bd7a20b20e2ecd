import { MAX_HOPS } from './limits';

/** An edge over which a classification passes; ids of columns. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly effect: 'KEEP' | 'PSEUDONYMISE' | 'DROP';
}

/** How what one column carries comes to another. */
export interface Origin {
  readonly columnId: string;
  /** Column ids, the origin first, the target last. */
  readonly path: readonly string[];
  /** Further ways, none of which passes a column twice; counted up to 99. */
  readonly otherPaths: number;
  /** On the shortest way a stand-in takes the value's place. */
  readonly isPseudonymised: boolean;
}

const MOST_PATHS = 100;
const MOST_STEPS = 20_000;

type Feeders = ReadonlyMap<string, readonly Way[]>;

/**
 * For each origin that reaches the target: the shortest way, of several the first in order of ids, and how many others
 * there are. Ways of more than 20 edges do not count, as in propagation. O(edges) for the ways; counting is bounded.
 */
export function originsOf(target: string, ways: readonly Way[], origins: ReadonlySet<string>): Origin[] {
  const feeders = byTarget(ways);
  const next = shortestSteps(target, feeders);
  return [...origins]
    .filter((origin) => origin !== target && next.has(origin))
    .map((columnId) => {
      const steps = stepsFrom(columnId, next);
      return {
        columnId,
        path: [columnId, ...steps.map(({ to }) => to)],
        otherPaths: countPaths(target, columnId, feeders) - 1,
        isPseudonymised: steps.some(({ effect }) => effect === 'PSEUDONYMISE'),
      };
    })
    .sort((left, right) => left.path.length - right.path.length || Number(left.columnId) - Number(right.columnId));
}

function byTarget(ways: readonly Way[]): Feeders {
  const feeders = new Map<string, Way[]>();
  for (const way of ways) {
    const known = feeders.get(way.to);
    if (known) known.push(way);
    else feeders.set(way.to, [way]);
  }
  return feeders;
}

/** By column: the first step of its shortest way to the target. Breadth-first from the target. */
function shortestSteps(target: string, feeders: Feeders): ReadonlyMap<string, Way> {
  const next = new Map<string, Way>();
  let layer = [target];
  for (let hops = 0; hops < MAX_HOPS && layer.length > 0; hops += 1) {
    const further: string[] = [];
    for (const way of layer.flatMap((column) => feeders.get(column) ?? [])) {
      if (way.from === target || next.has(way.from)) continue;
      next.set(way.from, way);
      further.push(way.from);
    }
    layer = further;
  }
  return next;
}

function stepsFrom(origin: string, next: ReadonlyMap<string, Way>): Way[] {
  const steps: Way[] = [];
  for (let way = next.get(origin); way; way = next.get(way.to)) steps.push(way);
  return steps;
}

/** Ways from an origin to the target that pass no column twice, up to `MOST_PATHS`; at least 1 where there is one. */
function countPaths(target: string, origin: string, feeders: Feeders): number {
  const passed = new Set([target]);
  let found = 0;
  let steps = 0;
  const visit = (column: string, hops: number): void => {
    for (const { from } of feeders.get(column) ?? []) {
      steps += 1;
      if (found >= MOST_PATHS || steps > MOST_STEPS) return;
      if (passed.has(from)) continue;
      if (from === origin) found += 1;
      else if (hops < MAX_HOPS) descend(from, hops);
    }
  };
  const descend = (column: string, hops: number): void => {
    passed.add(column);
    visit(column, hops + 1);
    passed.delete(column);
  };
  visit(target, 1);
  return Math.max(1, found);
}
