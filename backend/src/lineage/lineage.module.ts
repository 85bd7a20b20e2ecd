import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { ColumnLineageService } from './column-lineage.service';
import { ColumnLineageResolver } from './graphql/column-lineage.resolver';
import { ImpactResolver } from './graphql/impact.resolver';
import { GraphModel } from './graph-model.service';
import { HistoryStorageResolver } from './graphql/history-storage.resolver';
import { HistoryRetention } from './history-retention.service';
import { LineageChangesResolver } from './graphql/lineage-changes.resolver';
import { LineageDiffResolver } from './graphql/lineage-diff.resolver';
import { LineagePathsResolver } from './graphql/lineage-paths.resolver';
import { LineageSelectionResolver } from './graphql/lineage-selection.resolver';
import { LineageResolver } from './graphql/lineage.resolver';
import { ImpactController } from './http/impact.controller';
import { ImpactService } from './impact.service';
import { LineageChangesService } from './lineage-changes.service';
import { LineageDiffService } from './lineage-diff.service';
import { LineageService } from './lineage.service';
import { NeighbourService } from './neighbour.service';
import { SelectionService } from './selection.service';
import { PathService } from './path.service';

@Module({
  imports: [CatalogModule],
  controllers: [ImpactController],
  providers: [
    LineageService,
    HistoryRetention,
    HistoryStorageResolver,
    GraphModel,
    NeighbourService,
    ColumnLineageService,
    ImpactService,
    LineageDiffService,
    LineageChangesService,
    LineageChangesResolver,
    SelectionService,
    LineageSelectionResolver,
    LineageResolver,
    ColumnLineageResolver,
    ImpactResolver,
    LineageDiffResolver,
    PathService,
    LineagePathsResolver,
  ],
  exports: [LineageService, GraphModel, ColumnLineageService],
})
export class LineageModule {}
