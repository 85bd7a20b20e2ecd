import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Code } from '../domain/history';

const OF_ASSETS = loadSql(__dirname, 'queries/code-of-assets.sql');

/** The code that defines each asset, by internal asset id; assets without code are left out. */
export async function readCode(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, Code>> {
  const rows = await db.query<(Code & { readonly asset_id: string })[]>(OF_ASSETS, [assetIds]);
  return new Map(rows.map(({ asset_id, language, text, hash }) => [asset_id, { language, text, hash }]));
}
