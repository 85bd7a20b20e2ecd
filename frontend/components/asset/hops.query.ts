import { graphql } from '../../graphql/generated';

/** What happens to values on their way up from a column, at most ten steps. */
export const UpstreamHops = graphql(`
  query UpstreamHops($id: ID!, $column: String!, $depth: Int!) {
    columnLineage(assetId: $id, column: $column, direction: UPSTREAM, depth: $depth) {
      edges {
        kind
        subtype
        masking
        upstream {
          assetId
          column
        }
        downstream {
          assetId
          column
        }
        evidence {
          line
          expression
        }
      }
    }
  }
`);
