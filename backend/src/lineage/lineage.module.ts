import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { ColumnLineageService } from './column-lineage.service';
import { ColumnLineageResolver } from './graphql/column-lineage.resolver';
import { LineageResolver } from './graphql/lineage.resolver';
import { LineageService } from './lineage.service';
import { NeighbourService } from './neighbour.service';

@Module({
  imports: [CatalogModule],
  providers: [LineageService, NeighbourService, ColumnLineageService, LineageResolver, ColumnLineageResolver],
  exports: [LineageService, ColumnLineageService],
})
export class LineageModule {}
