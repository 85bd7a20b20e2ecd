import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const SWEEP = loadSql(__dirname, 'queries/sweep-assertion-history.sql');

/** Forgets up to `limit` statements that ended more than `days` days ago; gives how many. */
export async function sweepPastFacts(db: EntityManager, days: number, limit: number): Promise<number> {
  const [row] = await db.query<{ gone: number }[]>(SWEEP, [days, limit]);
  return row?.gone ?? 0;
}
