import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import { AssetObject, CatalogService, type Asset } from '../../catalog';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import { FacetService } from '../facet.service';
import { PipelineService } from '../pipeline.service';
import type { ControlEdge, Job, JobFilter, JobHealth, JobPage, Run } from '../run';
import { byNumber, checkDays } from './by-number';
import { ControlEdgeObject } from './control-edge.object';
import { JobConnectionObject, JobFilterInput, JobHealthObject, JobObject } from './job.object';
import { RunObject } from './run.object';

const NO_RUNS: JobHealth = { runs: 0, failed: 0, failureRate: null, medianSeconds: null, p95Seconds: null };

@Resolver(() => JobObject)
export class JobResolver {
  private readonly assetsOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);
  private readonly jobsOf = perRequest<Job | null>((ids) => this.pipelines.jobMap(ids), null);
  private readonly recentOf = perRequest<readonly Run[]>((keys) => this.loadPaged(keys), []);
  private readonly healthOf = perRequest<JobHealth>((keys) => this.loadHealth(keys), NO_RUNS);

  private readonly facetsOf = perRequest<Readonly<Record<string, unknown>>>((ids) => this.said.ofJobs(ids), {});
  private readonly controlOf = perRequest<readonly ControlEdge[]>((ids) => this.pipelines.controlEdges(ids), []);

  constructor(
    private readonly pipelines: PipelineService,
    private readonly said: FacetService,
    private readonly catalog: CatalogService,
  ) {}

  @Query(() => JobConnectionObject, { description: 'Jobs, those that ran last first.' })
  @Requires('lineage:read')
  jobs(
    @Args('filter', { type: () => JobFilterInput, nullable: true, description: 'Absent: all.' })
    filter: JobFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<JobPage> {
    return this.pipelines.listJobs(wantedJobs(filter), first, after ?? null);
  }

  @Query(() => JobObject, {
    nullable: true,
    description: 'The job that an asset of type JOB stands for; null for none.',
  })
  @Requires('lineage:read')
  job(@Args('assetId', { type: () => ID, description: 'Id of the asset.' }) assetId: string): Promise<Job | null> {
    return this.pipelines.jobOfAsset(assetId);
  }

  @Query(() => JobObject, { nullable: true, description: 'The job with a name, in any known spelling; null for none.' })
  @Requires('lineage:read')
  jobByName(
    @Args('namespace', { type: () => String, description: 'Namespace of the job.' }) namespace: string,
    @Args('name', { type: () => String, description: 'Name of the job.' }) name: string,
  ): Promise<Job | null> {
    return this.pipelines.jobByName(namespace, name);
  }

  @ResolveField(() => AssetObject, { nullable: true, description: 'Its page in the catalog; null before it has one.' })
  asset(@Parent() job: Job, @Context() context: object): Promise<Asset | null> | null {
    return job.assetId === null ? null : this.assetsOf(context).load(job.assetId);
  }

  @ResolveField(() => JobObject, { nullable: true, description: 'The job that it is part of: the DAG of a task.' })
  parent(@Parent() job: Job, @Context() context: object): Promise<Job | null> | null {
    return job.parentId === null ? null : this.jobsOf(context).load(job.parentId);
  }

  @ResolveField(() => [JobObject], { description: 'Jobs that are part of it, in order of name.' })
  children(
    @Parent() job: Job,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
  ): Promise<Job[]> {
    return this.pipelines.childJobs(job.internalId, checkFirst(first));
  }

  @ResolveField(() => [RunObject], { description: 'Its latest runs, latest start first.' })
  recentRuns(
    @Parent() job: Job,
    @Context() context: object,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
  ): Promise<readonly Run[]> {
    return this.recentOf(context).load(`${String(checkFirst(first))} ${job.internalId}`);
  }

  @ResolveField(() => JobHealthObject, { description: 'How its runs of the last days went.' })
  health(
    @Parent() job: Job,
    @Context() context: object,
    @Args('days', { type: () => Int, defaultValue: 7, description: '1 to 365.' }) days: number,
  ): Promise<JobHealth> {
    return this.healthOf(context).load(`${String(checkDays(days))} ${job.internalId}`);
  }

  @ResolveField(() => [ControlEdgeObject], {
    description:
      'What waits for what: its own edges and those among its parts, at most 2,000. No data need go along them.',
    complexity: 100,
  })
  controlEdges(@Parent() job: Job, @Context() context: object): Promise<readonly ControlEdge[]> {
    return this.controlOf(context).load(job.internalId);
  }

  @ResolveField(() => JsonScalar, {
    description: 'Every facet that events carry of the job, by name, as sent; the one said last counts.',
  })
  facets(@Parent() job: Job, @Context() context: object): Promise<Readonly<Record<string, unknown>>> {
    return this.facetsOf(context).load(job.internalId);
  }

  private loadPaged(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Run[]>> {
    return byNumber(keys, (first, ids) => this.pipelines.recentRuns(ids, first));
  }

  private loadHealth(keys: readonly string[]): Promise<ReadonlyMap<string, JobHealth>> {
    return byNumber(keys, (days, ids) => this.pipelines.health(ids, days));
  }
}

function wantedJobs(filter: JobFilterInput | null): JobFilter {
  const { text, isLate, isTopLevel, ...lists }: Partial<JobFilterInput> = filter ?? {};
  return {
    text: text ?? '',
    states: some(lists.states),
    integrations: some(lists.integrations),
    namespaces: some(lists.namespaces),
    owners: some(lists.owners),
    isLate: isLate ?? null,
    isTopLevel: isTopLevel ?? null,
  };
}

function some<Value>(values: readonly Value[] | null | undefined): readonly Value[] | null {
  return values && values.length > 0 ? values : null;
}
