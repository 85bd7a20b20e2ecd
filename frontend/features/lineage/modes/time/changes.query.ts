import { graphql } from '../../../../graphql/generated';

/** When the lineage of what is shown changed, latest first. */
export const LineageChanges = graphql(`
  query LineageChanges($ids: [ID!]!, $after: String) {
    lineageChanges(assetIds: $ids, first: 100, after: $after) {
      total
      endCursor
      complete
      nodes {
        at
        edgesAdded
        edgesRemoved
        schemasChanged
        sources
        deliveryIds
      }
    }
  }
`);
