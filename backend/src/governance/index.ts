export { GovernanceModule } from './governance.module';
export { EvaluationRunner } from './policy/evaluation-runner.service';
export type { SuggestionStatus } from './domain/suggestion/suggestion';
export type { ConfirmedClassification, DecidedAsset, SuggestionFilter } from './domain/suggestion/suggestion-record';
export { SuggestionFilterInput } from './graphql/suggestion/suggestion.object';
export { decideSuggestions, readConfirmed } from './store/suggestion/decide-suggestions';
export type { SuggestionSelection } from './store/suggestion/suggestions';
export { groupOfId, SuggestionService } from './suggestion/suggestion.service';
