import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { AssetSnapshot } from './merge-assets';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const SPELLINGS = query('identifiers-of-asset');
const MERGES = query('split-merges');
const RESTORE = query('split-restore');
const CREATE = query('split-create');
const MOVE = query('split-move');
const FORGET = query('split-forget-hashes');

/** A spelling as the catalog holds it. */
export interface StoredSpelling {
  readonly namespace_id: number;
  readonly namespace: string;
  readonly name: string;
  readonly role: string;
}

export interface MovedSpelling extends Pick<StoredSpelling, 'namespace_id' | 'name' | 'role'> {
  /** For people: why it names this asset. */
  readonly reason: string;
}

/** A merge that can be undone. */
export interface UndoableMerge {
  readonly old_id: string;
  readonly old_public_id: string;
  readonly merged_at: Date;
  readonly snapshot: AssetSnapshot;
}

/** Spellings of an asset, the primary one first. */
export function listSpellings(tx: EntityManager, assetId: string): Promise<StoredSpelling[]> {
  return tx.query<StoredSpelling[]>(SPELLINGS, [assetId]);
}

/** Merges into the asset that taking these spellings out would undo, latest first. */
export function findMerges(
  tx: EntityManager,
  assetId: string,
  spellings: readonly StoredSpelling[],
): Promise<UndoableMerge[]> {
  const namespaces = spellings.map((one) => one.namespace_id);
  return tx.query<UndoableMerge[]>(MERGES, [assetId, namespaces, spellings.map((one) => one.name)]);
}

/** Puts a merged asset back under its old ids; its spellings and assertions are still to be moved. */
export async function restoreAsset(tx: EntityManager, snapshot: AssetSnapshot): Promise<void> {
  await tx.query(RESTORE, [JSON.stringify(snapshot)]);
}

/** A new asset for a spelling of another; ids as the catalog and as clients know it. */
export async function createSplit(
  tx: EntityManager,
  assetId: string,
  spelling: StoredSpelling,
): Promise<{ readonly id: string; readonly public_id: string }> {
  const [row] = await tx.query<{ id: string; public_id: string }[]>(CREATE, [
    assetId,
    spelling.namespace_id,
    spelling.name,
  ]);
  if (!row) throw new Error(`Asset ${assetId} could not be split`);
  return row;
}

/** Moves spellings and what was said under them; `said`: ids of assertions without a spelling that go along. */
export async function moveSpellings(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  moved: { readonly spellings: readonly MovedSpelling[]; readonly said: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<[{ id: string }[], number]>(MOVE, [
    fromId,
    intoId,
    JSON.stringify(moved.spellings),
    moved.said,
  ]);
  return rows[0].map(({ id }) => id);
}

/** Others who refer to these assets are understood anew when they speak next. */
export async function forgetReferences(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  await tx.query(FORGET, [assetIds]);
}
