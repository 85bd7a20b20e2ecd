export {
  listUnresolvedEdges,
  replaceColumnEdges,
  replaceEdges,
  type LineageEvidence,
  type UnresolvedEdge,
} from './replace-lineage';
export { openLineageStage, stageColumnEdges, stageEdges, type StagedColumnEdge, type StagedEdge } from './stage-edges';
