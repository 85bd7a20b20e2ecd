import type { AssetStatus } from './asset';
import type { AssetType } from '../../shared/vocabulary';

export const SEARCH_SORTS = ['RELEVANCE', 'NAME', 'UPDATED'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** Fields of search that narrow and that are counted. */
export const FACET_FIELDS = [
  'type',
  'platform',
  'namespace',
  'layer',
  'tag',
  'owner',
  'classification',
  'source',
  'status',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** Each list is an OR; lists combine with AND; absent and empty lists say nothing. */
export interface SearchFilter {
  readonly type?: readonly AssetType[] | null;
  readonly platform?: readonly string[] | null;
  readonly namespace?: readonly string[] | null;
  readonly layer?: readonly string[] | null;
  readonly tag?: readonly string[] | null;
  readonly owner?: readonly string[] | null;
  /** Levels and categories. */
  readonly classification?: readonly string[] | null;
  readonly source?: readonly string[] | null;
  readonly status?: readonly AssetStatus[] | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Facet {
  readonly field: string;
  /** Most frequent first. */
  readonly values: readonly FacetValue[];
}

/** Where a hit matched; `snippet` has U+E000 before and U+E001 after each word that did. */
export interface Match {
  /** name, qualified name, column, description or tag. */
  readonly field: string;
  readonly snippet: string;
}
