import { graphql } from '../../graphql/generated';

export const SuggestAssets = graphql(`
  query SuggestAssets($query: String!) {
    suggest(query: $query, first: 8) {
      asset {
        id
        type
        namespace
        name
        displayName
      }
      matched {
        field
        snippet
      }
    }
  }
`);
