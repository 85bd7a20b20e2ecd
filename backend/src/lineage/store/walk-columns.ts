import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { Walk } from '../domain/merge-walks';
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
  limits: { readonly depth: number; readonly budget: number; readonly at: Date | null },
): Promise<Walk> {
  const values = [columnId, limits.depth, limits.budget];
  return limits.at === null
    ? runPrepared<LevelRow>(db, NOW[side], values)
    : runPrepared<LevelRow>(db, AS_OF[side], [...values, limits.at]);
}

interface LevelRow {
  readonly depth: number;
  readonly ids: readonly string[];
  readonly reached: number;
}

/** Edges among columns at a moment, or today (null). */
export function readColumnEdges(db: EntityManager, ids: readonly string[], at: Date | null): Promise<ColumnEdgeRow[]> {
  return runPrepared<ColumnEdgeRow>(db, EDGES, [ids, at]);
}

/** Internal ids of assets next to the given ones on one side, of whose columns nothing is known. */
export async function readColumnGaps(
  db: EntityManager,
  assetIds: readonly string[],
  side: Side,
  at: Date | null,
): Promise<string[]> {
  const rows = await runPrepared<{ neighbour_id: string }>(db, GAPS[side], [assetIds, at]);
  return rows.map((row) => row.neighbour_id);
}
