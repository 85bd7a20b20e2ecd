import { effectAfter, isWorse, type Effect, type StepKind } from './change-effect';

/** A column, or an asset of whose columns nothing is known there; by internal ids. */
export interface Place {
  /** `c` and the id of a column, or `a` and the id of an asset: unique among all. */
  readonly key: string;
  readonly assetId: string;
  readonly columnId: string | null;
}

/** One edge of the walk, from a place of the frontier. */
export interface Step extends StepKind {
  readonly fromKey: string;
  readonly to: Place;
}

export interface Reached extends Place {
  /** Edges on the shortest way from the root; at least 1. */
  readonly distance: number;
  /** The worst of all ways, not only of the shortest. */
  readonly effect: Effect;
  /** The place before it on the way that made it so bad, the nearest such way. */
  readonly viaKey: string;
}

export interface ImpactWalk {
  /** Nearest first, then in order of key; without the root. */
  readonly reached: readonly Reached[];
  /** True when `limit` ended the walk: there is more. */
  readonly isCut: boolean;
}

interface Visit {
  readonly place: Place;
  readonly distance: number;
  effect: Effect;
  viaKey: string;
}

/**
 * Everything downstream of a root, each place once, at its shortest distance and with the worst that any way does to it.
 *
 * Breadth first; a place whose news gets worse on a longer way is walked again, at most once per effect. `stepsFrom`
 * answers for a whole frontier at once. Ends after `limit` places.
 */
export async function walkImpact(
  root: Place,
  effect: Effect,
  stepsFrom: (frontier: readonly Place[]) => Promise<readonly Step[]>,
  limit: number,
): Promise<ImpactWalk> {
  const visits = new Map<string, Visit>([[root.key, { place: root, distance: 0, effect, viaKey: root.key }]]);
  let frontier: readonly Place[] = [root];
  for (let distance = 1; frontier.length > 0 && visits.size <= limit; distance++) {
    const steps = await stepsFrom(frontier);
    const before = new Map(frontier.map(({ key }) => [key, visits.get(key)?.effect]));
    frontier = takeSteps(steps, before, visits, root.key, distance);
  }
  visits.delete(root.key);
  const reached = [...visits.values()].map(toReached).sort(inOrder);
  return { reached: reached.slice(0, limit), isCut: reached.length > limit || frontier.length > 0 };
}

/** Places that are new, or worse off than before: the next frontier. */
function takeSteps(
  steps: readonly Step[],
  before: ReadonlyMap<string, Effect | undefined>,
  visits: Map<string, Visit>,
  rootKey: string,
  distance: number,
): Place[] {
  const touched = new Map<string, Place>();
  for (const step of steps) {
    const cause = before.get(step.fromKey);
    if (cause === undefined || step.to.key === rootKey) continue;
    if (visit(visits, step, effectAfter(cause, step), distance)) touched.set(step.to.key, step.to);
  }
  return [...touched.values()];
}

/** Notes where a step leads; false when that is no news. */
function visit(visits: Map<string, Visit>, { fromKey, to }: Step, effect: Effect, distance: number): boolean {
  const known = visits.get(to.key);
  if (known === undefined) {
    visits.set(to.key, { place: to, distance, effect, viaKey: fromKey });
    return true;
  }
  if (!isWorse(effect, known.effect)) return false;
  known.effect = effect;
  known.viaKey = fromKey;
  return true;
}

const toReached = ({ place, distance, effect, viaKey }: Visit): Reached => ({ ...place, distance, effect, viaKey });

/** Nearest first; keys by length, then by letters, so that ids come in order of number. */
function inOrder(one: Reached, other: Reached): number {
  return one.distance - other.distance || compareKeys(one.key, other.key);
}

/** The order of places at one distance. */
export function compareKeys(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
