import { firstTold, telling } from './said';
import type { Node } from './shapes';

const VALIDITY_COLUMNS = {
  dbt_scd_id: 'dbt_scd_id',
  dbt_updated_at: 'dbt_updated_at',
  dbt_valid_from: 'dbt_valid_from',
  dbt_valid_to: 'dbt_valid_to',
};

/** How a snapshot keeps history (slowly changing dimension, type 2), and what its validity columns are called. */
export function snapshotFacts({ config }: Node): Record<string, unknown> {
  return telling({
    strategy: config.strategy,
    uniqueKey: config.unique_key,
    updatedAt: config.updated_at,
    checkColumns: config.check_cols,
    hardDeletes: firstTold(config.hard_deletes, config.invalidate_hard_deletes === true ? 'invalidate' : null),
    columnNames: { ...VALIDITY_COLUMNS, ...telling(config.snapshot_meta_column_names ?? {}) },
  });
}
