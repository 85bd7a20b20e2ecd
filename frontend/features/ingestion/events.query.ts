import { graphql } from '../../graphql/generated';

export const EventFlow = graphql(`
  query EventFlow {
    eventRate(minutes: 60) {
      minute
      received
      processed
      deduplicated
      refused
      bytes
    }
    eventBacklog {
      waiting
      oldest
    }
    deadEventGroups(first: 20) {
      endCursor
      nodes {
        ...DeadGroup
      }
    }
  }
`);

export const DeadGroup = graphql(`
  fragment DeadGroup on DeadEventGroup {
    fingerprint
    status
    code
    message
    count
    firstAt
    lastAt
  }
`);

export const DeadGroups = graphql(`
  query DeadGroups($after: String) {
    deadEventGroups(first: 50, after: $after) {
      endCursor
      nodes {
        ...DeadGroup
      }
    }
  }
`);

export const DeadEvents = graphql(`
  query DeadEvents($fingerprint: ID!, $after: String) {
    deadEvents(fingerprint: $fingerprint, first: 50, after: $after) {
      endCursor
      nodes {
        id
        status
        code
        message
        sender
        byteCount
        receivedAt
        failedAt
      }
    }
  }
`);

export const DeadEventBody = graphql(`
  query DeadEventBody($id: ID!) {
    deadEventBody(id: $id)
  }
`);

export const ReplayDeadEvent = graphql(`
  mutation ReplayDeadEvent($id: ID!, $body: String) {
    replayDeadEvent(id: $id, body: $body)
  }
`);

export const ReplayDeadEvents = graphql(`
  mutation ReplayDeadEvents($fingerprint: ID!) {
    replayDeadEvents(fingerprint: $fingerprint)
  }
`);

export const DiscardDeadEvents = graphql(`
  mutation DiscardDeadEvents($fingerprint: ID!) {
    discardDeadEvents(fingerprint: $fingerprint)
  }
`);
