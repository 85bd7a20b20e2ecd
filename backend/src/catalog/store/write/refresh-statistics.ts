import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { runNamed } from '../../../database/run-named';

const OUTGROWN = loadSql(__dirname, 'queries/outgrown-tables.sql');

/** Tables that a patch can fill faster than the server's own housekeeping notices. */
const TABLES = [
  'asset',
  'asset_identifier',
  'assertion',
  'asset_column',
  'lineage_edge',
  'column_edge',
  'quality_rule',
] as const;
export type GrowingTable = (typeof TABLES)[number];

/** Fewer rows than this lead to no plan that matters. */
const FEW = 500;

/**
 * Tells the planner about tables that `rows` more rows have outgrown in this transaction: on the first large document
 * it would otherwise plan for empty ones.
 */
export async function refreshStatistics(
  tx: EntityManager,
  tables: readonly GrowingTable[],
  rows: number,
): Promise<void> {
  if (rows < FEW) return;
  const outgrown = await runNamed<{ name: GrowingTable }>(tx, OUTGROWN, [tables, rows]);
  for (const table of TABLES) {
    if (outgrown.some(({ name }) => name === table)) await tx.query(`analyze ${table}`);
  }
}
