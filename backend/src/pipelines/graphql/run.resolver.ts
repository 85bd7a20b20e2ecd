import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import { AssetObject, CatalogService, type Asset } from '../../catalog';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import { FacetService } from '../facet.service';
import { PipelineService } from '../pipeline.service';
import type { Job, Run, RunDataset, RunEvent, RunFilter, RunPage } from '../run';
import { JobObject } from './job.object';
import { RunConnectionObject, RunDatasetObject, RunEventObject, RunFilterInput, RunObject } from './run.object';

const NO_PAGE: RunPage = { total: 0, nodes: [], endCursor: null };
const MOST_EVENTS = 500;

@Resolver(() => RunObject)
export class RunResolver {
  private readonly jobsOf = perRequest<Job | null>((ids) => this.pipelines.jobMap(ids), null);
  private readonly runsOf = perRequest<Run | null>((ids) => this.pipelines.runMap(ids), null);
  private readonly datasetsOf = perRequest<readonly RunDataset[]>((ids) => this.pipelines.datasets(ids), []);

  constructor(
    private readonly pipelines: PipelineService,
    private readonly said: FacetService,
  ) {}

  @Query(() => RunConnectionObject, { description: 'Runs, latest start first.' })
  @Requires('lineage:read')
  async runs(
    @Args('filter', { type: () => RunFilterInput, nullable: true, description: 'Absent: all.' })
    filter: RunFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<RunPage> {
    const job = filter?.jobAssetId ? await this.pipelines.jobOfAsset(filter.jobAssetId) : null;
    if (filter?.jobAssetId && job === null) return NO_PAGE;
    return this.pipelines.listRuns(wantedRuns(filter ?? {}, job), first, after ?? null);
  }

  @Query(() => RunObject, { nullable: true, description: 'A run; null when there is none.' })
  @Requires('lineage:read')
  run(@Args('id', { type: () => ID, description: 'Id of the run.' }) id: string): Promise<Run | null> {
    return this.pipelines.run(id);
  }

  @ResolveField(() => JobObject, { nullable: true, description: 'What ran.' })
  job(@Parent() run: Run, @Context() context: object): Promise<Job | null> {
    return this.jobsOf(context).load(run.jobId);
  }

  @ResolveField(() => RunObject, { nullable: true, description: 'The run that started it.' })
  parent(@Parent() run: Run, @Context() context: object): Promise<Run | null> | null {
    return run.parentId === null ? null : this.runsOf(context).load(run.parentId);
  }

  @ResolveField(() => RunObject, { nullable: true, description: 'The first of the chain of runs that started it.' })
  root(@Parent() run: Run, @Context() context: object): Promise<Run | null> | null {
    return run.rootId === null ? null : this.runsOf(context).load(run.rootId);
  }

  @ResolveField(() => [RunObject], { description: 'Runs that it started, earliest first.' })
  children(
    @Parent() run: Run,
    @Args('first', { type: () => Int, defaultValue: 100, description: '1 to 100.' }) first: number,
  ): Promise<Run[]> {
    return this.pipelines.childRuns(run.internalId, checkFirst(first));
  }

  @ResolveField(() => [RunDatasetObject], { description: 'What it read, in order of name.' })
  async inputs(@Parent() run: Run, @Context() context: object): Promise<readonly RunDataset[]> {
    const used = await this.datasetsOf(context).load(run.internalId);
    return used.filter(({ direction }) => direction === 'INPUT');
  }

  @ResolveField(() => [RunDatasetObject], { description: 'What it wrote, in order of name.' })
  async outputs(@Parent() run: Run, @Context() context: object): Promise<readonly RunDataset[]> {
    const used = await this.datasetsOf(context).load(run.internalId);
    return used.filter(({ direction }) => direction === 'OUTPUT');
  }

  @ResolveField(() => [RunEventObject], { description: 'In order of event time; at most 500.' })
  events(@Parent() run: Run): Promise<RunEvent[]> {
    return this.pipelines.events(run.internalId, MOST_EVENTS);
  }

  @ResolveField(() => JsonScalar, { description: 'Every facet that its events carry, by name, as sent.' })
  facets(@Parent() run: Run): Promise<Readonly<Record<string, unknown>>> {
    return this.said.ofRun(run.internalId);
  }
}

function wantedRuns(
  { states, from, to }: Partial<Pick<RunFilterInput, 'states' | 'from' | 'to'>>,
  job: Job | null,
): RunFilter {
  const some = states && states.length > 0 ? states : null;
  return { states: some, jobId: job?.internalId ?? null, from: from ?? null, to: to ?? null };
}

@Resolver(() => RunDatasetObject)
export class RunDatasetResolver {
  private readonly assetsOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);

  constructor(
    private readonly catalog: CatalogService,
    private readonly said: FacetService,
  ) {}

  @ResolveField(() => AssetObject, { nullable: true, description: 'Its page; null before it has one.' })
  asset(@Parent() used: RunDataset, @Context() context: object): Promise<Asset | null> | null {
    return used.assetId === null ? null : this.assetsOf(context).load(used.assetId);
  }

  @ResolveField(() => JsonScalar, {
    description: 'Every facet that events of the run carry of it, by name, as sent: statistics, checks, subsets …',
  })
  facets(@Parent() used: RunDataset): Promise<Readonly<Record<string, unknown>>> {
    return this.said.ofUse(used);
  }
}
