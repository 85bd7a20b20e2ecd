import { graphql } from '../../graphql/generated';

/** The same name asked for less and less strictly; the first question that finds something is the nearest. */
export const NearestNames = graphql(`
  query NearestNames($whole: String!, $most: String!, $longest: String!) {
    whole: search(query: $whole, first: 5) {
      hits {
        ...NearHit
      }
    }
    most: search(query: $most, first: 5) {
      hits {
        ...NearHit
      }
    }
    longest: search(query: $longest, first: 5) {
      hits {
        ...NearHit
      }
    }
  }
`);

/** What is told of an asset that may have been meant. */
export const NearHit = graphql(`
  fragment NearHit on SearchHit {
    asset {
      id
      type
      namespace
      name
      displayName
    }
  }
`);
