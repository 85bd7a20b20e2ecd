import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { EventDay } from '../domain/event-day';

const ADD = loadSql(__dirname, 'queries/add-event-days.sql');
const DROP = loadSql(__dirname, 'queries/drop-event-days.sql');
const PRUNE = loadSql(__dirname, 'queries/prune-events.sql');

const STORAGE = loadSql(__dirname, 'queries/event-storage.sql');

/** The days that hold raw events, the latest first. */
export function eventStorage(db: EntityManager): Promise<EventDay[]> {
  return db.query<EventDay[]>(STORAGE);
}

/** Makes the partitions of the next days. */
export async function addEventDays(db: EntityManager, ahead: number): Promise<void> {
  await db.query(ADD, [ahead]);
}

/** Drops what is over for longer than `days`; what still waits stays. */
export async function dropEventDays(db: EntityManager, days: number): Promise<void> {
  await db.query(DROP, [days]);
  await db.query(PRUNE, [days]);
}
