import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { z } from 'zod';
import { loadSql } from '../../../database';
import { invalid } from '../../../shared/errors';
import type { GateSnapshotHead } from '../../domain/gate-snapshot';
import { readSections, type SnapshotRows } from './read-sections';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);
const HEAD = query('gate-snapshot-head');
const RESTART = query('restart-identities');

const Head = z.object({
  kind: z.literal('tributary-gate-snapshot'),
  version: z.literal(1),
  migrations: z.int(),
  newest: z.string(),
  takenAt: z.iso.datetime(),
  auditSealedAt: z.iso.datetime().nullable(),
});

/**
 * Fills an empty, migrated database with what a snapshot holds, in the caller's transaction; references and triggers rest
 * meanwhile.
 *
 * @throws DomainError INVALID for a file that is no snapshot, is cut off, or comes from another version of the catalog
 */
export async function loadGateSnapshot(client: Client, pieces: AsyncIterable<Uint8Array>): Promise<GateSnapshotHead> {
  await client.query("set local session_replication_role = 'replica'");
  const tables = new Set<string>();
  let head: GateSnapshotHead | null = null;
  for await (const section of readSections(pieces)) {
    if ('head' in section) head = await checkedHead(client, section.head);
    else await loadRows(client, section, tables);
  }
  if (head === null) throw invalid('The snapshot is empty');
  await sealAudit(client, head);
  await restart(client, [...tables]);
  await client.query("set local session_replication_role = 'origin'");
  return head;
}

async function checkedHead(client: Client, said: unknown): Promise<GateSnapshotHead> {
  const read = Head.safeParse(said);
  if (!read.success) throw invalid('The file is no gate snapshot: make one with tributary export gate-snapshot');
  const { rows } = await client.query<{ migrations: number; newest: string }>(HEAD);
  for (const own of rows) checkVersion(read.data, own);
  return read.data;
}

function checkVersion(
  { migrations, newest }: Pick<GateSnapshotHead, 'migrations' | 'newest'>,
  own: Pick<GateSnapshotHead, 'migrations' | 'newest'>,
): void {
  if (own.migrations === migrations && own.newest === newest) return;
  const side = own.newest < newest ? 'newer' : 'older';
  throw invalid(
    `The snapshot is of a ${side} Tributary than this client (${newest}, not ${own.newest}): ` +
      'use the client of the version that made it',
  );
}

async function loadRows(client: Client, { table, columns, rows }: SnapshotRows, tables: Set<string>): Promise<void> {
  if (!/^[a-z_]+$/.test(table)) throw invalid('The snapshot names a table that cannot be');
  // A migration may have put rows there; the snapshot has them too.
  if (!tables.has(table)) await client.query(`delete from ${table}`);
  tables.add(table);
  const stream = client.query(from(`copy ${table} (${columns}) from stdin`));
  const done = finished(stream);
  stream.end(rows);
  await done;
}

/** One entry as old as the seal was when the snapshot was taken: the evidence for policies that ask for it. */
async function sealAudit(client: Client, { takenAt, auditSealedAt }: GateSnapshotHead): Promise<void> {
  if (auditSealedAt === null) return;
  const ageMs = new Date(takenAt).getTime() - new Date(auditSealedAt).getTime();
  const at = new Date(Date.now() - Math.max(ageMs, 0));
  await client.query(
    "insert into audit_entry (at, actor, action, object) values ($1, 'system', 'audit.seal', 'audit:*')",
    [at],
  );
  await client.query("insert into audit_link (position, seq, hash) select 1, max(seq), '\\x00' from audit_entry");
  await client.query("update audit_head set position = 1, hash = '\\x00'");
}

async function restart(client: Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(RESTART, [tables]);
  for (const { statement } of rows) await client.query(statement);
  await client.query(`analyze ${tables.join(', ')}`);
}
