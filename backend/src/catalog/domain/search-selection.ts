import { CLASSIFICATION_LEVELS } from '../../shared/vocabulary';
import { FACET_FIELDS, type FacetField, type SearchFilter } from './search';
import { spellClassification, type QueryTerm, type SearchQuery } from './search-query';

/** What documents must fit beside the text, in the database's words; null says nothing. */
export interface SearchSelection {
  readonly type: readonly string[] | null;
  readonly platform: readonly string[] | null;
  readonly namespace: readonly string[] | null;
  readonly layer: readonly string[] | null;
  readonly owner: readonly string[] | null;
  readonly classification: readonly string[] | null;
  readonly tag: readonly string[] | null;
  readonly source: readonly string[] | null;
  /** What the documents themselves must have, lack and not be. */
  readonly documentTerms: Terms | null;
  /** The same for what only the assets know. */
  readonly assetTerms: Terms | null;
}

/** As the functions `search_document_fits` and `search_asset_fits` of the database read it; absent says nothing. */
export interface Terms {
  readonly status?: readonly string[];
  readonly classification?: readonly string[];
  readonly has?: readonly string[];
  readonly missing?: readonly string[];
  readonly excluded?: Readonly<Partial<Record<FacetField, readonly string[]>>>;
}

const OF_ASSET = ['description', 'column', 'upstream', 'downstream'];

/**
 * The query's terms and the filter together. Lists of one field on both sides are met: what both allow.
 *
 * A field with lists that have nothing in common fits nothing.
 */
export function selectionOf(query: SearchQuery, filter: SearchFilter): SearchSelection {
  const lists = meet([...query.terms, ...termsOf(filter)]);
  const list = (field: FacetField): readonly string[] | null => lists.get(field) ?? null;
  const classes = list('classification');
  const isByCategory = classes?.some(isCategory) ?? false;
  return {
    type: list('type'),
    platform: list('platform'),
    namespace: list('namespace'),
    layer: list('layer'),
    owner: list('owner'),
    classification: isByCategory ? null : classes,
    tag: list('tag'),
    source: list('source'),
    documentTerms: some({
      has: query.has.filter((field) => !OF_ASSET.includes(field)),
      missing: query.missing.filter((field) => !OF_ASSET.includes(field)),
      excluded: excludedOf(query, (field, value) => !isOfAsset(field, value)),
    }),
    assetTerms: some({
      status: list('status'),
      classification: isByCategory ? classes : null,
      has: query.has.filter((field) => OF_ASSET.includes(field)),
      missing: query.missing.filter((field) => OF_ASSET.includes(field)),
      excluded: excludedOf(query, isOfAsset),
    }),
  };
}

/** Documents know levels; categories and the status are the asset's. */
function isOfAsset(field: FacetField, value: string): boolean {
  return field === 'status' || (field === 'classification' && isCategory(value));
}

function excludedOf(
  query: SearchQuery,
  isWanted: (field: FacetField, value: string) => boolean,
): Partial<Record<FacetField, string[]>> {
  const excluded: Partial<Record<FacetField, string[]>> = {};
  for (const { field, values } of query.excludedTerms) {
    const wanted = values.filter((value) => isWanted(field, value));
    if (wanted.length > 0) excluded[field] = [...(excluded[field] ?? []), ...wanted];
  }
  return excluded;
}

function termsOf(filter: SearchFilter): QueryTerm[] {
  return FACET_FIELDS.flatMap((field) => {
    const values = filter[field] ?? [];
    return values.length > 0 ? [{ field, values: values.map((value) => spelt(field, value)) }] : [];
  });
}

/** One list for each field: what all its lists allow. */
function meet(terms: readonly QueryTerm[]): Map<FacetField, readonly string[]> {
  const lists = new Map<FacetField, readonly string[]>();
  for (const { field, values } of terms) {
    lists.set(field, lists.get(field)?.filter((value) => values.includes(value)) ?? values);
  }
  return lists;
}

/** Owners and tags are compared in lower case. */
function spelt(field: FacetField, value: string): string {
  const text = value.replaceAll('\0', '');
  if (field === 'classification') return spellClassification(text);
  return field === 'owner' || field === 'tag' ? text.toLowerCase() : text;
}

function isCategory(value: string): boolean {
  return value !== 'none' && !CLASSIFICATION_LEVELS.some((level) => level === value);
}

/** Without the parts that say nothing; null when none says anything. */
function some(terms: Readonly<Record<string, object | null>>): Terms | null {
  const said = Object.entries(terms).filter(
    ([field, part]) => part && (Object.keys(part).length > 0 || field === 'status'),
  );
  return said.length > 0 ? Object.fromEntries(said) : null;
}
