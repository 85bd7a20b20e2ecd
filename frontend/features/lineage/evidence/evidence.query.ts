import { graphql } from '../../../graphql/generated';

/** The way that proves a violation. */
export const EvidencePath = graphql(`
  query EvidencePath($id: ID!) {
    violation(id: $id) {
      message
      path {
        column
        asset {
          id
          type
          namespace
          name
          displayName
          layer
        }
      }
    }
  }
`);
