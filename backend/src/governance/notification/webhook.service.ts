import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { CONFIG, type Config } from '../../config';
import { conflict, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst } from '../../shared/paging';
import { isUuid } from '../../shared/uuid';
import type { DeliveryState, Webhook, WebhookDelivery } from '../domain/notification/notification';
import { checkWebhook, type WebhookSettings } from '../domain/notification/webhook-rule';
import {
  findWebhookDelivery,
  insertWebhookDelivery,
  listWebhookDeliveries,
  reviveWebhookDelivery,
} from '../store/notification/deliveries';
import {
  deleteWebhook,
  findWebhook,
  listWebhooks,
  saveWebhook,
  type WebhookToStore,
} from '../store/notification/webhooks';
import { NotificationRunner } from './notification-runner.service';
import { checkTarget } from './target';

/** More of them would make every change slower. */
const MOST_WEBHOOKS = 50;
const SECRET_BYTES = 32;

/** A webhook as somebody wants it; `id` absent: a new one. */
export interface WebhookToSave extends WebhookSettings {
  readonly id?: string | null | undefined;
  readonly isEnabled: boolean;
}

/** The webhook, with its secret if one was made just now. */
export interface SavedWebhook {
  readonly webhook: Webhook;
  readonly secret: string | null;
}

/** Who is told of what happens, and what became of it. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly db: EntityManager,
    private readonly runner: NotificationRunner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In order of name; at most 50. */
  list(): Promise<readonly Webhook[]> {
    return listWebhooks(this.db);
  }

  /** Latest first. @throws DomainError INVALID for a bad page */
  async deliveries(
    webhookId: string,
    statuses: readonly DeliveryState[] | null,
    first: number,
    after: string | null,
  ): Promise<{ readonly nodes: readonly WebhookDelivery[]; readonly endCursor: string | null }> {
    const before = decodeKeyset(after, ['string'])?.[0] ?? null;
    if (before !== null && !isUuid(String(before))) throw invalid('after: not a cursor of this list');
    await this.known(this.db, webhookId);
    const page = before === null ? null : String(before);
    const rows = await listWebhookDeliveries(this.db, webhookId, statuses, page, checkFirst(first) + 1);
    const nodes = rows.slice(0, first);
    const last = rows.length > first ? nodes.at(-1) : undefined;
    return { nodes, endCursor: last ? encodeKeyset([last.id]) : null };
  }

  /**
   * Adds or changes one. Without a secret a new one gets its own, told this once.
   *
   * @throws DomainError INVALID naming the setting and the rule; NOT_FOUND; CONFLICT for a name that is taken, or the 51st
   */
  async save(actor: Actor, wanted: WebhookToSave): Promise<SavedWebhook> {
    checkWebhook(wanted);
    const { href } = checkTarget(wanted.url, this.config.webhookHosts);
    return this.db.transaction(async (tx) => {
      const before = wanted.id ? await this.known(tx, wanted.id) : null;
      await refuseTaken(tx, wanted, before);
      const made = before === null && !wanted.secret ? randomBytes(SECRET_BYTES).toString('base64url') : null;
      const row = rowOf({ ...wanted, url: href }, before, wanted.secret ?? made, actor);
      const webhook = await this.known(tx, (await saveWebhook(tx, row)) ?? '');
      const states = {
        before: before && auditable(before),
        after: { ...auditable(webhook), isNewSecret: row.secret !== null },
      };
      await recordAudit(tx, { actor, action: 'webhook.save', object: `webhook:${webhook.id}`, ...states });
      return { webhook, secret: made };
    });
  }

  /** With what waits for it. @throws DomainError NOT_FOUND */
  delete(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = auditable(await this.known(tx, id));
      await deleteWebhook(tx, id);
      await recordAudit(tx, { actor, action: 'webhook.delete', object: `webhook:${id}`, before });
    });
  }

  /** Sends it something now; gives how that went. @throws DomainError NOT_FOUND; CONFLICT while it is disabled */
  async test(actor: Actor, id: string): Promise<WebhookDelivery> {
    const delivery = await this.db.transaction(async (tx) => {
      const webhook = await this.known(tx, id);
      if (!webhook.isEnabled) throw conflict(`Webhook ${webhook.name}: is disabled`);
      await recordAudit(tx, { actor, action: 'webhook.test', object: `webhook:${id}` });
      const at = new Date().toISOString();
      return insertWebhookDelivery(tx, id, { event: 'test', at, data: { webhook: webhook.name } });
    });
    await this.runner.settle();
    return this.knownDelivery(delivery);
  }

  /** Tries again what was given up. @throws DomainError NOT_FOUND; CONFLICT when it was not */
  async resend(actor: Actor, id: string): Promise<WebhookDelivery> {
    const before = await this.knownDelivery(id);
    await this.db.transaction(async (tx) => {
      if (!(await reviveWebhookDelivery(tx, id))) throw conflict(`Notice ${id}: is ${before.status.toLowerCase()}`);
      const object = `webhook:${before.webhookId}`;
      await recordAudit(tx, { actor, action: 'webhook.resend', object, after: { delivery: id, event: before.event } });
    });
    await this.runner.settle();
    return this.knownDelivery(id);
  }

  private async known(db: EntityManager, id: string): Promise<Webhook> {
    const webhook = isUuid(id) ? await findWebhook(db, id) : null;
    if (!webhook) throw notFound('webhook', id);
    return webhook;
  }

  private async knownDelivery(id: string): Promise<WebhookDelivery> {
    const delivery = isUuid(id) ? await findWebhookDelivery(this.db, id) : null;
    if (!delivery) throw notFound('notice', id);
    return delivery;
  }
}

function rowOf(wanted: WebhookToSave, before: Webhook | null, secret: string | null, actor: Actor): WebhookToStore {
  const { name, url, events, isEnabled } = wanted;
  return { id: before?.id ?? null, name, url, events, isEnabled, secret, createdBy: actorKey(actor) };
}

async function refuseTaken(tx: EntityManager, { name }: WebhookToSave, before: Webhook | null): Promise<void> {
  await tx.query('lock table webhook in share row exclusive mode');
  const all = await listWebhooks(tx);
  if (all.some((one) => one.name === name && one.id !== before?.id)) throw conflict(`Webhook ${name}: is taken`);
  if (before === null && all.length >= MOST_WEBHOOKS) throw conflict(`Webhooks: there are ${MOST_WEBHOOKS} already`);
}

/** Addresses of chat services are secrets themselves: of those the host alone is audited. */
const auditable = ({ name, url, events, isEnabled }: Webhook): Readonly<Record<string, unknown>> => ({
  ...{ name, events, isEnabled },
  host: new URL(url).host,
});
