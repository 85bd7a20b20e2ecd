import { graphql } from '../../../graphql/generated';

export const Waivers = graphql(`
  query Waivers($filter: WaiverFilter, $after: String) {
    waivers(filter: $filter, first: 50, after: $after) {
      total
      endCursor
      nodes {
        id
        status
        policy
        requirement
        column
        reason
        conditions
        contentHash
        requestedAt
        expiresAt
        endedAt
        decidedAt
        decisionReason
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

export const DecideWaiver = graphql(`
  mutation DecideWaiver($input: DecideWaiverInput!) {
    decideWaiver(input: $input) {
      id
      status
    }
  }
`);

export const EndWaiver = graphql(`
  mutation EndWaiver($id: ID!, $reason: String!) {
    endWaiver(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const RequestWaiver = graphql(`
  mutation RequestWaiver($input: RequestWaiverInput!) {
    requestWaiver(input: $input) {
      id
    }
  }
`);
