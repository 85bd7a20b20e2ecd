import { graphql } from '../../../../graphql/generated';

export const DiffParts = graphql(`
  fragment DiffParts on LineageDiff {
    nodes {
      difference
      distance
      hiddenUpstream
      hiddenDownstream
      columns {
        name
        difference
        typeBefore
        typeAfter
      }
      cause {
        at
        source
        deliveryId
      }
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
      jobs {
        displayName
      }
      difference
      cause {
        at
        source
        deliveryId
      }
    }
    omitted {
      reason
      count
      message
    }
  }
`);

/** One side of an asset's lineage at two moments, compared. */
export const LineageDiffScene = graphql(`
  query LineageDiffScene($id: ID!, $direction: Direction!, $depth: Int!, $from: DateTime!, $to: DateTime) {
    lineageDiff(assetId: $id, direction: $direction, depth: $depth, from: $from, to: $to, maxNodes: 600) {
      ...DiffParts
    }
  }
`);
