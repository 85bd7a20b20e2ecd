import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import { digest } from './digest-statement';
import type { ReportItem } from './report';

const ADD = loadSql(__dirname, 'queries/add-delivery-items.sql');
const BATCH = 2_000;
const LONGEST_REASON = 2_000;

/** Appends lines to the report of a delivery, in their order; nothing without a delivery. */
export async function writeItems(
  tx: EntityManager,
  deliveryId: string | null,
  items: readonly ReportItem[],
): Promise<void> {
  if (deliveryId === null) return;
  for (let start = 0; start < items.length; start += BATCH) {
    const rows = items.slice(start, start + BATCH).map(({ outcome, key, assetId, reason }) => ({
      outcome,
      key,
      asset_id: assetId,
      reason: reason.slice(0, LONGEST_REASON),
    }));
    await tx.query(ADD, [deliveryId, JSON.stringify(digest(rows).value)]);
  }
}
