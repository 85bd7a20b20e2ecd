import Cursor from 'pg-cursor';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

import { loadSql } from '../../database';
import type { ExportFilter, ExportKind } from '../domain/export';

const QUERIES: Record<ExportKind, string> = {
  assets: loadSql(__dirname, 'queries/export-assets.sql'),
  edges: loadSql(__dirname, 'queries/export-edges.sql'),
  'column-edges': loadSql(__dirname, 'queries/export-column-edges.sql'),
};
const BATCH = 500;

/**
 * Lines of JSON in batches, read through a server-side cursor in one repeatable-read snapshot.
 *
 * Nothing is read ahead of who consumes it. When the consumer stops early, or `signal` aborts, the query is cancelled
 * and the connection given back. Time limits on statements do not apply: a slow reader is no runaway query.
 */
export async function* exportLines(
  db: EntityManager,
  kind: ExportKind,
  filter: ExportFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly string[], void> {
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
    yield* readCursor(client, QUERIES[kind], [filter.source, filter.namespace], signal);
    await client.query('commit');
    isDone = true;
  } finally {
    signal.removeEventListener('abort', cancel);
    // A connection whose transaction did not end is closed: the pool opens another. So is one whose query was to be
    // cancelled, even if it ended first: the cancellation may still be on its way and would hit who has it next.
    client.release(!isDone || isCancelled);
  }
}

async function* readCursor(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
  signal: AbortSignal,
): AsyncGenerator<readonly string[], void> {
  const cursor = client.query(new Cursor<{ line: string }>(text, [...values]));
  for (;;) {
    signal.throwIfAborted();
    const rows = await cursor.read(BATCH);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await cursor.close();
}

function backendOf(client: PoolClient): number {
  return (client as unknown as { readonly processID: number }).processID;
}
