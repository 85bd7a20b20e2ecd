import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { DeadEventGroup, EventMinute, KeptEvent } from '../domain/event';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const GROUPS = query('dead-event-groups');
const LIST = query('list-dead-events');
const FIND = query('find-dead-event');
const REVIVE = query('revive-events');
const DISCARD = query('discard-events');
const RATE = query('event-rate');

interface KeptRow {
  id: string;
  public_id: string;
  status: KeptEvent['status'];
  received_at: Date;
  failed_at: Date;
  sender: string;
  code: string;
  message: string;
  fingerprint: string;
  byte_count: number | null;
}

const toKept = (row: KeptRow): KeptEvent => ({
  internalId: row.id,
  id: row.public_id,
  status: row.status,
  receivedAt: row.received_at,
  failedAt: row.failed_at,
  sender: row.sender,
  code: row.code,
  message: row.message,
  fingerprint: row.fingerprint,
  byteCount: row.byte_count,
});

interface GroupRow {
  fingerprint: string;
  status: KeptEvent['status'];
  code: string;
  message: string;
  count: number;
  first_at: Date;
  last_at: Date;
  last_id: string;
}

/** Kinds of mistakes, the one made last first. */
export async function deadEventGroups(
  db: EntityManager,
  first: number,
  beforeId: string | null,
): Promise<DeadEventGroup[]> {
  const rows = await db.query<GroupRow[]>(GROUPS, [beforeId, first]);
  return rows.map(({ first_at: firstAt, last_at: lastAt, last_id: lastId, ...row }) => ({
    ...row,
    firstAt,
    lastAt,
    lastId,
  }));
}

/** Dead and refused events, the latest first; of one kind, or of all. */
export async function listDeadEvents(
  db: EntityManager,
  fingerprint: string | null,
  first: number,
  beforeId: string | null,
): Promise<KeptEvent[]> {
  return (await db.query<KeptRow[]>(LIST, [fingerprint, beforeId, first])).map(toKept);
}

/** One of them with its bytes; null when there is none. */
export async function findDeadEvent(
  db: EntityManager,
  publicId: string,
): Promise<(KeptEvent & { readonly bytes: Buffer | null }) | null> {
  const [row] = await db.query<(KeptRow & { bytes: Buffer | null })[]>(FIND, [publicId]);
  return row === undefined ? null : { ...toKept(row), bytes: row.bytes };
}

/** Puts events back into the queue, with other bytes if given; gives their ids. */
export async function reviveEvents(
  tx: EntityManager,
  chosen: { readonly fingerprint: string } | { readonly ids: readonly string[] },
  bytes: Buffer | null,
  lane: number,
): Promise<string[]> {
  const parameters = 'fingerprint' in chosen ? [chosen.fingerprint, null] : [null, chosen.ids];
  const rows = await tx.query<{ public_id: string }[]>(REVIVE, [...parameters, bytes, lane]);
  return rows.map(({ public_id: id }) => id);
}

/** Takes a kind of mistake off the list; gives how many there were. */
export async function discardEvents(tx: EntityManager, fingerprint: string): Promise<number> {
  const [, count] = await tx.query<[unknown[], number]>(DISCARD, [fingerprint]);
  return count;
}

/** What happened per minute, the latest first. */
export function eventRate(db: EntityManager, minutes: number): Promise<EventMinute[]> {
  return db.query<EventMinute[]>(RATE, [minutes]);
}
