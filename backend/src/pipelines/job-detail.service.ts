import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { AssetFreshness, JobDataset, JobRhythm, JobVersion } from './job-detail';
import { datasetsOfJobs, freshnessOfAssets, rhythmOfJobs, versionsOfJob } from './store/read-job-details';

/** What the page of a job shows beyond its runs. */
@Injectable()
export class JobDetailService {
  constructor(private readonly db: EntityManager) {}

  rhythm(jobIds: readonly string[]): Promise<ReadonlyMap<string, JobRhythm>> {
    return rhythmOfJobs(this.db, jobIds);
  }

  /** What jobs read and write now, by direction and job: `OUTPUT 17`. */
  datasets(jobIds: readonly string[]): Promise<ReadonlyMap<string, readonly JobDataset[]>> {
    return datasetsOfJobs(this.db, jobIds);
  }

  versions(jobId: string, limit: number): Promise<JobVersion[]> {
    return versionsOfJob(this.db, jobId, limit);
  }

  freshness(assetIds: readonly string[], days: number): Promise<ReadonlyMap<string, AssetFreshness>> {
    return freshnessOfAssets(this.db, assetIds, days);
  }
}
