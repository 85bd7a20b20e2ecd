import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { LineageModule } from '../lineage';
import { ConsequenceService } from './consequences.service';
import { FacetService } from './facet.service';
import { AssetFreshnessResolver } from './graphql/asset-freshness.resolver';
import { AssetRunsResolver } from './graphql/asset-runs.resolver';
import { ConsequenceResolver, MissedWriteResolver } from './graphql/consequences.resolver';
import { ControlEdgeResolver } from './graphql/control-edge.resolver';
import { JobDatasetResolver, JobDetailResolver } from './graphql/job-detail.resolver';
import { JobResolver } from './graphql/job.resolver';
import { RunDatasetResolver, RunResolver } from './graphql/run.resolver';
import { MarquezController } from './http/marquez.controller';
import { JobDetailService } from './job-detail.service';
import { LatenessKeeper } from './lateness-keeper';
import { MarquezGraphService } from './marquez/marquez-graph.service';
import { MarquezService } from './marquez/marquez.service';
import { PipelineService } from './pipeline.service';

@Module({
  imports: [CatalogModule, LineageModule],
  controllers: [MarquezController],
  providers: [
    PipelineService,
    FacetService,
    JobDetailService,
    ConsequenceService,
    LatenessKeeper,
    MarquezService,
    MarquezGraphService,
    JobResolver,
    JobDetailResolver,
    JobDatasetResolver,
    ControlEdgeResolver,
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
