import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import type { AssetFreshness } from '../job-detail';
import { JobDetailService } from '../job-detail.service';
import { byNumber, checkDays } from './by-number';
import { AssetFreshnessObject } from './job-detail.object';

/** How current assets are. */
@Resolver(() => AssetObject)
export class AssetFreshnessResolver {
  private readonly freshnessOf = perRequest<AssetFreshness | null>((keys) => this.loadFreshness(keys), null);

  constructor(private readonly details: JobDetailService) {}

  @ResolveField(() => AssetFreshnessObject, {
    nullable: true,
    description: 'How current it is, by the runs that write it; null when none is known.',
  })
  freshness(
    @Parent() asset: Asset,
    @Context() context: object,
    @Args('days', { type: () => Int, defaultValue: 7, description: '1 to 365.' }) days: number,
  ): Promise<AssetFreshness | null> {
    return this.freshnessOf(context).load(`${String(checkDays(days))} ${asset.internalId}`);
  }

  private loadFreshness(keys: readonly string[]): Promise<ReadonlyMap<string, AssetFreshness>> {
    return byNumber(keys, (days, ids) => this.details.freshness(ids, days));
  }
}
