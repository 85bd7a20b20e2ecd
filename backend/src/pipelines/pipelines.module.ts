import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { AssetRunsResolver } from './graphql/asset-runs.resolver';
import { JobResolver } from './graphql/job.resolver';
import { RunDatasetResolver, RunResolver } from './graphql/run.resolver';
import { PipelineService } from './pipeline.service';

@Module({
  imports: [CatalogModule],
  providers: [PipelineService, JobResolver, RunResolver, RunDatasetResolver, AssetRunsResolver],
  exports: [PipelineService],
})
export class PipelinesModule {}
