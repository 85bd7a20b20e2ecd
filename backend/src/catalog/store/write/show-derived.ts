import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countWritten } from './count-written';

const COLUMNS = loadSql(__dirname, 'queries/show-derived-columns.sql');
const ASSETS = loadSql(__dirname, 'queries/show-derived-assets.sql');

/**
 * Classifications that follow from lineage, on their way into what is shown: temporary tables of the session, emptied
 * with every transaction. stage_derived_column: what now follows for a column, null for nothing; stage_derived_asset:
 * whose columns changed by that.
 */
const TABLES = [
  `create temp table if not exists stage_derived_column (
     column_id bigint primary key, level smallint, categories text[], subtypes text[]
   ) on commit delete rows`,
  `create temp table if not exists stage_derived_asset (
     asset_id bigint primary key, columns text[] not null
   ) on commit delete rows`,
];
const EMPTY = 'truncate stage_derived_column, stage_derived_asset';

/** Makes sure that the staging tables are there, and empty. */
export async function openDerivedStage(tx: EntityManager): Promise<void> {
  for (const table of TABLES) await tx.query(table);
  await tx.query(EMPTY);
}

/**
 * Shows what stage_derived_column says with columns, their assets and in search, and logs the assets as CLASSIFIED. The
 * caller holds `lockCatalogForWriting`.
 *
 * @returns rows written; 0 when everything was shown like this already
 */
export async function showDerived(tx: EntityManager): Promise<number> {
  return (await countWritten(tx, COLUMNS, [])) + (await countWritten(tx, ASSETS, []));
}
