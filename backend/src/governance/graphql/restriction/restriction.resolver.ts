import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, CurrentActor, Requires, type Actor, type ActorRef } from '../../../access';
import { AssetObject, CatalogService, type Asset } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import type { AccessInquiryRow, RestrictionRow } from '../../domain/restriction/restriction';
import type { PageOf } from '../../policy/policy.service';
import { AccessInquiryService } from '../../restriction/access-inquiry.service';
import { RestrictionService } from '../../restriction/restriction.service';
import {
  AccessInquiryConnectionObject,
  AccessInquiryObject,
  RequestAccessByNameInputObject,
  RestrictInputObject,
  RestrictionConnectionObject,
  RestrictionObject,
} from './restriction.object';

@Resolver(() => RestrictionObject)
export class RestrictionResolver {
  private readonly assetOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);

  constructor(
    private readonly restrictionCases: RestrictionService,
    private readonly catalog: CatalogService,
  ) {}

  @Query(() => RestrictionConnectionObject, { description: 'What is restricted, latest first.' })
  @Requires('catalog:restrict')
  restrictions(
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<PageOf<RestrictionRow>> {
    return this.restrictionCases.list(first, after);
  }

  @Mutation(() => RestrictionObject, {
    description: 'Hides an asset or a namespace from all but its owner, stewards and people whose access is granted.',
  })
  @Requires('catalog:restrict')
  restrict(
    @Args('input', { description: 'What, and why.' }) input: RestrictInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<RestrictionRow> {
    return this.restrictionCases.restrict(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Lets everybody know of it again; true.' })
  @Requires('catalog:restrict')
  async liftRestriction(
    @Args('id', { type: () => ID, description: 'Of the restriction.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why, for the audit log: at least 10 characters.' })
    reason: string,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    await this.restrictionCases.lift(actor, id, reason);
    return true;
  }

  @ResolveField(() => AssetObject, { nullable: true, description: 'The asset, when one alone is restricted.' })
  asset(@Parent() { assetId }: RestrictionRow, @Context() context: object): Promise<Asset | null> | null {
    return assetId === null ? null : this.assetOf(context).load(assetId);
  }

  @ResolveField(() => ActorObject, { description: 'Who restricted it.' })
  restrictedBy(@Parent() restriction: RestrictionRow): ActorRef | null {
    return actorOf(restriction.restrictedBy);
  }
}

@Resolver(() => AssetObject)
export class AssetRestrictionResolver {
  private readonly restrictionOf = perRequest<RestrictionRow | null>(
    (ids) => this.restrictionCases.ofAssets(ids),
    null,
  );

  constructor(private readonly restrictionCases: RestrictionService) {}

  @ResolveField(() => RestrictionObject, {
    nullable: true,
    description: 'The restriction it is under, its own or its namespace’s; null: everybody who may read sees it.',
  })
  restriction(@Parent() asset: Asset, @Context() context: object): Promise<RestrictionRow | null> {
    return this.restrictionOf(context).load(asset.internalId);
  }
}

@Resolver(() => AccessInquiryObject)
export class AccessInquiryResolver {
  constructor(private readonly inquiryCases: AccessInquiryService) {}

  @Query(() => AccessInquiryConnectionObject, { description: 'What you have asked for by name, latest first.' })
  @Requires('access:request')
  accessInquiries(
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<{ nodes: readonly AccessInquiryRow[]; endCursor: string | null }> {
    return this.inquiryCases.list(actor, first, after);
  }

  @Mutation(() => AccessInquiryObject, {
    description:
      'Asks for access to an asset by its name. If there is one, its owner decides; the answer is the same if not. Never by token.',
  })
  @Requires('access:request')
  requestAccessByName(
    @Args('input', { description: 'What, what for and until when.' }) input: RequestAccessByNameInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<AccessInquiryRow> {
    return this.inquiryCases.inquire(actor, input);
  }
}
