import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const SNAPSHOT = query('snapshot-lineage');
const MOVE_EDGES = query('move-edges');
const MOVE_JOBS = query('move-jobs');
const MOVE_COLUMN_EDGES = query('move-column-edges');
const RESTORE_EDGES = query('restore-edges');
const RESTORE_COLUMN_EDGES = query('restore-column-edges');

/** Rows of edges; only ever handed back to the database. */
export interface LineageSnapshot {
  readonly edges: unknown;
  readonly column_edges: unknown;
}

const ids = (rows: readonly { asset_id: string }[]): string[] => rows.map(({ asset_id: id }) => id);

/** The edges of an asset that is about to become another, for the undo. */
export async function snapshotLineage(tx: EntityManager, fromId: string, intoId: string): Promise<LineageSnapshot> {
  const [row] = await tx.query<LineageSnapshot[]>(SNAPSHOT, [fromId, intoId]);
  return row ?? { edges: [], column_edges: [] };
}

/**
 * Lets an asset's edges be another's.
 *
 * `assertionIds`: only what these say of the asset they speak of; null: everything.
 *
 * @returns neighbours whose number of edges may have changed
 */
export async function moveEdges(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  assertionIds: readonly string[] | null,
): Promise<string[]> {
  const neighbours = ids(await tx.query<{ asset_id: string }[]>(MOVE_EDGES, [fromId, intoId, assertionIds]));
  if (assertionIds === null) await tx.query(MOVE_JOBS, [fromId, intoId]);
  return neighbours;
}

/** As `moveEdges`, for columns: by path, without regard to case. Columns without a counterpart keep their edges. */
export async function moveColumnEdges(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  assertionIds: readonly string[] | null,
): Promise<void> {
  await tx.query(MOVE_COLUMN_EDGES, [fromId, intoId, assertionIds]);
}

/** Undoes `moveEdges`: `fromId` is what the asset had become. @returns neighbours whose number of edges may have changed */
export async function restoreLineage(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  snapshot: LineageSnapshot,
  mergedAt: Date,
): Promise<string[]> {
  const edges = JSON.stringify(snapshot.edges);
  const neighbours = await tx.query<{ asset_id: string }[]>(RESTORE_EDGES, [edges, fromId, intoId, mergedAt]);
  await tx.query(RESTORE_COLUMN_EDGES, [JSON.stringify(snapshot.column_edges), fromId, intoId, mergedAt]);
  return ids(neighbours);
}
