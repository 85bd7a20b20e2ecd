import { graphql } from '../../../graphql/generated';

/** Where to start when no focus is given. */
export const StartingPoints = graphql(`
  query StartingPoints {
    overview {
      edgeCount
      mostUsed {
        id
        type
        namespace
        name
        displayName
        layer
        upstreamCount
        downstreamCount
      }
    }
  }
`);
