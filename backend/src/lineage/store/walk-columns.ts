import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { Walk } from '../domain/merge-walks';
import type { WholeStep } from '../domain/walk-whole';
import { runPrepared, type PreparedQuery } from '../../catalog';

type Side = 'UPSTREAM' | 'DOWNSTREAM';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const NOW: Record<Side, PreparedQuery> = {
  UPSTREAM: query('walk-columns-upstream'),
  DOWNSTREAM: query('walk-columns-downstream'),
};
const AS_OF: Record<Side, PreparedQuery> = {
  UPSTREAM: query('walk-columns-upstream-as-of'),
  DOWNSTREAM: query('walk-columns-downstream-as-of'),
};
const GAPS: Record<Side, PreparedQuery> = {
  UPSTREAM: query('column-gaps-upstream'),
  DOWNSTREAM: query('column-gaps-downstream'),
};
const WHOLE: Record<Side, PreparedQuery> = {
  UPSTREAM: query('whole-steps-upstream'),
  DOWNSTREAM: query('whole-steps-downstream'),
};
const FIND = query('find-column');
const EDGES = query('column-edges-among');

/** One way in which one column feeds another, by internal ids. */
export interface ColumnEdgeRow {
  readonly upstream_id: string;
  readonly downstream_id: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

/** Internal id of a column by its path, letter by letter or, when only one fits so, whatever the case; null for none. */
export async function findColumn(db: EntityManager, assetId: string, path: string): Promise<string | null> {
  const [first, second] = await runPrepared<{ id: string; path: string }>(db, FIND, [assetId, path]);
  if (!first) return null;
  return first.path === path || !second ? first.id : null;
}

/** Levels of a breadth-first walk over columns in one direction; one more than `depth` is counted, not listed. */
export function walkColumns(
  db: EntityManager,
  columnId: string,
  side: Side,
  limits: { readonly depth: number; readonly budget: number } & Moment,
): Promise<Walk> {
  const values = [columnId, limits.depth, limits.budget];
  const { at, kind } = limits;
  // Today's walk reads no more of an edge than its ends, which are in the index: its kind is not.
  if (at === null && kind === null) return runPrepared<LevelRow>(db, NOW[side], values);
  return runPrepared<LevelRow>(db, AS_OF[side], [...values, at ?? 'infinity', kind]);
}

/** Which edges count: those of a moment (null: today) and of a kind (null: both). */
export interface Moment {
  readonly at: Date | null;
  readonly kind: EdgeKind | null;
}

interface LevelRow {
  readonly depth: number;
  readonly ids: readonly string[];
  readonly reached: number;
}

/** Edges among columns. */
export function readColumnEdges(
  db: EntityManager,
  ids: readonly string[],
  { at, kind }: Moment,
): Promise<ColumnEdgeRow[]> {
  return runPrepared<ColumnEdgeRow>(db, EDGES, [ids, at, kind]);
}

/** Steps from assets to those next to them on one side of whose columns nothing is known; none for no assets. */
export function readColumnGaps(
  db: EntityManager,
  assetIds: readonly string[],
  side: Side,
  moment: Moment,
): Promise<WholeStep[]> {
  return readSteps(db, GAPS[side], assetIds, moment);
}

/** Steps from assets to all that are next to them on one side; none for no assets. */
export function readWholeSteps(
  db: EntityManager,
  assetIds: readonly string[],
  side: Side,
  moment: Moment,
): Promise<WholeStep[]> {
  return readSteps(db, WHOLE[side], assetIds, moment);
}

interface StepRow {
  readonly place_id: string;
  readonly neighbour_id: string;
  readonly kind: EdgeKind;
}

async function readSteps(
  db: EntityManager,
  steps: PreparedQuery,
  assetIds: readonly string[],
  { at, kind }: Moment,
): Promise<WholeStep[]> {
  if (assetIds.length === 0) return [];
  const rows = await runPrepared<StepRow>(db, steps, [assetIds, at]);
  return rows
    .filter((row) => kind === null || row.kind === kind)
    .map((row) => ({ fromId: row.place_id, toId: row.neighbour_id, kind: row.kind }));
}
