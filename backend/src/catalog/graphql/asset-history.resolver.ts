import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { invalid } from '../../shared/errors';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import { AssetDetailsService } from '../asset-details.service';
import type { Asset } from '../domain/asset';
import type { Change, SchemaVersion } from '../domain/history';
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
}
