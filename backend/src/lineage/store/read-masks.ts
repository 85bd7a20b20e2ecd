import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { runPrepared } from '../../catalog';

const MASKED = { name: 'masked-columns', text: loadSql(__dirname, 'queries/masked-columns.sql') };

/** Two assets by internal id. */
export interface Pair {
  readonly upstreamId: string;
  readonly downstreamId: string;
}

/** A pair as one text. */
export const pairKey = ({ upstreamId, downstreamId }: Pair): string => `${upstreamId} ${downstreamId}`;

/** Columns that arrive masked on the way between two assets, by `pairKey`; pairs without any are left out. */
export async function readMaskedColumns(
  db: EntityManager,
  pairs: readonly Pair[],
  at: Date | null,
): Promise<Map<string, readonly string[]>> {
  if (pairs.length === 0) return new Map();
  const rows = await runPrepared<{ upstream_id: string; downstream_id: string; columns: string[] }>(db, MASKED, [
    pairs.map(({ upstreamId }) => upstreamId),
    pairs.map(({ downstreamId }) => downstreamId),
    at,
  ]);
  return new Map(
    rows.map((row) => [pairKey({ upstreamId: row.upstream_id, downstreamId: row.downstream_id }), row.columns]),
  );
}
