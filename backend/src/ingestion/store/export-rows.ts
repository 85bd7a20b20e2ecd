import Cursor from 'pg-cursor';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

import { loadSql } from '../../database';
import type { ExportFilter, ExportKind } from '../domain/export';
import { readAtOneMoment } from './read-at-one-moment';

const QUERIES: Record<ExportKind, string> = {
  assets: loadSql(__dirname, 'queries/export-assets.sql'),
  edges: loadSql(__dirname, 'queries/export-edges.sql'),
  'column-edges': loadSql(__dirname, 'queries/export-column-edges.sql'),
};
const BATCH = 500;

/** Lines of JSON in batches, read through a server-side cursor, all of one moment; nothing is read ahead of who consumes it. */
export function exportLines(
  db: EntityManager,
  kind: ExportKind,
  filter: ExportFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly string[], void> {
  return readAtOneMoment(db, signal, (client) =>
    readCursor(client, QUERIES[kind], [filter.source, filter.namespace], signal),
  );
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
