import { graphql } from '../../graphql/generated';

/** Who is changed, with the columns to choose from. */
export const ImpactRoot = graphql(`
  query ImpactRoot($id: ID!) {
    asset(id: $id) {
      id
      type
      namespace
      name
      displayName
      columns {
        name
      }
    }
  }
`);

/** One page of what a change reaches, and the whole of it in numbers. */
export const ImpactOf = graphql(`
  query ImpactOf($id: ID!, $column: String, $change: ChangeKind!, $classes: [ChangeClass!], $after: String) {
    impact(assetId: $id, column: $column, change: $change, filter: { classes: $classes }, first: 50, after: $after) {
      total
      assetCount
      complete
      endCursor
      owners {
        value
        count
      }
      omitted {
        reason
        message
      }
      nodes {
        changeClass
        distance
        reason
        column
        asset {
          id
          type
          namespace
          name
          displayName
          owner
        }
        via {
          column
          asset {
            displayName
          }
        }
      }
    }
    all: impact(assetId: $id, column: $column, change: $change, first: 1) {
      total
      classes {
        value
        count
      }
    }
  }
`);
