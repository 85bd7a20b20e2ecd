import type { SuggestionSource } from '../../../graphql/generated/graphql';

/** What made a suggestion, as people say it. */
export const SOURCE_WORDS: Record<SuggestionSource, string> = {
  CONTRACT: 'contract',
  DBT_CLASSIFIER: 'dbt classifier',
  DBT_META: 'dbt meta',
  NAME: 'name',
  TAG: 'tag',
  TYPE: 'type',
  VALUES: 'values',
};

/** Below this a suggestion is only a hint. */
export const LOW_CONFIDENCE = 70;
