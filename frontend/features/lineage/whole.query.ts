import { graphql } from '../../graphql/generated';

/** What a picture of counted groups is counted from: the same without the jobs of edges, which cost most. */
export const WholeParts = graphql(`
  fragment WholeParts on LineageGraph {
    nodes {
      distance
      direction
      hiddenUpstream
      hiddenDownstream
      asset {
        ...CardAsset
      }
    }
    edges {
      upstreamId
      downstreamId
      kind
      transformation
      sources
    }
    omitted {
      reason
      count
      message
    }
  }
`);

/** Everything within the depth of a view, as far as the budget goes. */
export const LineageWhole = graphql(`
  query LineageWhole(
    $focus: ID!
    $depth: Int!
    $longer: Direction!
    $further: Int!
    $isUneven: Boolean!
    $at: DateTime
    $maxNodes: Int!
  ) {
    scene: lineage(assetId: $focus, direction: BOTH, depth: $depth, at: $at, maxNodes: $maxNodes) {
      ...WholeParts
    }
    further: lineage(assetId: $focus, direction: $longer, depth: $further, at: $at, maxNodes: $maxNodes)
      @include(if: $isUneven) {
      ...WholeParts
    }
  }
`);
