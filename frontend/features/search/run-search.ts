import type { FindAssetsQuery } from '../../graphql/generated/graphql';
import { ApiError, request } from '../../graphql/client';
import {
  parseQuery,
  toFilter,
  toText,
  withoutClause,
  writeQuery,
  type Clause,
  type ParsedQuery,
  type Problem,
} from './query-language';
import { CountAssets, FindAssets } from './search.query';

export type SearchAnswer = FindAssetsQuery['search'];
export type SearchHitRow = SearchAnswer['hits'][number];

const PAGE = 25;
const SORTS = { relevance: 'RELEVANCE', name: 'NAME', updated: 'UPDATED' } as const;
const NOTHING: SearchAnswer = {
  total: 0,
  totalIsExact: true,
  endCursor: null,
  correctedQuery: null,
  facets: [],
  hits: [],
};

/** A question to the search, as the address has it. */
export interface SearchQuestion {
  readonly q: string;
  readonly sort: keyof typeof SORTS;
  readonly after: string | null;
}

/** One page of hits with facets, and what of the question could not be taken as it stands. */
export interface Found {
  readonly answer: SearchAnswer;
  readonly problems: readonly Problem[];
}

/**
 * Answers a question; one that the service does not understand gives its reason as a problem, and what can be found
 * without the part that it refused.
 *
 * @throws ApiError for everything but INVALID
 */
export async function findAssets(parsed: ParsedQuery, question: SearchQuestion): Promise<Found> {
  try {
    return { answer: await ask(parsed, question), problems: parsed.problems };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'INVALID') throw error;
    if (question.after !== null) return fromTheFirstPage(parsed, question);
    return { answer: NOTHING, problems: [...parsed.problems, refusalOf(error, question)] };
  }
}

async function fromTheFirstPage(parsed: ParsedQuery, question: SearchQuestion): Promise<Found> {
  const found = await findAssets(parsed, { ...question, after: null });
  const message = 'is not a place in these results; this is the first page.';
  return { ...found, problems: [...found.problems, { token: `after=${question.after ?? ''}`, message }] };
}

function refusalOf(error: ApiError, { q }: SearchQuestion): Problem {
  const { token } = (error.details ?? {}) as { readonly token?: string };
  return { token: token ?? q, message: `was not understood. ${error.message}` };
}

async function ask(parsed: ParsedQuery, { sort, after }: SearchQuestion): Promise<SearchAnswer> {
  const { search } = await request(FindAssets, {
    query: toText(parsed),
    filter: toFilter(parsed),
    sort: SORTS[sort],
    first: PAGE,
    after,
  });
  return search;
}

/** The whole query with its words corrected; null when they were searched as typed. */
export function correctionOf(parsed: ParsedQuery, { correctedQuery }: SearchAnswer): string | null {
  return correctedQuery ? writeQuery(parseQuery(correctedQuery).text, parsed.clauses) : null;
}

/** What leaving one part out would bring back. */
export interface WayOut {
  readonly part: Clause | 'text';
  readonly q: string;
  readonly total: number;
}

/** For a query without hits: each part that could be dropped and what that would find, most first. */
export async function findWaysOut(parsed: ParsedQuery): Promise<WayOut[]> {
  const candidates: Omit<WayOut, 'total'>[] = parsed.clauses.map((part) => ({ part, q: withoutClause(parsed, part) }));
  if (parsed.text !== '' && parsed.clauses.length > 0)
    candidates.push({ part: 'text', q: writeQuery('', parsed.clauses) });
  const counted = await Promise.all(candidates.map(async (way) => ({ ...way, total: await countAssets(way.q) })));
  return counted.filter(({ total }) => total > 0).sort((left, right) => right.total - left.total);
}

/** How many assets a query finds; the empty one counts all there are, at most 10,000. */
export async function countAssets(q: string): Promise<number> {
  const parsed = parseQuery(q);
  const { search } = await request(CountAssets, { query: toText(parsed), filter: toFilter(parsed) });
  return search.total;
}
