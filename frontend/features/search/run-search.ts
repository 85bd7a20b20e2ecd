import type { FindAssetsQuery } from '../../graphql/generated/graphql';
import { request } from '../../graphql/client';
import { parseQuery, toFilter, withoutClause, type FilterKey, type ParsedQuery } from './query-language';
import { CountAssets, FindAssets } from './search.query';

export type SearchAnswer = FindAssetsQuery['search'];
export type SearchHitRow = SearchAnswer['hits'][number];

const PAGE = 25;
const SORTS = { relevance: 'RELEVANCE', name: 'NAME', updated: 'UPDATED' } as const;

/** A question to the search, as the address has it. */
export interface SearchQuestion {
  readonly q: string;
  readonly sort: keyof typeof SORTS;
  readonly after: string | null;
}

/** One page of hits with facets. */
export async function findAssets(parsed: ParsedQuery, { sort, after }: SearchQuestion): Promise<SearchAnswer> {
  const { search } = await request(FindAssets, {
    query: parsed.text,
    filter: toFilter(parsed),
    sort: SORTS[sort],
    first: PAGE,
    after,
  });
  return search;
}

/** What leaving one clause out would bring back. */
export interface WayOut {
  readonly key: FilterKey | 'text';
  readonly q: string;
  readonly total: number;
}

/** For a query without hits: each clause that could be dropped and what that would find, most first. */
export async function findWaysOut(parsed: ParsedQuery): Promise<WayOut[]> {
  const candidates: Omit<WayOut, 'total'>[] = parsed.clauses.map(({ key }) => ({ key, q: withoutClause(parsed, key) }));
  if (parsed.text !== '' && parsed.clauses.length > 0) candidates.push({ key: 'text', q: withoutText(parsed) });
  const counted = await Promise.all(candidates.map(async (way) => ({ ...way, total: await countAssets(way.q) })));
  return counted.filter(({ total }) => total > 0).sort((left, right) => right.total - left.total);
}

function withoutText(parsed: ParsedQuery): string {
  return parsed.clauses
    .reduce((query, { key, values }) => `${query} ${key}:${values.map((value) => `"${value}"`).join(',')}`, '')
    .trim();
}

async function countAssets(q: string): Promise<number> {
  const parsed = parseQuery(q);
  const { search } = await request(CountAssets, { query: parsed.text, filter: toFilter(parsed) });
  return search.total;
}
