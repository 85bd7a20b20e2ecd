import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import { PipelineService } from '../pipeline.service';
import type { Run } from '../run';
import { RunObject } from './run.object';

/** Runs of an asset: those that read or wrote it. */
@Resolver(() => AssetObject)
export class AssetRunsResolver {
  private readonly writersOf = perRequest<readonly Run[]>((ids) => this.pipelines.runsOfAssets(ids, 'OUTPUT', 1), []);

  constructor(private readonly pipelines: PipelineService) {}

  @ResolveField(() => [RunObject], { description: 'The latest runs that read or wrote it, latest start first.' })
  async runs(
    @Parent() asset: Asset,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
  ): Promise<readonly Run[]> {
    const found = await this.pipelines.runsOfAssets([asset.internalId], null, checkFirst(first));
    return found.get(asset.internalId) ?? [];
  }

  @ResolveField(() => RunObject, {
    nullable: true,
    description: 'The latest run that wrote it; null when none is known.',
  })
  async lastWrittenBy(@Parent() asset: Asset, @Context() context: object): Promise<Run | null> {
    const [run] = await this.writersOf(context).load(asset.internalId);
    return run ?? null;
  }
}
