import { ResolveField, Resolver } from '@nestjs/graphql';

import { Requires } from '../../access';
import { OverviewObject } from '../../catalog';
import { DeliveryService } from '../delivery.service';
import type { Delivery, Ledger } from '../domain/delivery';
import { DeliveryObject, LedgerObject } from './delivery.types';

const RECENT = 5;

/** The ingestion part of the home page. */
@Resolver(() => OverviewObject)
export class OverviewIngestionResolver {
  constructor(private readonly deliveries: DeliveryService) {}

  @ResolveField(() => [DeliveryObject], { description: 'The newest deliveries.' })
  @Requires('ingest:read')
  async recentDeliveries(): Promise<Delivery[]> {
    return (await this.deliveries.list({ statuses: null, connector: null }, RECENT, null)).nodes;
  }

  @ResolveField(() => LedgerObject, { description: 'The balance of everything ever received.' })
  @Requires('ingest:read')
  ledger(): Promise<Ledger> {
    return this.deliveries.ledger();
  }
}
