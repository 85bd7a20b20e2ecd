import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const TWINS = loadSql(__dirname, 'queries/twin-assets.sql');

/** Two canonical names that are said to be one thing. */
export interface NamePair {
  readonly from_namespace: string;
  readonly from_name: string;
  readonly into_namespace: string;
  readonly into_name: string;
  readonly is_renamed: boolean;
}

/** Public ids of assets that are two and should be one, where that harms nobody. */
export async function twinAssets(
  tx: EntityManager,
  pairs: readonly NamePair[],
): Promise<readonly { readonly fromId: string; readonly intoId: string }[]> {
  if (pairs.length === 0) return [];
  const rows = await tx.query<{ from_id: string; into_id: string }[]>(TWINS, [JSON.stringify(pairs)]);
  return rows.map(({ from_id: fromId, into_id: intoId }) => ({ fromId, intoId }));
}
