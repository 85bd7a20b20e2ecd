export {
  listUnresolvedEdges,
  replaceColumnEdges,
  replaceEdges,
  type LineageEvidence,
  type UnresolvedEdge,
} from './replace-lineage';
export { openLineageStage, stageColumnEdges, stageEdges, type StagedColumnEdge, type StagedEdge } from './stage-edges';
export { moveColumnEdges, moveEdges, restoreLineage, snapshotLineage, type LineageSnapshot } from './move-lineage';
