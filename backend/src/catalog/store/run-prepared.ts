import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** A query that Postgres plans once per connection; `name` is unique in the process. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a query as a named prepared statement: planning a recursive walk costs more than walking.
 *
 * On the transaction's connection when `db` belongs to one, else on any of the pool.
 */
export async function runPrepared<Row extends object>(
  db: EntityManager,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<Row[]> {
  const connection = await connectionOf(db);
  const result = await connection.query<Row & QueryResultRow>({ ...query, values: [...values] });
  return result.rows;
}

async function connectionOf(db: EntityManager): Promise<Pool | PoolClient> {
  if (db.queryRunner) return (await db.queryRunner.connect()) as PoolClient;
  return (db.dataSource.driver as unknown as { readonly master: Pool }).master;
}
