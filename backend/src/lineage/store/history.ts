import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { HistoryPart } from '../domain/history';

const query = (file: string): string => loadSql(__dirname, `queries/${file}.sql`);
const SWEEPS = [query('sweep-edge-history'), query('sweep-column-edge-history')];
const STORAGE = query('history-storage');

/** Forgets up to `limit` edges of each kind that ended more than `days` days ago; gives the most of one kind. */
export async function sweepPastEdges(db: EntityManager, days: number, limit: number): Promise<number> {
  let most = 0;
  for (const sweep of SWEEPS) {
    const [row] = await db.query<{ gone: number }[]>(sweep, [days, limit]);
    most = Math.max(most, row?.gone ?? 0);
  }
  return most;
}

/** How much room history takes, by kind. */
export function readHistoryStorage(db: EntityManager): Promise<HistoryPart[]> {
  return db.query<HistoryPart[]>(STORAGE);
}
