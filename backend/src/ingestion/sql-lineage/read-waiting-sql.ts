import type { EntityManager } from 'typeorm';
import type { SqlPool } from '../../sql';
import { claimSql, queueSql } from '../store/sql/texts';
import { readSql } from './read-sql';

/** Texts per transaction: enough to share its cost, few enough to be done soon. */
export const SQL_BATCH = 100;

/** Reads some of what waits; gives how many. */
export async function readWaitingSql(tx: EntityManager, pool: SqlPool): Promise<number> {
  const assetIds = await claimSql(tx, SQL_BATCH);
  if (assetIds.length > 0) await readSql(tx, pool, assetIds);
  return assetIds.length;
}

/** Reads all that waits, and what these changed assets bring, in the caller's transaction. */
export async function readSqlWithin(tx: EntityManager, pool: SqlPool, assetIds: readonly string[]): Promise<void> {
  await queueSql(tx, assetIds);
  while ((await readWaitingSql(tx, pool)) > 0);
}
