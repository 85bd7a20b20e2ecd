export { ColumnLineageService } from './column-lineage.service';
export type { ColumnLineageGraph, LineageGraph, LineageQuestion } from './lineage-graph';
export { LineageModule } from './lineage.module';
export { LineageService } from './lineage.service';
export * from './store/write';
