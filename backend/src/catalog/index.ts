export type { Asset, AssetStatus } from './domain/asset';
export type { Facet, FacetValue, Match } from './domain/search';
export { AssetObject } from './graphql/asset.object';
export { ClassificationObject, ColumnRefObject } from './graphql/classification.object';
export { ColumnObject } from './graphql/column.object';
export { AssetStatusEnum, AssetTypeEnum, ClassificationLevelEnum } from './graphql/enums';
export { OverviewObject } from './graphql/overview.object';
export { FacetObject, FacetValueObject } from './graphql/search.object';
export { CatalogModule } from './catalog.module';
