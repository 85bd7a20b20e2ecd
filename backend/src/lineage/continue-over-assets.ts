import type { EntityManager } from 'typeorm';
import type { Asset, Column } from '../catalog';
import { plural } from './domain/omissions';
import type { MergedWalk, Walk } from './domain/merge-walks';
import type { Direction, Omission } from './domain/omission';
import { walkWhole, type WholeStep, type WholeWalk } from './domain/walk-whole';
import type { ColumnQuestion, WholeAsset, WholeEdge } from './lineage-graph';
import { readColumnGaps, readWholeSteps } from './store/walk-columns';

/** Assets followed as a whole on one side. */
const BUDGET = 1_000;

type Side = 'UPSTREAM' | 'DOWNSTREAM';

/** A walk over columns on one side, with what came of it. */
export interface SideWalk {
  readonly side: Side;
  readonly walk: Walk;
}

/** How the walk goes on over whole assets on one side. */
export interface Continuation {
  readonly side: Side;
  readonly whole: WholeWalk;
  /** Steps from an asset whose columns are shown to one of whose columns nothing is known. */
  readonly gaps: readonly WholeStep[];
}

/**
 * Where a walk over columns meets assets that are connected as a whole only, and everything behind those, as assets.
 *
 * What lies just beyond the depth is looked for only when no column does: then it is all that makes the answer incomplete.
 */
export async function continueOverAssets(
  db: EntityManager,
  { side, walk }: SideWalk,
  merged: MergedWalk,
  columns: ReadonlyMap<string, Column>,
  question: ColumnQuestion,
): Promise<Continuation> {
  const isShown = new Set(merged.places.map(({ id }) => id));
  const furthest = merged.beyondDepth === null && merged.overBudget === null ? question.depth : question.depth - 1;
  const nearest = new Map<string, number>();
  walk.slice(0, furthest + 1).forEach(({ ids }, distance) => {
    for (const id of ids) {
      const assetId = columns.get(id)?.assetId;
      if (assetId !== undefined && isShown.has(id) && !nearest.has(assetId)) nearest.set(assetId, distance);
    }
  });
  const gaps = await readColumnGaps(db, [...nearest.keys()], side, question);
  const starts = new Map<string, number>();
  for (const { fromId, toId } of gaps) {
    const distance = (nearest.get(fromId) ?? 0) + 1;
    starts.set(toId, Math.min(distance, starts.get(toId) ?? distance));
  }
  const limits = { depth: question.depth, budget: BUDGET };
  const whole =
    starts.size === 0 ? NOTHING : await walkWhole(starts, limits, (ids) => readWholeSteps(db, ids, side, question));
  const taken = gaps.filter(
    ({ fromId, toId }) => (nearest.get(fromId) ?? 0) < question.depth && whole.distances.has(toId),
  );
  return { side, whole, gaps: taken };
}

const NOTHING: WholeWalk = { distances: new Map(), steps: [], leftOut: null };

/** Internal ids of all assets reached as a whole. */
export const wholeIds = (continued: readonly Continuation[]): string[] => [
  ...new Set(continued.flatMap(({ whole }) => [...whole.distances.keys()])),
];

/** Each asset once, nearest first; on both sides at one distance it is on BOTH. */
export function wholeAssets(continued: readonly Continuation[], assets: ReadonlyMap<string, Asset>): WholeAsset[] {
  const found = new Map<string, { distance: number; direction: Direction }>();
  for (const { side, whole } of continued) {
    for (const [id, distance] of whole.distances) {
      const known = found.get(id);
      if (known === undefined || distance < known.distance) found.set(id, { distance, direction: side });
      else if (distance === known.distance) found.set(id, { distance, direction: 'BOTH' });
    }
  }
  return [...found]
    .sort(([one, { distance: near }], [other, { distance: far }]) => near - far || Number(one) - Number(other))
    .flatMap(([id, at]) => {
      const asset = assets.get(id);
      return asset === undefined ? [] : [{ asset, ...at }];
    });
}

/** Each step once, in the order of the data. */
export function wholeEdges(continued: readonly Continuation[], assets: ReadonlyMap<string, Asset>): WholeEdge[] {
  const edges = new Map<string, WholeEdge>();
  for (const { side, whole, gaps } of continued) {
    for (const { fromId, toId, kind } of [...gaps, ...whole.steps]) {
      const [upstream, downstream] = side === 'DOWNSTREAM' ? [fromId, toId] : [toId, fromId];
      const upstreamId = assets.get(upstream)?.id;
      const downstreamId = assets.get(downstream)?.id;
      if (upstreamId !== undefined && downstreamId !== undefined) {
        edges.set(`${upstream} ${downstream}`, { upstreamId, downstreamId, kind });
      }
    }
  }
  return [...edges.values()];
}

const NAMED = 3;

/** What is not known by column, and what of the assets behind it is not shown. */
export function continuationOmissions(
  continued: readonly Continuation[],
  assets: ReadonlyMap<string, Asset>,
  depth: number,
): Omission[] {
  const next = [...new Set(continued.flatMap(({ gaps }) => gaps.map(({ toId }) => toId)))];
  const names = next.map((id) => assets.get(id)?.displayName ?? id);
  const behind = wholeIds(continued).length - next.length;
  return [
    ...(next.length === 0 ? [] : [gapOmission(names, behind)]),
    ...continued.flatMap(({ side, whole: { leftOut } }) => (leftOut === null ? [] : [leftOutOf(side, leftOut, depth)])),
  ];
}

function gapOmission(names: readonly string[], behind: number): Omission {
  const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : '';
  const after = behind === 0 ? '' : `, and ${plural(behind, 'asset')} behind`;
  const message = `${plural(names.length, 'asset')} next to this answer connected as a whole only, which columns is not known: ${names.slice(0, NAMED).join(', ')}${more}. Followed as whole assets${after}.`;
  return { reason: 'NO_COLUMN_LINEAGE', count: names.length, message };
}

function leftOutOf(side: Side, leftOut: NonNullable<WholeWalk['leftOut']>, depth: number): Omission {
  const { reason, count, distance } = leftOut;
  const why =
    reason === 'DEPTH'
      ? `Depth ${String(depth)} reached`
      : `The limit of ${plural(BUDGET, 'asset')} as a whole was reached`;
  const where = `at distance ${String(distance)} ${side.toLowerCase()}`;
  const message = `${why}: ${plural(count, 'asset')} ${where} left out; what lies behind is not counted.`;
  return { reason, count, message };
}
