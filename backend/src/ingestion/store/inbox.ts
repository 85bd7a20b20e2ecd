import type { EntityManager } from 'typeorm';

import { loadSql } from '../../database';
import { DomainError } from '../../shared/errors';
import type { StoredPart } from '../domain/delivery';

const START = loadSql(__dirname, 'queries/start-delivery.sql');
const ADD_CHUNK = loadSql(__dirname, 'queries/add-chunk.sql');
const READ_CHUNK = loadSql(__dirname, 'queries/read-chunk.sql');
const ACCEPT = loadSql(__dirname, 'queries/accept-delivery.sql');
const FORGET = loadSql(__dirname, 'queries/forget-delivery.sql');
const FORGET_BYTES = loadSql(__dirname, 'queries/forget-bytes.sql');
const LIST_PARTS = loadSql(__dirname, 'queries/list-parts.sql');
const PRUNE = loadSql(__dirname, 'queries/prune-deliveries.sql');

/** A delivery that has just been opened. */
export interface OpenDelivery {
  readonly id: string;
  readonly publicId: string;
}

/** Opens a delivery; it is not acknowledged before `acceptDelivery`. */
export async function startDelivery(
  db: EntityManager,
  connector: string,
  parameters: Readonly<Record<string, string>>,
  sender: { readonly key: string; readonly requestId: string | null },
): Promise<OpenDelivery> {
  const [row] = await db.query<{ id: string; public_id: string }[]>(START, [
    connector,
    JSON.stringify(parameters),
    sender.key,
    sender.requestId,
  ]);
  if (row === undefined) throw new Error('The inbox gave no id to a new delivery');
  return { id: row.id, publicId: row.public_id };
}

/** Stores one gzip piece of at most 1 MB; `seq` counts from 0 within the part. */
export async function addChunk(
  db: EntityManager,
  deliveryId: string,
  part: string,
  seq: number,
  bytes: Buffer,
): Promise<void> {
  await db.query(ADD_CHUNK, [deliveryId, part, seq, bytes]);
}

/** Yields the stored pieces of a part in order; one piece is in memory at a time. */
export async function* readChunks(db: EntityManager, deliveryId: string, part: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq += 1) {
    const [row] = await db.query<{ bytes: Buffer }[]>(READ_CHUNK, [deliveryId, part, seq]);
    if (row === undefined) return;
    yield row.bytes;
  }
}

/**
 * Makes the delivery durable and due. From here on nothing may lose it.
 *
 * @throws DomainError UNAVAILABLE when it is not being received any more: retention took it for abandoned.
 */
export async function acceptDelivery(
  db: EntityManager,
  id: string,
  contentHash: string,
  byteCount: number,
): Promise<void> {
  const [rows] = await db.query<[{ id: string }[], number]>(ACCEPT, [id, contentHash, byteCount]);
  if (rows.length === 0) throw new DomainError('UNAVAILABLE', 'The document took too long to arrive; send it again');
}

/** Forgets a delivery that was never acknowledged. */
export async function forgetDelivery(db: EntityManager, id: string): Promise<void> {
  await db.query(FORGET, [id]);
}

/** Drops the stored bytes of a delivery, not the delivery. */
export async function forgetBytes(db: EntityManager, id: string): Promise<void> {
  await db.query(FORGET_BYTES, [id]);
}

/** Parts whose bytes are still kept, by name; empty once retention or deduplication dropped them. */
export async function listParts(db: EntityManager, id: string): Promise<StoredPart[]> {
  const rows = await db.query<{ name: string; byte_count: string }[]>(LIST_PARTS, [id]);
  return rows.map((row) => ({ name: row.name, byteCount: Number(row.byte_count) }));
}

/** Applies retention; `days` is how long bytes of understood deliveries are kept. */
export async function pruneDeliveries(db: EntityManager, days: number): Promise<void> {
  await db.query(PRUNE, [days]);
}
