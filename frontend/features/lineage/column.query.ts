import { graphql } from '../../graphql/generated';

/** What an answer about a column gives. */
export const ColumnParts = graphql(`
  fragment ColumnParts on ColumnLineageGraph {
    nodes {
      distance
      column
      asset {
        ...CardAsset
      }
      details {
        ...ColumnCard
      }
    }
    edges {
      upstream {
        assetId
        column
      }
      downstream {
        assetId
        column
      }
      kind
      subtype
      masking
    }
    assets {
      distance
      asset {
        ...CardAsset
      }
    }
    assetEdges {
      upstreamId
      downstreamId
      kind
    }
    omitted {
      reason
      count
      message
    }
  }
`);

/** What a row of a card shows. */
export const ColumnCard = graphql(`
  fragment ColumnCard on Column {
    name
    type
    upstreamCount
    downstreamCount
    classification {
      level
      categories
      derived
    }
  }
`);

/** The ways of one column, each side as far as its depth; `among` adds the edges between the two sides. */
export const ColumnScene = graphql(`
  query ColumnScene($id: ID!, $column: String!, $up: Int!, $down: Int!, $both: Int!, $at: DateTime) {
    up: columnLineage(assetId: $id, column: $column, direction: UPSTREAM, depth: $up, at: $at) {
      ...ColumnParts
    }
    down: columnLineage(assetId: $id, column: $column, direction: DOWNSTREAM, depth: $down, at: $at) {
      ...ColumnParts
    }
    among: columnLineage(assetId: $id, column: $column, direction: BOTH, depth: $both, at: $at) {
      ...ColumnParts
    }
  }
`);

/** An asset with its columns, to choose from. */
export const ColumnChoices = graphql(`
  query ColumnChoices($id: ID!) {
    asset(id: $id) {
      ...CardAsset
      columns {
        ...ColumnCard
      }
    }
  }
`);

/** What the details panel adds to a row. */
export const ColumnDetails = graphql(`
  query ColumnDetails($id: ID!, $column: String!) {
    columnLineage(assetId: $id, column: $column, depth: 0) {
      nodes {
        details {
          description
          tags
          classification {
            level
            categories
            derived
          }
        }
      }
    }
  }
`);
