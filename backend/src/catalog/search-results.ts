import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Asset } from './domain/asset';
import type { FacetCounter } from './facet-counter.service';
import { matchesNothing, type WordMatcher } from './domain/highlight';
import { matchHit } from './domain/match-hit';
import type { Facet, Match } from './domain/search';
import { countFacets, countHits, type CountedFacets, type DocumentSearch } from './store/search-documents';
import { findMatchingColumns } from './store/understand-words';

/** More hits than this are not counted. */
export const MOST_COUNTED = 10_000;

/** One hit; where it matched is looked up for all hits of the page when somebody asks. */
export interface SearchHit {
  readonly asset: Asset;
  readonly score: number;
  readonly matched: () => Promise<readonly Match[]>;
}

/** A page of hits. Counting costs more than finding, so it happens when asked for; what is asked for twice is counted once. */
export class SearchResults {
  private count: Promise<number> | null = null;
  private countedFacets: Promise<CountedFacets> | null = null;

  constructor(
    private readonly db: EntityManager,
    private readonly counter: FacetCounter,
    private readonly search: DocumentSearch,
    readonly hits: readonly SearchHit[],
    readonly endCursor: string | null,
    readonly correctedQuery: string | null,
    readonly parsed: string,
  ) {}

  /** All hits, 10,000 at most. */
  async total(): Promise<number> {
    return Math.min(await this.counted(), MOST_COUNTED);
  }

  /** False when there are more than were counted. */
  async totalIsExact(): Promise<boolean> {
    return (await this.counted()) <= MOST_COUNTED;
  }

  /** Values of each field among the hits, its own filter left aside. */
  async facets(): Promise<readonly Facet[]> {
    return (await this.countFacets()).facets;
  }

  private countFacets(): Promise<CountedFacets> {
    this.countedFacets ??= this.counter
      .count(this.search, MOST_COUNTED)
      .then((counted) => counted ?? countFacets(this.db, this.search, MOST_COUNTED));
    return this.countedFacets;
  }

  private counted(): Promise<number> {
    this.count ??= this.countAll();
    return this.count;
  }

  /** Counting the facets counts the hits too: whoever asks for both in one turn pays once, unless there are too many. */
  private async countAll(): Promise<number> {
    await nextTurn();
    const known = (await this.countedFacets)?.hits ?? null;
    return known ?? countHits(this.db, this.search, MOST_COUNTED + 1);
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
