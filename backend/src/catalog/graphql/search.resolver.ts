import { Args, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../access';
import { asksFor } from '../../shared/graphql/asks-for';
import type { Facet, Match, SearchFilter, SearchSort } from '../domain/search';
import type { SearchHit, SearchResults } from '../search-results';
import { SearchService } from '../search.service';
import { SearchSortEnum } from './enums';
import { FacetObject, MatchObject, SearchFilterInput, SearchHitObject, SearchResultsObject } from './search.object';

@Resolver(() => SearchResultsObject)
export class SearchResolver {
  constructor(private readonly finder: SearchService) {}

  @Query(() => SearchResultsObject, {
    description:
      'Finds assets by name, qualified name, description, column and tag. Understands `layer:mart -tag:pii "exact phrase" has:owner missing:description type:table,view`; empty browses by popularity.',
  })
  @Requires('catalog:read')
  search(
    @Args('query', { type: () => String, defaultValue: '', description: 'Words, phrases and filters; all must hold.' })
    query: string,
    @Args('filter', { type: () => SearchFilterInput, nullable: true, description: 'Narrows the query further.' })
    filter: SearchFilter | null,
    @Args('sort', { type: () => SearchSortEnum, defaultValue: 'RELEVANCE', description: 'Order of the hits.' })
    sort: SearchSort,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchResults> {
    const question = { query, filter: filter ?? {}, sort, first, after: after ?? null };
    return this.finder.search(question, asksFor(info, 'facets'));
  }

  @Query(() => [SearchHitObject], { description: 'The likeliest assets for what is being typed, best first.' })
  @Requires('catalog:read')
  suggest(
    @Args('query', { type: () => String, description: 'What has been typed so far; taken as plain words.' })
    query: string,
    @Args('first', { type: () => Int, defaultValue: 8, description: '1 to 100.' }) first: number,
  ): Promise<readonly SearchHit[]> {
    return this.finder.suggest(query, first);
  }

  @ResolveField(() => Int, { description: 'All hits, not only this page; at most 10,000 are counted.' })
  total(@Parent() results: SearchResults): Promise<number> {
    return results.total();
  }

  @ResolveField(() => Boolean, { description: 'False when there are more than were counted.' })
  totalIsExact(@Parent() results: SearchResults): Promise<boolean> {
    return results.totalIsExact();
  }

  @ResolveField(() => [FacetObject], { description: 'Counted over the hits, at most 10,000 of them.' })
  facets(@Parent() results: SearchResults): Promise<readonly Facet[]> {
    return results.facets();
  }
}

@Resolver(() => SearchHitObject)
export class SearchHitResolver {
  @ResolveField(() => [MatchObject], { description: 'Where the words are, best place first; empty when browsing.' })
  matched(@Parent() hit: SearchHit): Promise<readonly Match[]> {
    return hit.matched();
  }
}
