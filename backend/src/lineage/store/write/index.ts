export {
  listUnresolvedEdges,
  replaceColumnEdges,
  replaceEdges,
  type LineageEvidence,
  type LineageExtent,
  type UnresolvedEdge,
} from './replace-lineage';
export { dateEdges, type DatedColumnEdge, type DatedEdge } from './date-edges';
export { LINEAGE_STAGE, stageColumnEdges, stageEdges, type StagedColumnEdge, type StagedEdge } from './stage-edges';
export { moveColumnEdges, moveEdges, restoreLineage, snapshotLineage, type LineageSnapshot } from './move-lineage';
