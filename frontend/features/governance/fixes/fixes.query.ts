import { graphql } from '../../../graphql/generated';
import type { FixPointFragment } from '../../../graphql/generated/graphql';

/** A column, and the violations that are gone once it is masked where it is made. */
export type FixPoint = FixPointFragment;

export const FixPointFields = graphql(`
  fragment FixPoint on FixPoint {
    column
    clears
    violationIds
    asset {
      id
      type
      namespace
      name
      displayName
    }
  }
`);

export const FixPointsOf = graphql(`
  query FixPointsOf($violation: ID!) {
    fixPoints(violation: $violation, first: 20) {
      nodes {
        ...FixPoint
      }
    }
  }
`);
