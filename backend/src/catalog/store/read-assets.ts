import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Asset } from '../domain/asset';
import { assetsOf, type AssetColumns } from './asset-columns';
import { runPrepared } from './run-prepared';

const BY_IDS = { name: 'assets-by-ids', text: loadSql(__dirname, 'queries/assets-by-ids.sql') };
const BY_PUBLIC_ID = { name: 'asset-by-public-id', text: loadSql(__dirname, 'queries/asset-by-public-id.sql') };
const RESOLVE = loadSql(__dirname, 'queries/resolve-public-ids.sql');

/** The asset that clients know by `publicId` (also one merged into another); null when there is none. */
export async function readAsset(db: EntityManager, publicId: string): Promise<Asset | null> {
  const [row] = await runPrepared<Asset>(db, BY_PUBLIC_ID, [publicId]);
  return row ?? null;
}

/** Assets by internal id, outside any transaction; ids that are not there are left out. One query. */
export async function readAssetMap(db: EntityManager, ids: readonly string[]): Promise<Map<string, Asset>> {
  if (ids.length === 0) return new Map();
  const [columns] = await runPrepared<AssetColumns>(db, BY_IDS, [ids]);
  return new Map((columns ? assetsOf(columns) : []).map((asset) => [asset.internalId, asset]));
}

/** Internal id by the id that clients know; unknown ones are left out. */
export async function resolvePublicIds(db: EntityManager, publicIds: readonly string[]): Promise<Map<string, string>> {
  if (publicIds.length === 0) return new Map();
  const rows = await db.query<{ public_id: string; id: string }[]>(RESOLVE, [publicIds]);
  return new Map(rows.map((row) => [row.public_id, row.id]));
}
