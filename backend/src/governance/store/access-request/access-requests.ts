import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { AccessRequestRow, AccessSelection, AccessStatus } from '../../domain/access-request/access-request';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const INSERT = query('insert-access-request');
const LIST = query('list-access-requests');
const COUNT = query('count-access-requests');
const MOVE = query('move-access-request');
const EXPIRE = query('expire-access-requests');
const SPELLINGS = query('person-spellings');

/** Adds a request and gives its id; null when the same person has one that is open or granted. */
export async function insertAccessRequest(
  tx: EntityManager,
  said: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(INSERT, [JSON.stringify(said)]);
  return row?.id ?? null;
}

const valuesOf = ({ statuses, assetId, requestedBy, owners, until }: AccessSelection): readonly unknown[] => [
  statuses,
  assetId,
  requestedBy,
  owners,
  until,
];
const ANY: AccessSelection = { statuses: null, assetId: null, requestedBy: null, owners: null, until: null };

/** Latest first, below id `before`. */
export function listAccessRequests(
  db: EntityManager,
  selection: AccessSelection,
  before: string | null,
  first: number,
): Promise<AccessRequestRow[]> {
  return db.query<AccessRequestRow[]>(LIST, [...valuesOf(selection), before, first, null]);
}

/** All that fit. */
export async function countAccessRequests(db: EntityManager, selection: AccessSelection): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, [...valuesOf(selection)]);
  return row?.count ?? 0;
}

/** By id, or null. */
export async function findAccessRequest(db: EntityManager, id: string): Promise<AccessRequestRow | null> {
  const [row] = await db.query<AccessRequestRow[]>(LIST, [...valuesOf(ANY), null, 1, id]);
  return row ?? null;
}

/** False when it has another status by now, or is over. */
export async function moveAccessRequest(
  tx: EntityManager,
  move: { id: string; from: AccessStatus; to: AccessStatus; actor: string; reason: string | null },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(MOVE, [move.id, move.from, move.to, move.actor, move.reason]);
  return rows.length > 0;
}

/** Ends those whose time is over; gives their ids. */
export async function expireAccessRequests(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(EXPIRE);
  return rows.map(({ id }) => id);
}

/** In lower case how a person may be named as owner: username and address; empty for nobody. */
export async function spellingsOfPerson(db: EntityManager, id: string): Promise<string[]> {
  const [row] = await db.query<{ username: string; email: string | null }[]>(SPELLINGS, [id]);
  if (!row) return [];
  const names = [row.username, row.email].filter((name) => name !== null && name !== '');
  return names.map((name) => String(name).toLowerCase());
}
