import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';

const PATHS = loadSql(__dirname, 'queries/paths-of-columns.sql');
const PROVING = loadSql(__dirname, 'queries/proving-columns.sql');

/** A step of a way, by the asset's internal id. */
export interface StoredStep {
  readonly assetId: string;
  readonly column: string;
}

/** By internal column id: how the strictest of what it carries came to it, source first. */
export async function readPaths(db: EntityManager, columnIds: readonly string[]): Promise<Map<string, StoredStep[]>> {
  if (columnIds.length === 0) return new Map();
  const rows = await db.query<{ target_id: string; asset_id: string; path: string }[]>(PATHS, [columnIds]);
  const paths = new Map<string, StoredStep[]>();
  for (const { target_id: target, asset_id: assetId, path: column } of rows) {
    const path = paths.get(target) ?? [];
    path.push({ assetId, column });
    paths.set(target, path);
  }
  return paths;
}

/** By internal asset id: the column from which the asset gets what lineage adds. */
export async function readProvingColumns(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, string>> {
  if (assetIds.length === 0) return new Map();
  const rows = await db.query<{ asset_id: string; column_id: string }[]>(PROVING, [assetIds]);
  return new Map(rows.map((row) => [row.asset_id, row.column_id]));
}
