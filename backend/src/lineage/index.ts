export { ColumnLineageService } from './column-lineage.service';
export { ColumnEdgeObject } from './graphql/column-lineage.object';
export { GraphModel, type GraphModelStatus } from './graph-model.service';
export { ImpactedObject } from './graphql/impact.object';
export type { Impacted } from './impact';
export type { ColumnEdge, ColumnLineageGraph, LineageEdge, LineageGraph, LineageQuestion } from './lineage-graph';
export { LineageModule } from './lineage.module';
export { LineageService } from './lineage.service';
export * from './store/write';
