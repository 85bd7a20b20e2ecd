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
  /** Tokens that must all be there. */
  readonly demanded: readonly string[] | null;
  /** Tokens of which none may be there. */
  readonly excluded: readonly string[] | null;
  /** Tokens of which one must be there. */
  readonly statuses: readonly string[] | null;
  readonly categories: readonly string[] | null;
}

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
    demanded: some(query.has.map((field) => `has=${field}`)),
    excluded: some([...query.excludedTerms.flatMap(tokensOf), ...query.missing.map((field) => `has=${field}`)]),
    statuses: tokens('status', list('status')),
    categories: tokens('classification', isByCategory ? classes : null),
  };
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

function tokensOf({ field, values }: QueryTerm): string[] {
  return values.map((value) => `${field}=${value}`);
}

function tokens(field: FacetField, values: readonly string[] | null): readonly string[] | null {
  return values && tokensOf({ field, values });
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

function some(values: readonly string[]): readonly string[] | null {
  return values.length > 0 ? values : null;
}
