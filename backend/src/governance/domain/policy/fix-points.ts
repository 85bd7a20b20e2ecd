import type { UnmaskedParents } from './unmasked-paths';

/** A violation by the column at which something arrives unmasked. */
export interface ReachedColumn {
  readonly violation: string;
  readonly columnId: string;
}

/** A column: masked where it is made, these violations are gone, whatever other ways there are. */
export interface FixPlace {
  readonly columnId: string;
  readonly violations: readonly string[];
}

/**
 * The fewest places whose masking clears the most: each next one is that which clears most of what is left; of equals the
 * one nearest to where it arrives, which changes least for others.
 *
 * A place clears a violation when every unmasked way from any origin leads through it: it dominates the column in the
 * graph of unmasked ways. Origins themselves are no places: what is raw cannot be masked where it is made.
 *
 * Source: K. Cooper, T. Harvey, K. Kennedy, "A simple, fast dominance algorithm", Rice University (2001).
 */
export function fixPlaces(reached: readonly ReachedColumn[], parents: UnmaskedParents, most: number): FixPlace[] {
  const { open, depth } = clearedBy(reached, parents);
  const places: FixPlace[] = [];
  while (places.length < most) {
    const best = largest(open, depth);
    if (!best) break;
    const [columnId, cleared] = best;
    places.push({ columnId, violations: [...cleared] });
    for (const violations of open.values())
      if (violations !== cleared) cleared.forEach((one) => violations.delete(one));
    open.delete(columnId);
  }
  return places;
}

/**
 * The places whose masking clears one violation, each with all that it clears: what clears most first, of equals the one
 * nearest to where it arrives.
 */
export function fixPlacesOf(
  violation: string,
  reached: readonly ReachedColumn[],
  parents: UnmaskedParents,
): FixPlace[] {
  const { open, depth } = clearedBy(reached, parents);
  const depthOf = ([place]: [string, Set<string>]): number => depth.get(place) ?? 0;
  return [...open]
    .filter(([, violations]) => violations.has(violation))
    .sort((one, other) => other[1].size - one[1].size || depthOf(other) - depthOf(one))
    .map(([columnId, violations]) => ({ columnId, violations: [...violations] }));
}

/** By place the violations that masking it clears; and how far down each place is. */
function clearedBy(
  reached: readonly ReachedColumn[],
  parents: UnmaskedParents,
): { open: Map<string, Set<string>>; depth: ReadonlyMap<string, number> } {
  const { idom, depth } = dominatorsOf(parents);
  const open = new Map<string, Set<string>>();
  for (const { violation, columnId } of reached) {
    for (const place of chainOf(columnId, idom, parents)) {
      const known = open.get(place);
      if (known) known.add(violation);
      else open.set(place, new Set([violation]));
    }
  }
  return { open, depth };
}

/** What clears most; of equals the deepest; null when nothing is left. */
function largest(
  open: ReadonlyMap<string, Set<string>>,
  depth: ReadonlyMap<string, number>,
): [string, Set<string>] | null {
  const depthOf = (place: string): number => depth.get(place) ?? 0;
  const isBetter = ([place, violations]: [string, Set<string>], than: [string, Set<string>]): boolean =>
    violations.size > than[1].size || (violations.size === than[1].size && depthOf(place) > depthOf(than[0]));
  const left = [...open].filter(([, violations]) => violations.size > 0);
  return left.reduce<[string, Set<string>] | null>((best, one) => (best && !isBetter(one, best) ? best : one), null);
}

/** The column itself and all that dominate it, without origins. */
function chainOf(column: string, idom: ReadonlyMap<string, string>, parents: UnmaskedParents): string[] {
  const chain: string[] = [];
  for (let place = column; place !== ROOT; place = idom.get(place) ?? ROOT) {
    if ((parents.get(place) ?? []).length > 0) chain.push(place);
  }
  return chain;
}

const ROOT = '';

interface Dominators {
  readonly idom: ReadonlyMap<string, string>;
  readonly depth: ReadonlyMap<string, number>;
}

/** Over a root that stands before all origins; columns that no origin reaches are left out. */
function dominatorsOf(parents: UnmaskedParents): Dominators {
  const order = fromOrigins(parents);
  const place = new Map(order.map((column, index) => [column, index]));
  const idom = new Map<string, string>([[ROOT, ROOT]]);
  const meet = (left: string, right: string): string => {
    let [one, other] = [left, right];
    while (one !== other) {
      if ((place.get(one) ?? -1) > (place.get(other) ?? -1)) one = idom.get(one) ?? ROOT;
      else other = idom.get(other) ?? ROOT;
    }
    return one;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const column of order) {
      const feeders = feedersOf(column, parents).filter((feeder) => idom.has(feeder));
      const [first = ROOT, ...rest] = feeders;
      const found = rest.reduce(meet, first);
      if (idom.get(column) !== found) isSettled = false;
      idom.set(column, found);
    }
  }
  return { idom, depth: place };
}

function feedersOf(column: string, parents: UnmaskedParents): readonly string[] {
  const feeders = parents.get(column) ?? [];
  return feeders.length === 0 ? [ROOT] : feeders;
}

/** Columns in reverse post-order from the origins: each behind what feeds it, but for cycles. */
function fromOrigins(parents: UnmaskedParents): string[] {
  const children = new Map<string, string[]>();
  for (const [column] of parents) {
    for (const feeder of feedersOf(column, parents)) children.set(feeder, [...(children.get(feeder) ?? []), column]);
  }
  const seen = new Set([ROOT]);
  const finished: string[] = [];
  const path: { column: string; next: number }[] = [{ column: ROOT, next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const child = (children.get(top.column) ?? [])[top.next];
    top.next += 1;
    if (child === undefined) {
      path.pop();
      finished.push(top.column);
    } else if (!seen.has(child)) {
      seen.add(child);
      path.push({ column: child, next: 0 });
    }
  }
  return finished.reverse().filter((column) => column !== ROOT);
}
