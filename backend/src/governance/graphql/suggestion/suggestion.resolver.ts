import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, Requires, type ActorRef } from '../../../access';
import { ClassificationLevelEnum } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import { CLASSIFICATION_LEVELS, type ClassificationLevel } from '../../../shared/vocabulary';
import {
  SuggestionService,
  type PageWithTotal,
  type Suggestion,
  type SuggestionGroup,
} from '../../suggestion/suggestion.service';
import {
  SuggestionConnectionObject,
  SuggestionFilterInput,
  SuggestionGroupConnectionObject,
  SuggestionGroupObject,
  SuggestionObject,
} from './suggestion.object';

const FILTER = { type: () => SuggestionFilterInput, nullable: true, description: 'Absent: all, decided ones too.' };
const FIRST = { type: () => Int, defaultValue: 20, description: '1 to 100.' };
const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' };
const LEVEL = { nullable: true, description: 'Level that it would give; null: what its category asks for.' };

const levelOf = (level: number | null): ClassificationLevel | null => CLASSIFICATION_LEVELS[(level ?? 0) - 1] ?? null;

@Resolver(() => SuggestionObject)
export class SuggestionResolver {
  constructor(private readonly suggestions: SuggestionService) {}

  @Query(() => SuggestionConnectionObject, {
    description: 'Classifications that names, types, values, tags and documents hint at, latest first.',
  })
  @Requires('governance:read')
  classificationSuggestions(
    @Args('filter', FILTER) filter: SuggestionFilterInput | null,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after: string | null,
  ): Promise<PageWithTotal<Suggestion>> {
    return this.suggestions.list(filter ?? {}, first, after);
  }

  @Query(() => SuggestionGroupConnectionObject, {
    description: 'The same in groups: what was recognised and what it proposes, largest first.',
  })
  @Requires('governance:read')
  classificationSuggestionGroups(
    @Args('filter', FILTER) filter: SuggestionFilterInput | null,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after: string | null,
  ): Promise<PageWithTotal<SuggestionGroup>> {
    return this.suggestions.groups(filter ?? {}, first, after);
  }

  @ResolveField(() => ClassificationLevelEnum, LEVEL)
  level(@Parent() suggestion: Suggestion): ClassificationLevel | null {
    return levelOf(suggestion.level);
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who decided on it.' })
  decidedBy(@Parent() suggestion: Suggestion): ActorRef | null {
    return actorOf(suggestion.decidedBy);
  }
}

@Resolver(() => SuggestionGroupObject)
export class SuggestionGroupResolver {
  private readonly marked = perRequest<number | null>((keys) => this.suggestions.markedBy(keys), null);

  constructor(private readonly suggestions: SuggestionService) {}

  @ResolveField(() => ClassificationLevelEnum, LEVEL)
  level(@Parent() group: SuggestionGroup): ClassificationLevel | null {
    return levelOf(group.level);
  }

  @ResolveField(() => Int, {
    nullable: true,
    complexity: 20,
    description:
      'Columns further down that would be marked, were all of it confirmed; null when it is too large to tell.',
  })
  downstreamColumns(@Parent() group: SuggestionGroup, @Context() context: object): Promise<number | null> {
    return this.marked(context).load(JSON.stringify(group.selection));
  }

  @ResolveField(() => [SuggestionObject], { complexity: 10, description: 'The latest five of it.' })
  samples(@Parent() group: SuggestionGroup): Promise<Suggestion[]> {
    return this.suggestions.samples(group);
  }
}
