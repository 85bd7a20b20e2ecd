import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const ADD = loadSql(__dirname, 'queries/add-event-days.sql');
const DROP = loadSql(__dirname, 'queries/drop-event-days.sql');
const PRUNE = loadSql(__dirname, 'queries/prune-events.sql');

/** Makes the partitions of the next days. */
export async function addEventDays(db: EntityManager, ahead: number): Promise<void> {
  await db.query(ADD, [ahead]);
}

/** Drops what is over for longer than `days`; what still waits stays. */
export async function dropEventDays(db: EntityManager, days: number): Promise<void> {
  await db.query(DROP, [days]);
  await db.query(PRUNE, [days]);
}
