import type { EntityManager } from 'typeorm';

import { loadSql } from '../../database';
import type { DeliveryError, IngestionReport } from '../domain/delivery';

const CLAIM = loadSql(__dirname, 'queries/claim-delivery.sql');
const HOLD = loadSql(__dirname, 'queries/hold-delivery.sql');
const FINISH = loadSql(__dirname, 'queries/finish-delivery.sql');
const FAIL = loadSql(__dirname, 'queries/fail-delivery.sql');
const DUE = loadSql(__dirname, 'queries/due-deliveries.sql');
const LAST_OF_KIND = loadSql(__dirname, 'queries/last-of-kind.sql');
const REVIVE = loadSql(__dirname, 'queries/revive-delivery.sql');

/** A delivery whose row this transaction holds. */
export interface HeldDelivery {
  readonly id: string;
  readonly publicId: string;
  readonly connector: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sender: string;
  readonly contentHash: string;
  readonly receivedAt: Date;
  /** Of the request it came with. */
  readonly requestId: string | null;
}

interface HeldRow {
  id: string;
  public_id: string;
  connector: string;
  parameters: Record<string, string>;
  sender: string;
  content_hash: string;
  received_at: Date;
  request_id: string | null;
}

/** Counts one more attempt; null when the delivery is not due or somebody else works on it. */
export async function claimDelivery(db: EntityManager, id: string): Promise<number | null> {
  const [rows] = await db.query<[{ attempts: number }[], number]>(CLAIM, [id]);
  return rows[0]?.attempts ?? null;
}

/** Locks a pending delivery until the transaction ends; null when another worker has it or it is done. */
export async function holdDelivery(tx: EntityManager, id: string): Promise<HeldDelivery | null> {
  const [row] = await tx.query<HeldRow[]>(HOLD, [id]);
  if (row === undefined) return null;
  return {
    id: row.id,
    publicId: row.public_id,
    connector: row.connector,
    parameters: row.parameters,
    sender: row.sender,
    contentHash: row.content_hash,
    receivedAt: row.received_at,
    requestId: row.request_id,
  };
}

/** Marks a held delivery as done. */
export async function finishDelivery(
  tx: EntityManager,
  id: string,
  status: 'PROCESSED' | 'DEDUPLICATED',
  report: IngestionReport,
): Promise<void> {
  await tx.query(FINISH, [id, status, JSON.stringify(report)]);
}

/** Records a failed attempt: dead for good when `retryInSeconds` is null. */
export async function failDelivery(
  db: EntityManager,
  id: string,
  error: DeliveryError,
  retryInSeconds: number | null,
): Promise<void> {
  await db.query(FAIL, [id, retryInSeconds === null, JSON.stringify(error), retryInSeconds ?? 0]);
}

/** Internal ids of deliveries that may be tried now, oldest first. */
export async function dueDeliveries(db: EntityManager, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(DUE, [limit]);
  return rows.map((row) => row.id);
}

/** The last understood delivery of the same connector and parameters, or null. */
export async function lastOfKind(
  tx: EntityManager,
  id: string,
): Promise<{ contentHash: string; report: IngestionReport } | null> {
  const [row] = await tx.query<{ content_hash: string; report: IngestionReport }[]>(LAST_OF_KIND, [id]);
  return row === undefined ? null : { contentHash: row.content_hash, report: row.report };
}

/** Puts a dead letter back into the queue; null when it is not dead. */
export async function reviveDelivery(
  db: EntityManager,
  publicId: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string | null> {
  const [rows] = await db.query<[{ id: string }[], number]>(REVIVE, [publicId, JSON.stringify(parameters)]);
  return rows[0]?.id ?? null;
}
