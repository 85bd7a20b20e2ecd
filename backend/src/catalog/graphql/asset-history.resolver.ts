import { Args, Context, GraphQLISODateTime, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { invalid } from '../../shared/errors';
import { perRequest } from '../../shared/graphql/per-request';
import { checkMoment } from '../../shared/moment';
import { checkFirst } from '../../shared/paging';
import { AssetDetailsService } from '../asset-details.service';
import type { Asset } from '../domain/asset';
import type { AssetMoment } from '../domain/asset-moment';
import type { Change, SchemaVersion } from '../domain/history';
import { AssetMomentObject } from './asset-moment.object';
import { AssetObject } from './asset.object';
import { ChangeObject, SchemaVersionObject } from './history.object';
import { pagedByAsset, pageKey } from './paged-by-asset';

/** What happened to an asset; one query for all assets of a reply that ask for the same page. */
@Resolver(() => AssetObject)
export class AssetHistoryResolver {
  private readonly versionsOf = perRequest(
    pagedByAsset((ids, first, after) =>
      this.details.schemaVersions(ids, first, after === null ? null : Number.parseInt(after, 10)),
    ),
    [] as readonly SchemaVersion[],
  );
  private readonly changesOf = perRequest(
    pagedByAsset((ids, first, after) => this.details.changes(ids, first, after)),
    [] as readonly Change[],
  );
  private readonly momentsOf = perRequest<AssetMoment | null>(
    pagedByAsset((ids, milliseconds) => this.details.moments(ids, new Date(milliseconds))),
    null,
  );

  constructor(private readonly details: AssetDetailsService) {}

  @ResolveField(() => [SchemaVersionObject], { description: 'Latest first.' })
  schemaVersions(
    @Parent() asset: Asset,
    @Context() context: object,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => Int, nullable: true, description: 'The last version of the page before.' })
    after: number | null | undefined,
  ): Promise<readonly SchemaVersion[]> {
    const cursor = typeof after === 'number' ? String(after) : null;
    return this.versionsOf(context).load(pageKey(asset.internalId, checkFirst(first), cursor));
  }

  @ResolveField(() => [ChangeObject], { description: 'Latest first.' })
  changes(
    @Parent() asset: Asset,
    @Context() context: object,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Change.id of the last one of the page before.' })
    after: string | null | undefined,
  ): Promise<readonly Change[]> {
    if (typeof after === 'string' && !/^\d{1,18}$/.test(after)) throw invalid('after: not an id of a change');
    return this.changesOf(context).load(pageKey(asset.internalId, checkFirst(first), after ?? null));
  }

  @ResolveField(() => AssetMomentObject, {
    nullable: true,
    description: 'As its sources described it at a moment; null when none had spoken of it, or none still did.',
  })
  asOf(
    @Parent() asset: Asset,
    @Context() context: object,
    @Args('at', { type: () => GraphQLISODateTime, description: 'The moment, in evidence time.' }) at: Date,
  ): Promise<AssetMoment | null> {
    checkMoment('at', at);
    return this.momentsOf(context).load(pageKey(asset.internalId, at.getTime(), null));
  }
}
