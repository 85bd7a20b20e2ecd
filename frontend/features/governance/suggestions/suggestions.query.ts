import { graphql } from '../../../graphql/generated';

export const SuggestionGroups = graphql(`
  query SuggestionGroups($filter: SuggestionFilter, $after: String) {
    classificationSuggestions(filter: $filter, first: 1) {
      total
    }
    classificationSuggestionGroups(filter: $filter, first: 50, after: $after) {
      total
      endCursor
      nodes {
        id
        proposal
        category
        level
        pattern
        source
        confidence
        suggestions
        columns
        assets
        downstreamColumns
      }
    }
  }
`);

export const SuggestionsOfGroup = graphql(`
  query SuggestionsOfGroup($filter: SuggestionFilter, $after: String) {
    classificationSuggestions(filter: $filter, first: 100, after: $after) {
      total
      endCursor
      nodes {
        id
        column
        confidence
        evidence
        decidedAt
        decisionReason
        decidedBy {
          name
        }
        asset {
          id
          type
          namespace
          name
          displayName
        }
      }
    }
  }
`);

export const DecideSuggestions = graphql(`
  mutation DecideSuggestions($input: DecideSuggestionsInput!) {
    decideSuggestions(input: $input) {
      matched
      changed
      left
      assets
      downstreamColumns
      marked {
        column
        asset {
          id
          type
          namespace
          name
          displayName
        }
      }
    }
  }
`);
