import { graphql } from '../../graphql/generated';

export const CatalogOverview = graphql(`
  query CatalogOverview {
    overview {
      assetCount
      columnCount
      edgeCount
      stubCount
      unownedCount
      undescribedCount
      failingRules
      byType {
        value
        count
      }
      byPlatform {
        value
        count
      }
      byLayer {
        value
        count
      }
      recentlyChanged {
        ...AssetRow
      }
      mostUsed {
        ...AssetRow
      }
      recentDeliveries {
        id
        connector
        sender
        status
        receivedAt
        report {
          source
          created
          changed
          closed
          refused
        }
        error {
          message
        }
      }
      ledger {
        ...LedgerCounts
      }
    }
  }
`);
