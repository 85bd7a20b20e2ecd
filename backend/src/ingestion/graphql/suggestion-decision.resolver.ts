import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { SuggestionDecisionService, type DecisionReport } from '../suggestion-decision.service';
import { DecideSuggestionsInputObject, DecisionReportObject } from './suggestion-decision.objects';

@Resolver()
export class SuggestionDecisionResolver {
  constructor(private readonly decisions: SuggestionDecisionService) {}

  @Mutation(() => DecisionReportObject, {
    description: 'Confirms, rejects or reopens suggestions, up to 10,000 at once; with dryRun says what it would do.',
  })
  @Requires('catalog:classify')
  decideSuggestions(
    @Args('input', { description: 'Which ones, and what.' }) input: DecideSuggestionsInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<DecisionReport> {
    return this.decisions.decide(input, actor);
  }
}
