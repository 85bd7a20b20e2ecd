import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { WaiverRow, WaiverSelection, WaiverStatus } from '../../domain/waiver/waiver-record';

const INSERT = loadSql(__dirname, 'queries/insert-waiver.sql');
const LIST = loadSql(__dirname, 'queries/list-waivers.sql');
const COUNT = loadSql(__dirname, 'queries/count-waivers.sql');
const MOVE = loadSql(__dirname, 'queries/move-waiver.sql');
const EXPIRE = loadSql(__dirname, 'queries/expire-waivers.sql');

/** Adds a request; gives its id. */
export async function insertWaiver(tx: EntityManager, said: Readonly<Record<string, unknown>>): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(INSERT, [JSON.stringify(said)]);
  if (!row) throw new Error('An insert returned no row');
  return row.id;
}

/** Latest first, below id `before`. */
export function listWaivers(
  db: EntityManager,
  { statuses, assetId, policy, until }: WaiverSelection,
  before: string | null,
  first: number,
): Promise<WaiverRow[]> {
  return db.query<WaiverRow[]>(LIST, [statuses, assetId, policy, until, before, first, null]);
}

/** All that fit. */
export async function countWaivers(db: EntityManager, selection: WaiverSelection): Promise<number> {
  const { statuses, assetId, policy, until } = selection;
  const [row] = await db.query<{ count: number }[]>(COUNT, [statuses, assetId, policy, until]);
  return row?.count ?? 0;
}

/** By id, or null. */
export async function findWaiver(db: EntityManager, id: string): Promise<WaiverRow | null> {
  const [row] = await db.query<WaiverRow[]>(LIST, [null, null, null, null, null, 1, id]);
  return row ?? null;
}

/** False when it has another status by now. */
export async function moveWaiver(
  tx: EntityManager,
  move: { id: string; from: WaiverStatus; to: WaiverStatus; actor: string; reason: string | null },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(MOVE, [move.id, move.from, move.to, move.actor, move.reason]);
  return rows.length > 0;
}

/** Ends waivers whose time is over; gives those. */
export function expireWaivers(tx: EntityManager): Promise<{ id: string; asset_id: string | null }[]> {
  return tx.query<{ id: string; asset_id: string | null }[]>(EXPIRE);
}
