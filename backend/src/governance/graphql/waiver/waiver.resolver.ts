import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, CurrentActor, Requires, type Actor, type ActorRef } from '../../../access';
import { AssetObject, CatalogService, type Asset } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import type { PageOf } from '../../policy/policy.service';
import { WaiverService } from '../../waiver/waiver.service';
import {
  DecideWaiverInputObject,
  RequestWaiverInputObject,
  WaiverConnectionObject,
  WaiverFilterInput,
  WaiverObject,
} from './waiver.object';
import type { WaiverRow, WaiverSelection } from '../../domain/waiver/waiver-record';

const DAY_MS = 86_400_000;

@Resolver(() => WaiverObject)
export class WaiverResolver {
  private readonly assetOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);

  constructor(
    private readonly waiverRequests: WaiverService,
    private readonly catalog: CatalogService,
  ) {}

  @Query(() => WaiverConnectionObject, { description: 'Waivers, latest first.' })
  @Requires('governance:read')
  async waivers(
    @Args('filter', { type: () => WaiverFilterInput, nullable: true, description: 'Absent: all.' })
    filter: WaiverFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<PageOf<WaiverRow>> {
    const assetId = filter?.assetId ?? null;
    const asset = assetId === null ? null : await this.catalog.getAsset(assetId);
    if (assetId !== null && asset === null) return { total: 0, nodes: [], endCursor: null };
    return this.waiverRequests.list(selectionOf(filter ?? null, asset), first, after);
  }

  @Mutation(() => WaiverObject, {
    description: 'Asks for leave to break a policy for a while; another person decides.',
  })
  @Requires('waiver:request')
  requestWaiver(
    @Args('input', { description: 'What, why and until when.' }) input: RequestWaiverInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<WaiverRow> {
    return this.waiverRequests.request(actor, input);
  }

  @Mutation(() => WaiverObject, { description: 'Approves or rejects what another person asked for. Never by token.' })
  @Requires('waiver:decide')
  decideWaiver(
    @Args('input', { description: 'The decision.' }) input: DecideWaiverInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<WaiverRow> {
    return this.waiverRequests.decide(actor, input);
  }

  @Mutation(() => WaiverObject, { description: 'Withdraws a request, or ends a waiver before its time.' })
  @Requires('waiver:request')
  endWaiver(
    @Args('id', { type: () => ID, description: 'Of the waiver.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, for the audit log.' }) reason: string,
    @CurrentActor() actor: Actor,
  ): Promise<WaiverRow> {
    return this.waiverRequests.end(actor, id, reason);
  }

  @ResolveField(() => AssetObject, { nullable: true, description: 'The asset; null: any.' })
  asset(@Parent() waiver: WaiverRow, @Context() context: object): Promise<Asset | null> | null {
    return waiver.assetId === null ? null : this.assetOf(context).load(waiver.assetId);
  }

  @ResolveField(() => ActorObject, { description: 'Who asked for it.' })
  requestedBy(@Parent() waiver: WaiverRow): ActorRef | null {
    return actorOf(waiver.requestedBy);
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who approved or rejected it.' })
  decidedBy(@Parent() waiver: WaiverRow): ActorRef | null {
    return actorOf(waiver.decidedBy);
  }
}

function selectionOf(filter: WaiverFilterInput | null, asset: Asset | null): WaiverSelection {
  const assetId = asset?.internalId ?? null;
  if (filter === null) return { statuses: null, policy: null, assetId, until: null };
  const { status = null, policy = null, endsWithinDays = null } = filter;
  return { statuses: status, policy, assetId, until: daysAhead(endsWithinDays) };
}

const daysAhead = (days: number | null): Date | null => (days === null ? null : new Date(Date.now() + days * DAY_MS));
