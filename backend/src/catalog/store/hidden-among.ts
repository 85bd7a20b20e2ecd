import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const HIDDEN_AMONG = loadSql(__dirname, 'queries/hidden-among.sql');

/**
 * Internal ids of those assets that are hidden from `reader`, in a transaction that has everything in sight: for what
 * was written, or rehearsed, on that reader's account.
 */
export async function hiddenAmong(
  tx: EntityManager,
  reader: string,
  assetIds: readonly string[],
): Promise<ReadonlySet<string>> {
  await tx.query("select set_config('tributary.reader', $1::text, true)", [reader]);
  const rows = await tx.query<{ id: string }[]>(HIDDEN_AMONG, [assetIds]);
  return new Set(rows.map(({ id }) => id));
}
