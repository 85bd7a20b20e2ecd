import type { Pool, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** A query that Postgres plans once per connection; `name` is unique in the process. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a query as a named prepared statement: planning a recursive walk costs more than walking.
 *
 * Takes any connection of the pool, so it is for reads outside a transaction.
 */
export async function runPrepared<Row extends object>(
  db: EntityManager,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = (db.dataSource.driver as unknown as { readonly master: Pool }).master;
  const result = await pool.query<Row & QueryResultRow>({ ...query, values: [...values] });
  return result.rows;
}
