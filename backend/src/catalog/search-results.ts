import type { EntityManager } from 'typeorm';
import type { Asset } from './domain/asset';
import { MOST_COUNTED, type HitCounts } from './hit-counts';
import { matchesNothing, type WordMatcher } from './domain/highlight';
import { matchHit } from './domain/match-hit';
import type { Facet, Match } from './domain/search';
import { findMatchingColumns } from './store/understand-words';

/** One hit; where it matched is looked up for all hits of the page when somebody asks. */
export interface SearchHit {
  readonly asset: Asset;
  readonly score: number;
  readonly matched: () => Promise<readonly Match[]>;
}

/** A page of hits. */
export class SearchResults {
  constructor(
    private readonly counts: HitCounts,
    readonly hits: readonly SearchHit[],
    readonly endCursor: string | null,
    readonly correctedQuery: string | null,
    readonly parsed: string,
  ) {}

  /** All hits, 10,000 at most. */
  async total(): Promise<number> {
    return Math.min(await this.counts.hits(), MOST_COUNTED);
  }

  /** False when there are more than were counted. */
  async totalIsExact(): Promise<boolean> {
    return (await this.counts.hits()) <= MOST_COUNTED;
  }

  /** Values of each field among the hits, its own filter left aside. */
  facets(): Promise<readonly Facet[]> {
    return this.counts.facets();
  }
}

/** Gives each hit of a page its matches, with one query for the columns of all. */
export function withMatches(
  db: EntityManager,
  hits: readonly { readonly asset: Asset; readonly score: number }[],
  matcher: WordMatcher,
): SearchHit[] {
  let columns: Promise<ReadonlyMap<string, readonly string[]>> | null = null;
  const stems = [...matcher.stems, ...(matcher.prefix === null ? [] : [matcher.prefix])];
  const columnsOf = async (asset: Asset): Promise<readonly string[]> => {
    columns ??= findMatchingColumns(
      db,
      hits.map((hit) => hit.asset.internalId),
      stems,
    );
    return (await columns).get(asset.internalId) ?? [];
  };
  return hits.map(({ asset, score }) => ({
    asset,
    score,
    matched: async () => (matchesNothing(matcher) ? [] : matchHit(asset, await columnsOf(asset), matcher)),
  }));
}
