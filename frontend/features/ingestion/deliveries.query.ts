import { graphql } from '../../graphql/generated';

export const Deliveries = graphql(`
  query Deliveries($status: [DeliveryStatus!], $connector: String, $after: String) {
    ledger {
      ...LedgerCounts
    }
    deliveries(status: $status, connector: $connector, first: 50, after: $after) {
      total
      endCursor
      nodes {
        id
        connector
        sender
        status
        byteCount
        receivedAt
        finishedAt
        attempts
        report {
          source
          matched
          created
          changed
          closed
          refused
          durationMs
        }
        error {
          code
          message
        }
      }
    }
  }
`);

export const DeliveryReport = graphql(`
  query DeliveryReport($id: ID!, $outcome: [DeliveryOutcome!], $after: Int) {
    delivery(id: $id) {
      id
      connector
      parameters
      sender
      status
      byteCount
      contentHash
      receivedAt
      finishedAt
      attempts
      error {
        code
        message
        part
        position
      }
      report {
        source
        matched
        created
        stubbed
        merged
        changed
        unchanged
        closed
        refused
        columns
        edges
        columnEdges
        rules
        results
        rowsWritten
        durationMs
      }
      parts {
        name
        byteCount
      }
      items(outcome: $outcome, first: 100, after: $after) {
        seq
        outcome
        key
        reason
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

export const ReplayDelivery = graphql(`
  mutation ReplayDelivery($id: ID!) {
    replayDelivery(id: $id) {
      id
      status
    }
  }
`);
