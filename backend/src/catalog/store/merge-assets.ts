import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const SNAPSHOT = query('merge-snapshot');
const MOVE = query('merge-move');
const RECORD = query('merge-record');
const ADD_COLUMNS = query('merge-add-columns');
const DELETE = query('delete-asset');
const LOG = loadSql(__dirname, 'write/queries/add-changes.sql');

/** The rows of one asset, by table; only ever handed back to the database. */
export type AssetSnapshot = Readonly<Record<string, unknown>>;

/** Everything the catalog keeps of an asset, for the undo of a merge. */
export async function takeSnapshot(tx: EntityManager, assetId: string): Promise<AssetSnapshot> {
  const [row] = await tx.query<AssetSnapshot[]>(SNAPSHOT, [assetId]);
  return row ?? {};
}

export interface MergeRecord {
  readonly actor: string;
  /** As given by the one who merged. */
  readonly reason: string;
  /** For people, beside every spelling that moves: `merged by Ana: same table`. */
  readonly explanation: string;
  readonly snapshot: AssetSnapshot;
}

/** Moves spellings and assertions from one asset to another; links to the first find the second. */
export async function moveIdentity(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  merge: MergeRecord,
): Promise<void> {
  await tx.query(RECORD, [fromId, intoId, merge.actor, merge.reason, JSON.stringify(merge.snapshot)]);
  await tx.query(MOVE, [fromId, intoId, merge.explanation]);
}

/** Makes sure that column edges of the one asset find a column in the other. */
export async function addMissingColumns(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
  await tx.query(ADD_COLUMNS, [fromId, intoId]);
}

/** Removes the row of an asset that has become another; everything worth keeping has moved by then. */
export async function deleteAsset(tx: EntityManager, assetId: string): Promise<void> {
  await tx.query(DELETE, [assetId]);
}

/** One entry of the change log. */
export interface LoggedChange {
  readonly asset_id: string;
  readonly operation: 'MERGED' | 'SPLIT' | 'CHANGED';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends to the change log; `actor` as in the audit log. */
export async function logChanges(tx: EntityManager, changes: readonly LoggedChange[], actor: string): Promise<void> {
  await tx.query(LOG, [JSON.stringify(changes), null, actor]);
}
