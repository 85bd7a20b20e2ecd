import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { LineageMoment } from '../lineage-changes';

const CHANGES = loadSql(__dirname, 'queries/lineage-changes.sql');

/** Changes of one kind that are read of one side of one asset. */
const MOST_OF_ONE = 2_000;

interface ChangeRow {
  readonly at: Date;
  readonly added: number;
  readonly removed: number;
  readonly schemas: number;
  readonly total: number;
  readonly is_capped: boolean;
  readonly sources: readonly string[];
  readonly delivery_ids: readonly string[];
}

/** A stretch of time, its beginning excluded, and where in it a page begins. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
  /** Only what came before it; null for the latest. */
  readonly before: Date | null;
}

export interface ReadMoments {
  readonly total: number;
  readonly isCapped: boolean;
  readonly moments: readonly LineageMoment[];
}

/** Moments at which edges or columns of some assets (internal ids) changed, latest first. */
export async function readLineageChanges(
  db: EntityManager,
  ids: readonly string[],
  { from, to, before }: Stretch,
  first: number,
): Promise<ReadMoments> {
  const rows = await db.query<ChangeRow[]>(CHANGES, [ids, from, to, before, first, MOST_OF_ONE]);
  return {
    total: rows[0]?.total ?? 0,
    isCapped: rows[0]?.is_capped ?? false,
    moments: rows.map((row) => ({
      at: row.at,
      edgesAdded: row.added,
      edgesRemoved: row.removed,
      schemasChanged: row.schemas,
      sources: row.sources,
      deliveryIds: row.delivery_ids,
    })),
  };
}
