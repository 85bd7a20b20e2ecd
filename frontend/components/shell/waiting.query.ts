import { graphql } from '../../graphql/generated';

export const WaitingViolations = graphql(`
  query WaitingViolations {
    violations(filter: { status: [OPEN] }, first: 1) {
      total
    }
  }
`);
