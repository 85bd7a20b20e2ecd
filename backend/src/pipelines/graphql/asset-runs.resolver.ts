import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import { FacetService } from '../facet.service';
import { PipelineService } from '../pipeline.service';
import type { Run } from '../run';
import { RunObject } from './run.object';

/** Runs of an asset: those that read or wrote it. */
@Resolver(() => AssetObject)
export class AssetRunsResolver {
  private readonly facetsOf = perRequest<Readonly<Record<string, unknown>>>((ids) => this.said.ofAssets(ids), {});
  private readonly writersOf = perRequest<readonly Run[]>((ids) => this.pipelines.runsOfAssets(ids, 'OUTPUT', 1), []);

  constructor(
    private readonly pipelines: PipelineService,
    private readonly said: FacetService,
  ) {}

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

  @ResolveField(() => JsonScalar, {
    description: 'Every facet that events carry of it, by name, as sent: of several spellings the one said last.',
  })
  facets(@Parent() asset: Asset, @Context() context: object): Promise<Readonly<Record<string, unknown>>> {
    return this.facetsOf(context).load(asset.internalId);
  }
}
