import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { DeadEvent, EventBacklog, IncomingEvent, RefusedEvent, WaitingEvent } from '../domain/event';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const STORE = query('store-events');
const STORE_RECORDED = query('store-recorded');
const CLAIM = query('claim-events');
const BURY = query('bury-events');
const REFUSE = query('refuse-events');
const BLOT = query('blot-events');
const COUNT = query('count-events');
const NOTE = query('note-attempt');
const BACKLOG = query('event-backlog');

/** Makes events durable and due, all or none. From here on nothing may lose them. */
export async function storeEvents(db: EntityManager, events: readonly IncomingEvent[], lane: number): Promise<void> {
  if (events.length === 0) return;
  const starts: number[] = [];
  let start = 1;
  for (const { bytes } of events) {
    starts.push(start);
    start += bytes.length;
  }
  const all = Buffer.concat(events.map(({ bytes }) => bytes));
  const lengths = events.map(({ bytes }) => bytes.length);
  const senders = events.map(({ sender }) => sender);
  await db.query(STORE, [all, starts, lengths, senders, lane]);
}

/** Stores events that are understood in this very transaction; gives where they are, in their order. */
export async function storeRecorded(
  tx: EntityManager,
  events: readonly Buffer[],
  sender: string,
  lane: number,
): Promise<{ readonly id: string; readonly receivedAt: string }[]> {
  const rows = await tx.query<{ id: string; received_at: string }[]>(STORE_RECORDED, [events, sender, lane]);
  return rows.map(({ id, received_at: receivedAt }) => ({ id, receivedAt }));
}

interface WaitingRow {
  id: string;
  received_at: string;
  sender: string;
  bytes: Buffer;
  attempts: number;
}

/** Takes events out of the queue for this transaction, oldest first. `ids`: only these. */
export async function claimEvents(
  tx: EntityManager,
  limit: number,
  ids: readonly string[] | null,
): Promise<WaitingEvent[]> {
  const rows = await tx.query<WaitingRow[]>(CLAIM, [limit, ids]);
  return rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
}

/** Keeps claimed events as dead letters. */
export async function buryEvents(tx: EntityManager, dead: readonly DeadEvent[]): Promise<void> {
  if (dead.length === 0) return;
  const rows = dead.map(({ receivedAt: received_at, ...rest }) => ({ ...rest, received_at }));
  await tx.query(BURY, [JSON.stringify(rows)]);
}

/** Keeps what was refused at the door. */
export async function refuseEvents(db: EntityManager, refused: readonly RefusedEvent[], lane: number): Promise<void> {
  if (refused.length === 0) return;
  await db.query(REFUSE, [
    refused.map(({ sender }) => sender),
    refused.map(({ bytes }) => bytes),
    refused.map(({ code }) => code),
    refused.map(({ message }) => message),
    refused.map(({ fingerprint }) => fingerprint),
    lane,
  ]);
}

/** Puts texts without secrets in place of the bytes of events. */
export async function blotEvents(
  tx: EntityManager,
  events: readonly { readonly id: string; readonly receivedAt: string; readonly text: string }[],
): Promise<void> {
  if (events.length === 0) return;
  const parameters = [
    events.map(({ id }) => id),
    events.map(({ receivedAt }) => receivedAt),
    events.map(({ text }) => text),
  ];
  await tx.query(BLOT, parameters);
}

/** Counts what became of events in this transaction. */
export async function countEvents(
  tx: EntityManager,
  lane: number,
  counts: { readonly processed: number; readonly deduplicated: number },
): Promise<void> {
  await tx.query(COUNT, [lane, counts.processed, counts.deduplicated]);
}

/** Counts a failure of ours at events that wait again. */
export async function noteAttempt(db: EntityManager, ids: readonly string[]): Promise<void> {
  await db.query(NOTE, [ids]);
}

/** How many events wait, counted up to `most`, and since when. */
export async function readBacklog(db: EntityManager, most: number): Promise<EventBacklog> {
  const [row] = await db.query<EventBacklog[]>(BACKLOG, [most]);
  return row ?? { waiting: 0, oldest: null };
}
