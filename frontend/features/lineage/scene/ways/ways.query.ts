import { graphql } from '../../../../graphql/generated';

export const WayParts = graphql(`
  fragment WayParts on LineagePaths {
    complete
    omitted {
      reason
      count
      message
    }
    paths {
      assets {
        ...CardAsset
        upstreamCount
        downstreamCount
      }
      steps {
        maskedColumns
        edge {
          ...EdgeParts
        }
      }
    }
  }
`);

/** The shortest ways between two assets, whichever of them feeds the other. */
export const LineageWays = graphql(`
  query LineageWays($one: ID!, $other: ID!, $at: DateTime) {
    down: paths(fromId: $one, toId: $other, first: 5, maxLength: 25, at: $at) {
      ...WayParts
    }
    up: paths(fromId: $other, toId: $one, first: 5, maxLength: 25, at: $at) {
      ...WayParts
    }
  }
`);
