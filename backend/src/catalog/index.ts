export type { Asset, AssetStatus } from './domain/asset';
export type { Column } from './domain/column';
export { classificationOf, type OwnedClassification } from './domain/classification';
export type { Facet, FacetValue, Match } from './domain/search';
export { AssetObject } from './graphql/asset.object';
export { ClassificationObject, ColumnRefObject } from './graphql/classification.object';
export { ColumnObject } from './graphql/column.object';
export { AssetStatusEnum, AssetTypeEnum, ClassificationLevelEnum } from './graphql/enums';
export { OverviewObject } from './graphql/overview.object';
export { FacetObject, FacetValueObject } from './graphql/search.object';
export { AssetCards } from './asset-cards.service';
export { FacetCounter, type ChangeFollower } from './facet-counter.service';
export { hiddenAmong } from './store/hidden-among';
export { CatalogModule } from './catalog.module';
export { CatalogService } from './catalog.service';
export { SearchService } from './search.service';
export type { SearchHit } from './search-results';
export type { Changes, Effect } from './effect';
export { EffectRunner } from './effect-runner.service';
export * from './store/write';
export {
  canonicalize,
  canonicalNamespace,
  withoutSecrets,
  type CanonicalName,
  type NamespaceRegistry,
} from './domain/identity';
export { loadNamespaceRegistry } from './store/load-namespace-registry';
export { defaultType, projectAsset } from './domain/projection';
export type { AssertedFacts, Assertion as AssetAssertion, ProjectedAsset } from './domain/projection-claims';
export { canonicalFieldPath, fieldPathKey, MAX_COLUMNS } from './domain/field-path';
export { checkedText } from './domain/identity';
export { readColumns, readColumnsById } from './store/read-columns';
export {
  ALIAS_KINDS,
  checkAlias,
  quote,
  rulesOf,
  type AliasKind,
  type CasePolicy,
  type NamespaceAlias,
} from './domain/identity';
export { readAsset } from './store/read-assets';
export {
  addMissingColumns,
  deleteAsset,
  logChanges,
  moveIdentity,
  takeSnapshot,
  type AssetSnapshot,
  type LoggedChange,
} from './store/merge-assets';
export {
  createSplit,
  findMerges,
  forgetReferences,
  listSpellings,
  moveSpellings,
  restoreAsset,
  type MovedSpelling,
  type StoredSpelling,
  type UndoableMerge,
} from './store/split-asset';
export type { Namespace, NamespacePage, Recanonicalization, StoredAlias } from './domain/namespace';
export { NamespaceAliasObject, NamespaceObject } from './graphql/namespace.objects';
export { addAlias, lockNamespace, removeAlias, updateNamespace } from './store/namespaces';
export {
  ensureNamespace,
  findIdentifier,
  listIdentifiers,
  listRawNamespaces,
  promoteIdentifier,
  renameIdentifier,
  type StoredIdentifier,
} from './store/rename-identifiers';
export { sweepPastFacts } from './store/sweep-facts';
export { runPrepared, type PreparedQuery } from './store/run-prepared';
