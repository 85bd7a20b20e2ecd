import { graphql } from '../../../graphql/generated';

export const GovernanceInbox = graphql(`
  query GovernanceInbox {
    governanceInbox {
      assignedViolations
      overdueViolations
      unassignedViolations
      openSuggestions
      waiversToDecide
      policiesToDecide
      accessToDecide
      expiringWaivers
    }
    expiring: waivers(filter: { status: [APPROVED], endsWithinDays: 14 }, first: 5) {
      nodes {
        id
        policy
        requirement
        column
        expiresAt
        asset {
          id
          type
          namespace
          name
          displayName
        }
      }
    }
    requests: accessRequests(filter: { status: [REQUESTED], isMineToDecide: true }, first: 5) {
      nodes {
        id
        purpose
        requestedAt
        requestedBy {
          name
        }
        asset {
          id
          type
          namespace
          name
          displayName
        }
      }
    }
    fixPoints(first: 20) {
      violations
      isComplete
      nodes {
        ...FixPoint
      }
    }
  }
`);
