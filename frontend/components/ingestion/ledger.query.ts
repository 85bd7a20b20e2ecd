import { graphql } from '../../graphql/generated';

export const LedgerCounts = graphql(`
  fragment LedgerCounts on Ledger {
    received
    processed
    deduplicated
    deadLettered
    pending
    balances
  }
`);
