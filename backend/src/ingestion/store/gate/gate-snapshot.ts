import type { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { GateSnapshotHead } from '../../domain/gate-snapshot';
import { readAtOneMoment } from '../read-at-one-moment';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const HEAD = query('gate-snapshot-head');
const TABLES = query('gate-snapshot-tables');

interface HeadRow {
  readonly migrations: number;
  readonly newest: string;
  readonly taken_at: Date;
}

interface TableRow {
  readonly name: string;
  readonly columns: string;
  readonly statement: string;
}

/**
 * A gate snapshot as text, all of one moment: a line of JSON for its head; for each table a line of JSON, its rows as
 * `copy` writes them, and `\\.`.
 *
 * @param auditSealedAt how the audit log is sealed now: the evidence for policies that ask for it
 */
export function writeGateSnapshot(
  db: EntityManager,
  auditSealedAt: string | null,
  signal: AbortSignal,
): AsyncGenerator<string | Buffer, void> {
  return readAtOneMoment(db, signal, (client) => pieces(client, auditSealedAt, signal));
}

async function* pieces(
  client: PoolClient,
  auditSealedAt: string | null,
  signal: AbortSignal,
): AsyncGenerator<string | Buffer, void> {
  const { rows: heads } = await client.query<HeadRow>(HEAD);
  const [head] = heads;
  if (head === undefined) return;
  yield line({ kind: 'tributary-gate-snapshot', version: 1, ...headOf(head, auditSealedAt) });
  const { rows: tables } = await client.query<TableRow>(TABLES);
  for (const { name, columns, statement } of tables) {
    yield line({ table: name, columns });
    const rows: Readable = client.query(to(statement));
    for await (const piece of rows) {
      signal.throwIfAborted();
      yield piece as Buffer;
    }
    yield '\\.\n';
  }
}

const headOf = (
  { migrations, newest, taken_at: takenAt }: HeadRow,
  auditSealedAt: string | null,
): GateSnapshotHead => ({
  migrations,
  newest,
  takenAt: takenAt.toISOString(),
  auditSealedAt,
});

const line = (said: object): string => `${JSON.stringify(said)}\n`;
