import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import { FAILURE_THRESHOLD } from '../../domain/notification/back-off';
import type { Webhook } from '../../domain/notification/notification';

const LIST = loadSql(__dirname, 'queries/list-webhooks.sql');
const SAVE = loadSql(__dirname, 'queries/save-webhook.sql');

export interface WebhookToStore {
  readonly id: string | null;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly isEnabled: boolean;
  /** Null: stays. */
  readonly secret: string | null;
  readonly createdBy: string;
}

/** In order of name. */
export function listWebhooks(db: EntityManager): Promise<Webhook[]> {
  return db.query<Webhook[]>(LIST, [null, FAILURE_THRESHOLD]);
}

/** By id, or null. */
export async function findWebhook(db: EntityManager, id: string): Promise<Webhook | null> {
  const [row] = await db.query<Webhook[]>(LIST, [id, FAILURE_THRESHOLD]);
  return row ?? null;
}

/** Adds or changes one; gives its id, or null when there is none to change. A name that is taken breaks a unique index. */
export async function saveWebhook(tx: EntityManager, webhook: WebhookToStore): Promise<string | null> {
  const { id, name, url, events, isEnabled, secret, createdBy } = webhook;
  const [row] = await tx.query<{ id: string }[]>(SAVE, [id, name, url, events, isEnabled, secret, createdBy]);
  return row?.id ?? null;
}

/** With all it was told. */
export async function deleteWebhook(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from webhook where id = $1', [id]);
}
