import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, CurrentActor, Requires, type Actor, type ActorRef } from '../../../access';
import { AssetObject, CatalogService, type Asset } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import { AccessRequestService } from '../../access-request/access-request.service';
import type { AccessRequestRow } from '../../domain/access-request/access-request';
import type { PageOf } from '../../policy/policy.service';
import {
  AccessRequestConnectionObject,
  AccessRequestFilterInput,
  AccessRequestObject,
  DecideAccessInputObject,
  RequestAccessInputObject,
} from './access-request.object';

@Resolver(() => AccessRequestObject)
export class AccessRequestResolver {
  private readonly assetOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);

  constructor(
    private readonly accessRequestCases: AccessRequestService,
    private readonly catalog: CatalogService,
  ) {}

  @Query(() => AccessRequestConnectionObject, {
    description:
      'Access requests, latest first: stewards see all, others their own, or with isMineToDecide those to decide.',
  })
  @Requires('access:request')
  accessRequests(
    @Args('filter', { type: () => AccessRequestFilterInput, nullable: true, description: 'Absent: all you may see.' })
    filter: AccessRequestFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<PageOf<AccessRequestRow>> {
    return this.accessRequestCases.list(actor, filter ?? {}, first, after);
  }

  @Mutation(() => AccessRequestObject, {
    description: 'Asks for access to what an asset holds; its owner or a steward decides. Never by token.',
  })
  @Requires('access:request')
  requestAccess(
    @Args('input', { description: 'What, what for and until when.' }) input: RequestAccessInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<AccessRequestRow> {
    return this.accessRequestCases.request(actor, input);
  }

  @Mutation(() => AccessRequestObject, {
    description:
      'Grants or refuses what another person asked for: as owner of the asset or as steward. Never by token.',
  })
  @Requires('access:request')
  decideAccess(
    @Args('input', { description: 'The decision.' }) input: DecideAccessInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<AccessRequestRow> {
    return this.accessRequestCases.decide(actor, input);
  }

  @Mutation(() => AccessRequestObject, { description: 'Withdraws your request, or takes access back before its time.' })
  @Requires('access:request')
  endAccess(
    @Args('id', { type: () => ID, description: 'Of the request.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, for the audit log.' }) reason: string,
    @CurrentActor() actor: Actor,
  ): Promise<AccessRequestRow> {
    return this.accessRequestCases.end(actor, id, reason);
  }

  @ResolveField(() => AssetObject, { nullable: true, description: 'The asset that it is about.' })
  asset(@Parent() request: AccessRequestRow, @Context() context: object): Promise<Asset | null> {
    return this.assetOf(context).load(request.assetId);
  }

  @ResolveField(() => ActorObject, { description: 'Who asked for it.' })
  requestedBy(@Parent() request: AccessRequestRow): ActorRef | null {
    return actorOf(request.requestedBy);
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who granted or refused it.' })
  decidedBy(@Parent() request: AccessRequestRow): ActorRef | null {
    return actorOf(request.decidedBy);
  }

  @ResolveField(() => Boolean, { complexity: 5, description: 'Whether you may decide on it.' })
  async isMineToDecide(
    @Parent() request: AccessRequestRow,
    @Context() context: object,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    const asset = await this.assetOf(context).load(request.assetId);
    const isOwn = request.requestedBy === `${actor.kind}:${actor.id}`;
    return !isOwn && asset !== null && this.accessRequestCases.mayDecide(actor, asset);
  }
}
