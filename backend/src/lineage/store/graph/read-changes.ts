import type { EntityManager } from 'typeorm';
import { runPrepared, type PreparedQuery } from '../../../catalog';
import { loadSql } from '../../../database';
import type { Incoming } from '../../domain/graph/graph';
import type { WordTable } from '../../domain/graph/edge-words';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const CHANGES = query('graph-changes');
const LOCATE = query('locate-asset');
const LABELS = query('source-labels');
const PRUNE = query('prune-graph-changes');
const DROP_FOREIGN = query('drop-foreign-changes');
const REACH = { UPSTREAM: query('count-reach-upstream'), DOWNSTREAM: query('count-reach-downstream') };

/** Assets whose edges are read one by one; more changes at a time are read as a whole. */
const MOST = 20_000;

interface ChangesRow {
  readonly snapshot: string;
  readonly seq: string | null;
  readonly asset_ids: readonly number[] | null;
  readonly are_all_edges: boolean;
  readonly downstream_ids: readonly number[];
  readonly ends_up: readonly number[];
  readonly ends_down: readonly number[];
  readonly source_ids: readonly number[];
  readonly are_direct: readonly boolean[];
  readonly job_ids: readonly (number | null)[];
  readonly transformations: readonly (string | null)[];
}

/** What has changed since a snapshot. */
export interface GraphChanges {
  readonly snapshot: string;
  /** Number of the last change; null when there is none. */
  readonly seq: number | null;
  /** Assets that are shown differently; null: any may be. */
  readonly assetIds: readonly string[] | null;
  /** All edges into the assets that are fed by others than before; null: any edge may have changed. */
  readonly incoming: ReadonlyMap<number, Incoming> | null;
  readonly sourceIds: ReadonlySet<number>;
}

/** Changes that a snapshot has not seen, as they are now; one statement. */
export async function readGraphChanges(db: EntityManager, snapshot: string, table: WordTable): Promise<GraphChanges> {
  const [row] = await runPrepared<ChangesRow>(db, CHANGES, [snapshot, MOST]);
  if (!row) throw new Error('No moment of the graph');
  return {
    snapshot: row.snapshot,
    seq: row.seq === null ? null : Number(row.seq),
    assetIds: row.asset_ids?.map(String) ?? null,
    incoming: row.are_all_edges ? null : incomingOf(row, table),
    sourceIds: new Set(row.source_ids),
  };
}

function incomingOf(row: ChangesRow, table: WordTable): Map<number, Incoming> {
  const incoming = new Map(row.downstream_ids.map((id) => [id, { upstream: [] as number[], words: [] as number[] }]));
  row.ends_down.forEach((id, place) => {
    const into = incoming.get(id);
    into?.upstream.push(row.ends_up[place] ?? 0);
    into?.words.push(wordsAt(row, place, table));
  });
  return incoming;
}

function wordsAt(row: ChangesRow, place: number, table: WordTable): number {
  const [sourceId = 0, isDirect, jobId] = [row.source_ids[place], row.are_direct[place], row.job_ids[place] ?? null];
  const transformation = row.transformations[place] ?? null;
  return table.numberOf(JSON.stringify([sourceId, isDirect, jobId, transformation]), () => ({
    sourceId,
    kind: isDirect ? 'DIRECT' : 'INDIRECT',
    jobId: jobId === null ? null : String(jobId),
    transformation,
  }));
}

/** Where an asset is, and whether the snapshot is no longer all that there is; `id` is null for no such asset. */
export async function locateAsset(
  db: EntityManager,
  publicId: string,
  snapshot: string,
): Promise<{ readonly id: string | null; readonly isBehind: boolean }> {
  const [row] = await runPrepared<{ id: string | null; is_behind: boolean }>(db, LOCATE, [publicId, snapshot]);
  return { id: row?.id ?? null, isBehind: row?.is_behind ?? true };
}

/** Labels of sources and their places in alphabetical order. */
export async function readSourceLabels(db: EntityManager): Promise<Map<number, { label: string; rank: number }>> {
  const rows = await runPrepared<{ id: number; label: string }>(db, LABELS, []);
  return new Map(rows.map(({ id, label }, rank) => [id, { label, rank }]));
}

/** Deletes changes that came with a dump of another server. */
export async function dropForeignChanges(db: EntityManager): Promise<void> {
  await runPrepared(db, DROP_FOREIGN, []);
}

/** Deletes changes that a snapshot saw. */
export async function pruneGraphChanges(db: EntityManager, snapshot: string): Promise<void> {
  await runPrepared(db, PRUNE, [snapshot]);
}

/** How many assets lie on one side of an asset, however far, by the tables. */
export async function countReachStored(
  db: EntityManager,
  rootId: string,
  side: 'UPSTREAM' | 'DOWNSTREAM',
): Promise<number> {
  const [row] = await runPrepared<{ count: number }>(db, REACH[side], [rootId]);
  return row?.count ?? 0;
}
