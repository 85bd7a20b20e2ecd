import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { recordAudit, type Actor } from '../access';
import { conflict, notFound } from '../shared/errors';
import { isUuid } from '../shared/uuid';
import type { Delivery, DeliveryFilter, DeliveryItem, DeliveryOutcome, Ledger, StoredPart } from './domain/delivery';
import { IngestionService } from './ingestion.service';
import { reviveDelivery } from './store/attempts';
import { countDeliveries, findDelivery, listDeliveries, listDeliveryItems, readLedger } from './store/deliveries';
import { listParts } from './store/inbox';

/** A page of deliveries; `endCursor` is null on the last one. */
export interface DeliveryPage {
  readonly total: number;
  readonly nodes: Delivery[];
  readonly endCursor: string | null;
}

/** What came in, what became of it, and another try for what failed. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: DataSource,
    private readonly ingestion: IngestionService,
  ) {}

  /** Deliveries, newest first. */
  async list(filter: DeliveryFilter, first: number, beforeId: string | null): Promise<DeliveryPage> {
    const [total, nodes] = await Promise.all([
      countDeliveries(this.db.manager, filter),
      listDeliveries(this.db.manager, filter, first + 1, beforeId),
    ]);
    const page = nodes.slice(0, first);
    return { total, nodes: page, endCursor: nodes.length > first ? (page.at(-1)?.id ?? null) : null };
  }

  /** Null when there is none. */
  async find(publicId: string): Promise<Delivery | null> {
    return isUuid(publicId) ? findDelivery(this.db.manager, publicId) : null;
  }

  /** What a delivery did with each thing, in order. */
  items(
    deliveryId: string,
    outcomes: readonly DeliveryOutcome[] | null,
    first: number,
    afterSeq: number,
  ): Promise<DeliveryItem[]> {
    return listDeliveryItems(this.db.manager, deliveryId, outcomes, first, afterSeq);
  }

  /** Parts whose bytes are still kept. */
  parts(deliveryId: string): Promise<StoredPart[]> {
    return listParts(this.db.manager, deliveryId);
  }

  /** Deliveries by what became of them. */
  ledger(): Promise<Ledger> {
    return readLedger(this.db.manager);
  }

  /**
   * Tries a dead letter again, now; what it does is the same as if it had just arrived.
   *
   * @throws DomainError NOT_FOUND, or CONFLICT when it is not dead.
   */
  async replay(publicId: string, allowLargeClose: boolean, actor: Actor): Promise<Delivery> {
    const before = await this.found(publicId);
    const id = await this.db.transaction(async (tx) => {
      const revived = await reviveDelivery(tx, publicId, allowLargeClose ? { allowLargeClose: 'true' } : {});
      if (revived === null) throw conflict(`Delivery ${publicId} is ${before.status}: only DEAD ones are replayed`);
      await recordAudit(tx, {
        actor,
        action: 'delivery.replay',
        object: `delivery:${publicId}`,
        before: { error: before.error },
        after: { allowLargeClose },
      });
      return revived;
    });
    await this.ingestion.process(id);
    return this.found(publicId);
  }

  private async found(publicId: string): Promise<Delivery> {
    const delivery = await this.find(publicId);
    if (delivery === null) throw notFound('delivery', publicId);
    return delivery;
  }
}
