import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { ReachedColumn } from '../../domain/policy/fix-points';

const REACHED = loadSql(__dirname, 'queries/reached-columns.sql');

/** Where something arrives unmasked now, latest first, at most `most`; of one policy or of all. */
export async function readReached(db: EntityManager, policy: string | null, most: number): Promise<ReachedColumn[]> {
  const rows = await db.query<{ violation: string; column_id: string }[]>(REACHED, [policy, most]);
  return rows.map(({ violation, column_id: columnId }) => ({ violation, columnId }));
}
