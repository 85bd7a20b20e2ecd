import { graphql } from '../../../../graphql/generated';

/** What a selector means, and the name of the asset it was asked from. */
export const SelectedLineage = graphql(`
  query SelectedLineage($selector: String!, $maxNodes: Int!, $focus: ID!) {
    focus: asset(id: $focus) {
      displayName
    }
    selectLineage(selector: $selector, maxNodes: $maxNodes) {
      meaning
      total
      complete
      omitted {
        reason
        count
        message
      }
      assets {
        ...CardAsset
        upstreamCount
        downstreamCount
      }
      edges {
        ...EdgeParts
      }
    }
  }
`);
