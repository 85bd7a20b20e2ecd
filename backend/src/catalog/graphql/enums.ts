import { registerEnumType } from '@nestjs/graphql';
import { ASSET_TYPES, CLASSIFICATION_LEVELS } from '../../shared/vocabulary';
import { ASSET_STATUSES } from '../domain/asset';
import { SEARCH_SORTS } from '../domain/search';

type EnumOf<Value extends string> = { readonly [Key in Value]: Key };

function enumOf<Value extends string>(values: readonly Value[]): EnumOf<Value> {
  return Object.fromEntries(values.map((value) => [value, value])) as EnumOf<Value>;
}

/** For `@Field(() => AssetTypeEnum)`. */
export const AssetTypeEnum = enumOf(ASSET_TYPES);
registerEnumType(AssetTypeEnum, { name: 'AssetType', description: 'The kinds of thing the catalog has a page for.' });

/** For `@Field(() => AssetStatusEnum)`. */
export const AssetStatusEnum = enumOf(ASSET_STATUSES);
registerEnumType(AssetStatusEnum, {
  name: 'AssetStatus',
  description: 'Whether a source vouches for an asset today.',
  valuesMap: {
    ACTIVE: { description: 'A source describes it.' },
    STUB: { description: 'Only mentioned by others, never described itself.' },
    RETIRED: { description: 'No source vouches for it any more.' },
  },
});

/** For `@Field(() => ClassificationLevelEnum)`. */
export const ClassificationLevelEnum = enumOf(CLASSIFICATION_LEVELS);
registerEnumType(ClassificationLevelEnum, { name: 'ClassificationLevel', description: 'Sensitivity, lowest first.' });

/** For `@Field(() => SearchSortEnum)`. */
export const SearchSortEnum = enumOf(SEARCH_SORTS);
registerEnumType(SearchSortEnum, {
  name: 'SearchSort',
  description: 'Order of search hits.',
  valuesMap: {
    RELEVANCE: { description: 'Exact names first, then names, then everything else; popular ones first among equals.' },
    NAME: { description: 'By the last part of the name, A first.' },
    UPDATED: { description: 'Latest change first.' },
  },
});
