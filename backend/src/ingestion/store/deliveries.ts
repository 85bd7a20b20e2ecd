import type { EntityManager } from 'typeorm';

import { loadSql } from '../../database';
import type {
  Delivery,
  DeliveryError,
  DeliveryFilter,
  DeliveryItem,
  DeliveryOutcome,
  DeliveryStatus,
  IngestionReport,
  Ledger,
} from '../domain/delivery';

const LIST = loadSql(__dirname, 'queries/list-deliveries.sql');
const COUNT = loadSql(__dirname, 'queries/count-deliveries.sql');
const FIND = loadSql(__dirname, 'queries/find-delivery.sql');
const ITEMS = loadSql(__dirname, 'queries/list-delivery-items.sql');
const LEDGER = loadSql(__dirname, 'queries/read-ledger.sql');

interface DeliveryRow {
  id: string;
  public_id: string;
  connector: string;
  parameters: Record<string, string>;
  sender: string;
  status: DeliveryStatus;
  content_hash: string | null;
  byte_count: string;
  received_at: Date;
  finished_at: Date | null;
  attempts: number;
  error: DeliveryError | null;
  report: IngestionReport | null;
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    publicId: row.public_id,
    connector: row.connector,
    parameters: row.parameters,
    sender: row.sender,
    status: row.status,
    contentHash: row.content_hash,
    byteCount: Number(row.byte_count),
    receivedAt: row.received_at,
    finishedAt: row.finished_at,
    attempts: row.attempts,
    error: row.error,
    report: row.report,
  };
}

/** Deliveries, newest first, older than `beforeId` when given. */
export async function listDeliveries(
  db: EntityManager,
  filter: DeliveryFilter,
  first: number,
  beforeId: string | null,
): Promise<Delivery[]> {
  const rows = await db.query<DeliveryRow[]>(LIST, [filter.statuses, filter.connector, beforeId, first]);
  return rows.map(toDelivery);
}

/** How many deliveries the filter lets through. */
export async function countDeliveries(db: EntityManager, filter: DeliveryFilter): Promise<number> {
  const [row] = await db.query<{ total: string }[]>(COUNT, [filter.statuses, filter.connector]);
  return Number(row?.total ?? 0);
}

/** A delivery by the id the API shows, or null. */
export async function findDelivery(db: EntityManager, publicId: string): Promise<Delivery | null> {
  const [row] = await db.query<DeliveryRow[]>(FIND, [publicId]);
  return row === undefined ? null : toDelivery(row);
}

/** What the delivery did, in order, after `afterSeq` (0 for the start). */
export async function listDeliveryItems(
  db: EntityManager,
  deliveryId: string,
  outcomes: readonly DeliveryOutcome[] | null,
  first: number,
  afterSeq: number,
): Promise<DeliveryItem[]> {
  const rows = await db.query<(Omit<DeliveryItem, 'assetId'> & { asset_id: string | null })[]>(ITEMS, [
    deliveryId,
    outcomes,
    afterSeq,
    first,
  ]);
  return rows.map(({ asset_id, ...item }) => ({ ...item, assetId: asset_id }));
}

/** Deliveries by what became of them, in one snapshot. */
export async function readLedger(db: EntityManager): Promise<Ledger> {
  const [row] = await db.query<Record<string, string>[]>(LEDGER);
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    received: count('received'),
    processed: count('processed'),
    deduplicated: count('deduplicated'),
    deadLettered: count('dead_lettered'),
    pending: count('pending'),
  };
}
