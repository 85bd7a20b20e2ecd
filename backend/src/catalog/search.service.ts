import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import { CatalogService } from './catalog.service';
import { FacetCounter } from './facet-counter.service';
import { HitCounts } from './hit-counts';
import { correctQuery } from './domain/correct-query';
import { describeQuery } from './domain/describe-query';
import { matcherOf, type WordMatcher } from './domain/highlight';
import { qualifiedText } from './domain/qualified-text';
import type { SearchFilter, SearchSort } from './domain/search';
import { parseSearchQuery, type SearchQuery } from './domain/search-query';
import { selectionOf } from './domain/search-selection';
import { SearchResults, withMatches, type SearchHit } from './search-results';
import {
  countHits,
  searchByName,
  searchByRelevance,
  searchByUpdate,
  type DocumentHit,
  type DocumentSearch,
} from './store/search-documents';
import { findNearestWords, understandWords } from './store/understand-words';

/** What is asked of the search. */
export interface SearchQuestion {
  readonly query: string;
  readonly filter: SearchFilter;
  readonly sort: SearchSort;
  /** 1..100 */
  readonly first: number;
  /** endCursor of the page before; null for the first page. */
  readonly after: string | null;
}

/** Below this many hits the words are looked at for typing errors. */
const FEW = 3;
const FIND = { RELEVANCE: searchByRelevance, NAME: searchByName, UPDATED: searchByUpdate } as const;
const KEYS = { RELEVANCE: 'number', NAME: 'string', UPDATED: 'string' } as const;

const EVERYTHING = parseSearchQuery('');

interface Understood {
  readonly parsed: SearchQuery;
  readonly search: DocumentSearch;
  readonly words: readonly string[];
  readonly matcher: WordMatcher;
}

/** Finds assets by words and filters. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly counter: FacetCounter,
  ) {}

  /**
   * A page of hits; with an empty query everything that fits the filter, most popular first.
   *
   * When words find fewer than three hits and a likely spelling finds more, that is searched instead and told.
   *
   * @param hasFacets whether its facets will be asked for: they are then counted beside finding the hits
   * @throws DomainError INVALID for a query that has no meaning (naming the token) or a bad page.
   */
  async search(question: SearchQuestion, hasFacets = false): Promise<SearchResults> {
    const limit = checkFirst(question.first);
    const after = decodeKeyset(question.after, [KEYS[question.sort], 'id']);
    const typed = await this.read(question.query, question.filter);
    const counts = this.countsOf(typed, hasFacets);
    const asTyped = await FIND[question.sort](this.db, typed.search, limit + 1, after);
    // A page full enough needs no correction, and no count to find that out.
    const corrected = asTyped.length >= FEW ? null : await this.correct(question, typed);
    const { query, understood } = corrected ?? { query: null, understood: typed };
    const found = corrected ? await FIND[question.sort](this.db, understood.search, limit + 1, after) : asTyped;
    const page = found.slice(0, limit);
    return new SearchResults(
      understood === typed ? counts : this.countsOf(understood, hasFacets),
      withMatches(this.db, await this.compose(page), understood.matcher),
      found.length > limit ? cursorAfter(page) : null,
      query,
      describeQuery(understood.parsed),
    );
  }

  /** The likeliest assets for what is being typed; a query that has no meaning yet is taken as words. */
  async suggest(query: string, first: number): Promise<readonly SearchHit[]> {
    const limit = checkFirst(first);
    const { search, matcher } = await this.understand(EVERYTHING, query.replaceAll('\0', ' ').trim(), {});
    return withMatches(this.db, await this.compose(await searchByRelevance(this.db, search, limit, null)), matcher);
  }

  private countsOf({ search }: Understood, hasFacets: boolean): HitCounts {
    const counts = new HitCounts(this.db, this.counter, search);
    return hasFacets ? counts.begin() : counts;
  }

  private read(query: string, filter: SearchFilter): Promise<Understood> {
    const parsed = parseSearchQuery(query);
    return this.understand(parsed, parsed.words.map((word) => word.text).join(' '), filter);
  }

  private async understand(parsed: SearchQuery, text: string, filter: SearchFilter): Promise<Understood> {
    const {
      query: words,
      wholeQuery,
      ...understood
    } = await understandWords(this.db, text, parsed.phrases, parsed.excludedText);
    const isPlain = parsed.phrases.length === 0 && parsed.excludedText.length === 0;
    const search = {
      selection: selectionOf(parsed, filter),
      query: words,
      wholeQuery,
      text: isPlain ? qualifiedText(text) : '',
    };
    const phraseWords = parsed.phrases.flatMap((phrase) => phrase.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    const matcher = matcherOf(understood.words, [...understood.stems, ...phraseWords]);
    return { parsed, search, words: understood.words, matcher };
  }

  private async correct(
    question: SearchQuestion,
    typed: Understood,
  ): Promise<{ readonly query: string; readonly understood: Understood } | null> {
    if (typed.words.length === 0) return null;
    const hits = await countHits(this.db, typed.search, FEW);
    if (hits >= FEW) return null;
    const words = typed.words.map((word) => word.toLowerCase());
    const query = correctQuery(question.query, typed.parsed, await findNearestWords(this.db, words));
    if (query === null) return null;
    const understood = await this.read(query, question.filter);
    return (await countHits(this.db, understood.search, FEW)) > hits ? { query, understood } : null;
  }

  private async compose(hits: readonly DocumentHit[]): Promise<Pick<SearchHit, 'asset' | 'score'>[]> {
    const assets = await this.catalog.getAssetMap(hits.map(({ assetId }) => assetId));
    return hits.flatMap(({ assetId, score }) => {
      const asset = assets.get(assetId);
      return asset ? [{ asset, score }] : [];
    });
  }
}

function cursorAfter(page: readonly DocumentHit[]): string | null {
  const last = page.at(-1);
  return last ? encodeKeyset(last.position) : null;
}
