import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import { FAILURE_THRESHOLD, RECOVERY_SECONDS } from '../../domain/notification/back-off';
import type { DeliveryState, WebhookDelivery } from '../../domain/notification/notification';

const CLAIM = loadSql(__dirname, 'queries/claim-deliveries.sql');
const SETTLE = loadSql(__dirname, 'queries/settle-delivery.sql');
const LIST = loadSql(__dirname, 'queries/list-webhook-deliveries.sql');
const REVIVE = loadSql(__dirname, 'queries/revive-webhook-delivery.sql');

/** A notice in hand. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly webhook_id: string;
  readonly event: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  /** With the one that follows. */
  readonly attempts: number;
}

/** Notices that are due, oldest first; nobody else sends them for a minute. */
export async function claimDeliveries(db: EntityManager, most: number): Promise<ClaimedDelivery[]> {
  const [rows] = await db.query<[ClaimedDelivery[], number]>(CLAIM, [most, FAILURE_THRESHOLD]);
  return rows;
}

/** Keeps how an attempt went; `retryInSeconds` null: the last one. */
export async function settleDelivery(
  db: EntityManager,
  id: string,
  attempt: { readonly httpStatus: number | null; readonly error: string | null },
  retryInSeconds: number | null,
): Promise<void> {
  const { httpStatus, error } = attempt;
  await db.query(SETTLE, [id, httpStatus, error, retryInSeconds, FAILURE_THRESHOLD, RECOVERY_SECONDS]);
}

/** Latest first, below id `before`. */
export function listWebhookDeliveries(
  db: EntityManager,
  webhookId: string,
  statuses: readonly DeliveryState[] | null,
  before: string | null,
  count: number,
): Promise<WebhookDelivery[]> {
  return db.query<WebhookDelivery[]>(LIST, [webhookId, statuses, before, count, null]);
}

/** By id, or null. */
export async function findWebhookDelivery(db: EntityManager, id: string): Promise<WebhookDelivery | null> {
  const [row] = await db.query<WebhookDelivery[]>(LIST, [null, null, null, 1, id]);
  return row ?? null;
}

/** A notice for one webhook alone; gives its id. */
export async function insertWebhookDelivery(tx: EntityManager, webhookId: string, body: object): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    `insert into webhook_delivery (webhook_id, event, key, body) values ($1, 'test', 'test:' || uuid_v7(), $2) returning id`,
    [webhookId, JSON.stringify(body)],
  );
  return row?.id ?? '';
}

/** Whether there was one that had been given up. */
export async function reviveWebhookDelivery(tx: EntityManager, id: string): Promise<boolean> {
  const [rows] = await tx.query<[unknown[], number]>(REVIVE, [id]);
  return rows.length > 0;
}

/** Takes what is settled for a month out of the log. */
export async function forgetOldDeliveries(db: EntityManager): Promise<void> {
  await db.query(`delete from webhook_delivery where created_at < now() - interval '30 days' and status <> 'WAITING'`);
}
