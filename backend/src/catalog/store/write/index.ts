export { countWritten } from './count-written';
export { assetsToProject, logLineageChanges, refreshChangedDegrees, resolveColumnEnds } from './lineage-effects';
export {
  dropColumns,
  projectAssets,
  projectFacts,
  refreshDegrees,
  writeSearchDocuments,
  type ChangeContext,
  type ProjectionResult,
} from './project-assets';
export {
  listRefusedAliases,
  listStubs,
  resolveIdentities,
  type MadeStub,
  type NamedAssets,
  type RefusedAlias,
  type Resolution,
  type SourceRow,
} from './resolve-identities';
export { openDerivedStage, showDerived } from './show-derived';
export { refreshStatistics, type GrowingTable } from './refresh-statistics';
export { analyzeCatalogStage, CATALOG_STAGE } from './stage-tables';
export {
  countStaleGates,
  gateStatements,
  keysSaidBy,
  noteRefused,
  stageAliases,
  stageCode,
  stageRefs,
  stageStatements,
  type StagedAlias,
  type StagedCode,
  type StagedRef,
  type StagedStatement,
} from './stage-statements';
export {
  closeAssertions,
  compareStatements,
  listOutcomes,
  stageRemoved,
  stageUnsaid,
  stageUnsaidParts,
  writeAssertions,
  type AssertionExtent,
  type ClosedAssertion,
  type Closing,
  type Comparison,
  type Evidence,
  type Removal,
  type StatementOutcome,
} from './write-assertions';
export {
  addSource,
  findSource,
  lockCatalogForWriting,
  noteComplete,
  type KnownSource,
  type SourceIdentity,
} from './write-source';
