import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { ConsequenceService } from './consequences.service';
import { AssetFreshnessResolver } from './graphql/asset-freshness.resolver';
import { AssetRunsResolver } from './graphql/asset-runs.resolver';
import { ConsequenceResolver, MissedWriteResolver } from './graphql/consequences.resolver';
import { JobDatasetResolver, JobDetailResolver } from './graphql/job-detail.resolver';
import { JobResolver } from './graphql/job.resolver';
import { RunDatasetResolver, RunResolver } from './graphql/run.resolver';
import { JobDetailService } from './job-detail.service';
import { PipelineService } from './pipeline.service';

@Module({
  imports: [CatalogModule],
  providers: [
    PipelineService,
    JobDetailService,
    ConsequenceService,
    JobResolver,
    JobDetailResolver,
    JobDatasetResolver,
    RunResolver,
    RunDatasetResolver,
    ConsequenceResolver,
    MissedWriteResolver,
    AssetRunsResolver,
    AssetFreshnessResolver,
  ],
  exports: [PipelineService],
})
export class PipelinesModule {}
