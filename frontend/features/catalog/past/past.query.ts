import { graphql } from '../../../graphql/generated';

/** A direct neighbour as a row. */
export const PastNeighbours = graphql(`
  fragment PastNeighbours on LineageGraph {
    complete
    nodes {
      distance
      asset {
        ...AssetRow
      }
    }
  }
`);

/** An asset as its sources described it at a moment, and its direct neighbours then. */
export const AssetAsOf = graphql(`
  query AssetAsOf($id: ID!, $at: DateTime!) {
    asset(id: $id) {
      asOf(at: $at) {
        displayName
        type
        layer
        owner
        description
        tags
        sources
        columns {
          name
          type
          nullable
          description
          tags
        }
      }
    }
    up: lineage(assetId: $id, direction: UPSTREAM, depth: 1, at: $at, maxNodes: 200) {
      ...PastNeighbours
    }
    down: lineage(assetId: $id, direction: DOWNSTREAM, depth: 1, at: $at, maxNodes: 200) {
      ...PastNeighbours
    }
  }
`);
