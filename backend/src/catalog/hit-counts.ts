import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Facet } from './domain/search';
import type { FacetCounter } from './facet-counter.service';
import { countFacets, countHits, type CountedFacets, type DocumentSearch } from './store/search-documents';

/** More hits than this are not counted. */
export const MOST_COUNTED = 10_000;

/** Counts of one search. Counting costs more than finding, so it happens when asked for, and once. */
export class HitCounts {
  private count: Promise<number> | null = null;
  private countedFacets: Promise<CountedFacets> | null = null;

  constructor(
    private readonly db: EntityManager,
    private readonly counter: FacetCounter,
    private readonly search: DocumentSearch,
  ) {}

  /** Counts facets already, for a search whose facets will be asked for. */
  begin(): this {
    this.countFacets().catch(() => undefined); // told to who asks
    return this;
  }

  /** All hits, one more than are counted when there are more. */
  async hits(): Promise<number> {
    this.count ??= this.countAll();
    return this.count;
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

  /** Counting the facets counts the hits too: whoever asks for both in one turn pays once, unless there are too many. */
  private async countAll(): Promise<number> {
    await nextTurn();
    const known = (await this.countedFacets)?.hits ?? null;
    return known ?? countHits(this.db, this.search, MOST_COUNTED + 1);
  }
}
