import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires, type Actor } from '../../access';
import { AssetObject, CatalogService, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { DeliveryService, type DeliveryPage } from '../delivery.service';
import { balances } from '../domain/delivery';
import type { Delivery, DeliveryItem, DeliveryOutcome, DeliveryStatus, Ledger, StoredPart } from '../domain/delivery';
import { DeliveryItemObject } from './delivery-item.type';
import {
  DeliveryConnectionObject,
  DeliveryObject,
  DeliveryOutcomeEnum,
  DeliveryPartObject,
  DeliveryStatusEnum,
  LedgerObject,
} from './delivery.types';

@Resolver(() => DeliveryObject)
export class DeliveryResolver {
  constructor(private readonly deliveries: DeliveryService) {}

  @Query(() => DeliveryConnectionObject, { name: 'deliveries', description: 'What came in, newest first.' })
  @Requires('ingest:read')
  async list(
    @Args('status', { type: () => [DeliveryStatusEnum], nullable: true }) statuses: DeliveryStatus[] | null,
    @Args('connector', { type: () => String, nullable: true }) connector: string | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<DeliveryPage> {
    const beforeId = decodeCursor(after);
    const filter = { statuses: statuses ?? null, connector: connector ?? null };
    const page = await this.deliveries.list(filter, checkFirst(first), beforeId);
    return { ...page, endCursor: encodeCursor(page.endCursor) };
  }

  @Query(() => DeliveryObject, { name: 'delivery', nullable: true, description: 'One delivery; none is null.' })
  @Requires('ingest:read')
  find(@Args('id', { type: () => ID }) id: string): Promise<Delivery | null> {
    return this.deliveries.find(id);
  }

  @Query(() => LedgerObject, { name: 'ledger', description: 'The balance of everything ever received.' })
  @Requires('ingest:read')
  ledger(): Promise<Ledger> {
    return this.deliveries.ledger();
  }

  @Mutation(() => DeliveryObject, {
    name: 'replayDelivery',
    description: 'Processes a dead letter again, from its stored bytes. CONFLICT when it is not dead.',
  })
  @Requires('ingest:replay')
  replay(
    @Args('id', { type: () => ID }) id: string,
    @Args('allowLargeClose', {
      defaultValue: false,
      description: 'Let a complete document close more than a fifth of what its source said.',
    })
    allowLargeClose: boolean,
    @CurrentActor() actor: Actor,
  ): Promise<Delivery> {
    return this.deliveries.replay(id, allowLargeClose, actor);
  }

  @ResolveField(() => [DeliveryItemObject], { description: 'What it did with each thing worth a reason, in order.' })
  @Requires('ingest:read')
  items(
    @Parent() delivery: Delivery,
    @Args('outcome', { type: () => [DeliveryOutcomeEnum], nullable: true }) outcomes: DeliveryOutcome[] | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => Int, nullable: true }) after: number | null,
  ): Promise<DeliveryItem[]> {
    return this.deliveries.items(delivery.id, outcomes ?? null, checkFirst(first), after ?? 0);
  }

  @ResolveField(() => [DeliveryPartObject], {
    description: 'Documents whose bytes are still kept; empty after retention or for a repeated delivery.',
  })
  @Requires('ingest:read')
  parts(@Parent() delivery: Delivery): Promise<StoredPart[]> {
    return this.deliveries.parts(delivery.id);
  }
}

@Resolver(() => DeliveryItemObject)
export class DeliveryItemResolver {
  private readonly assetOf = perRequest<Asset | null>(async (ids) => {
    const assets = await this.catalog.getAssets(ids);
    return new Map(assets.map((asset) => [asset.internalId, asset]));
  }, null);

  constructor(private readonly catalog: CatalogService) {}

  @ResolveField(() => AssetObject, { nullable: true, description: 'The asset it became; none when it was refused.' })
  @Requires('catalog:read')
  async asset(@Parent() item: DeliveryItem, @Context() context: object): Promise<Asset | null> {
    return item.assetId === null ? null : this.assetOf(context).load(item.assetId);
  }
}

@Resolver(() => LedgerObject)
export class LedgerResolver {
  @ResolveField(() => Boolean, { description: 'Whether the parts add up to received; false is a defect.' })
  @Requires('ingest:read')
  balances(@Parent() ledger: Ledger): boolean {
    return balances(ledger);
  }
}
