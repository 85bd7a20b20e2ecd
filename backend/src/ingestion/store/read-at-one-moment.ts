import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * What `read` gives, out of one repeatable-read snapshot.
 *
 * When the consumer stops early, or `signal` aborts, the query is cancelled and the connection given back. Time limits on
 * statements do not apply: a slow reader is no runaway query.
 */
export async function* readAtOneMoment<Piece>(
  db: EntityManager,
  signal: AbortSignal,
  read: (client: PoolClient) => AsyncGenerator<Piece, void>,
): AsyncGenerator<Piece, void> {
  const pool = (db.dataSource.driver as unknown as { readonly master: Pool }).master;
  const client = await pool.connect();
  let isDone = false;
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
    void pool.query('select pg_cancel_backend($1)', [backendOf(client)]).catch(() => undefined);
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query("select set_config('statement_timeout', '0', true)");
    signal.addEventListener('abort', cancel, { once: true });
    yield* read(client);
    await client.query('commit');
    isDone = true;
  } finally {
    signal.removeEventListener('abort', cancel);
    // A connection whose transaction did not end is closed: the pool opens another. So is one whose query was to be
    // cancelled, even if it ended first: the cancellation may still be on its way and would hit who has it next.
    client.release(!isDone || isCancelled);
  }
}

function backendOf(client: PoolClient): number {
  return (client as unknown as { readonly processID: number }).processID;
}
