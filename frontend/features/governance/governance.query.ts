import { graphql } from '../../graphql/generated';

export const GovernanceCounts = graphql(`
  query GovernanceCounts {
    violations(filter: { status: [OPEN] }, first: 1) {
      total
    }
    classificationSuggestions(filter: { status: [SUGGESTED] }, first: 1) {
      total
    }
    policies(filter: { state: [PROPOSED] }, first: 1) {
      total
    }
    waivers(filter: { status: [REQUESTED] }, first: 1) {
      total
    }
  }
`);
