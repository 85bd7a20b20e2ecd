import { graphql } from '../../../graphql/generated';

export const AccessRequests = graphql(`
  query AccessRequests($filter: AccessRequestFilter, $after: String) {
    accessRequests(filter: $filter, first: 50, after: $after) {
      total
      endCursor
      nodes {
        id
        status
        purpose
        contentHash
        requestedAt
        expiresAt
        endedAt
        decidedAt
        decisionReason
        isMineToDecide
        requestedBy {
          key
          name
        }
        decidedBy {
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
  }
`);

export const DecideAccess = graphql(`
  mutation DecideAccess($input: DecideAccessInput!) {
    decideAccess(input: $input) {
      id
    }
  }
`);

export const EndAccess = graphql(`
  mutation EndAccess($id: ID!, $reason: String!) {
    endAccess(id: $id, reason: $reason) {
      id
    }
  }
`);

export const AccessInquiries = graphql(`
  query AccessInquiries {
    accessInquiries(first: 50) {
      nodes {
        id
        namespace
        name
        purpose
        status
        expiresAt
      }
    }
  }
`);

export const RequestAccessByName = graphql(`
  mutation RequestAccessByName($input: RequestAccessByNameInput!) {
    requestAccessByName(input: $input) {
      id
    }
  }
`);
