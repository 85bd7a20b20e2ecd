import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, CatalogService, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import { checkFirst } from '../../shared/paging';
import type { JobDataset, JobRhythm, JobVersion } from '../job-detail';
import { JobDetailService } from '../job-detail.service';
import type { Job } from '../run';
import { JobDatasetObject, JobRhythmObject, JobVersionObject } from './job-detail.object';
import { JobObject } from './job.object';

const NO_RHYTHM: JobRhythm = { usualSeconds: null, expectedAt: null, isLate: false };

/** What a job does and when: its rhythm, what it reads and writes. */
@Resolver(() => JobObject)
export class JobDetailResolver {
  private readonly rhythmOf = perRequest<JobRhythm>((ids) => this.details.rhythm(ids), NO_RHYTHM);
  private readonly datasetsOf = perRequest<readonly JobDataset[]>((keys) => this.loadDatasets(keys), []);

  constructor(private readonly details: JobDetailService) {}

  @ResolveField(() => JobRhythmObject, { description: 'How often it starts, and whether it is overdue.' })
  rhythm(@Parent() job: Job, @Context() context: object): Promise<JobRhythm> {
    return this.rhythmOf(context).load(job.internalId);
  }

  @ResolveField(() => [JobDatasetObject], { description: 'What it reads now, in order of name.' })
  inputs(@Parent() job: Job, @Context() context: object): Promise<readonly JobDataset[]> {
    return this.datasetsOf(context).load(`INPUT ${job.internalId}`);
  }

  @ResolveField(() => [JobDatasetObject], { description: 'What it writes now, in order of name.' })
  outputs(@Parent() job: Job, @Context() context: object): Promise<readonly JobDataset[]> {
    return this.datasetsOf(context).load(`OUTPUT ${job.internalId}`);
  }

  @ResolveField(() => [JobVersionObject], { description: 'What it read and wrote over time, seen last first.' })
  versions(
    @Parent() job: Job,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
  ): Promise<JobVersion[]> {
    return this.details.versions(job.internalId, checkFirst(first));
  }

  private loadDatasets(keys: readonly string[]): Promise<ReadonlyMap<string, readonly JobDataset[]>> {
    return this.details.datasets([...new Set(keys.map((key) => key.slice(key.indexOf(' ') + 1)))]);
  }
}

@Resolver(() => JobDatasetObject)
export class JobDatasetResolver {
  private readonly assetsOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);

  constructor(private readonly catalog: CatalogService) {}

  @ResolveField(() => AssetObject, { nullable: true, description: 'Its page; null before it has one.' })
  asset(@Parent() used: JobDataset, @Context() context: object): Promise<Asset | null> | null {
    return used.assetId === null ? null : this.assetsOf(context).load(used.assetId);
  }
}
