import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { PersonRole } from '../domain/permission';

const FIND = loadSql(__dirname, 'queries/find-session.sql');
const TOUCH = loadSql(__dirname, 'queries/touch-session.sql');

/** A session unused for longer is over. */
const IDLE_MINUTES = 60;
/** A session older than this is over however much it is used. */
const LONGEST_HOURS = 12;

export interface SessionRow {
  readonly person_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: PersonRole;
  readonly is_stale: boolean;
  readonly is_restricting: boolean;
}

/** The living session of a cookie, or null. */
export async function findSession(db: EntityManager, idHash: Buffer): Promise<SessionRow | null> {
  const [row] = await db.query<SessionRow[]>(FIND, [idHash, IDLE_MINUTES]);
  return row ?? null;
}

/** Notes the use of a session; worth calling when its row is stale. */
export async function touchSession(db: EntityManager, idHash: Buffer): Promise<void> {
  await db.query(TOUCH, [idHash]);
}

/** Opens a session; the caller keeps the value whose hash this is. Clears away the sessions that are over. */
export async function insertSession(
  tx: EntityManager,
  session: { idHash: Buffer; personId: string; userAgent: string | null },
): Promise<void> {
  await tx.query('delete from session where expires_at < now()');
  await tx.query(
    `insert into session (id_hash, person_id, user_agent, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4::int))`,
    [session.idHash, session.personId, session.userAgent, LONGEST_HOURS],
  );
}

/** Ends one session; false when it was gone already. */
export async function deleteSession(db: EntityManager, idHash: Buffer): Promise<boolean> {
  const [, count] = await db.query<[unknown, number]>('delete from session where id_hash = $1', [idHash]);
  return count > 0;
}

/** Ends every session of a person, but the one given. */
export async function deleteSessionsOf(tx: EntityManager, personId: string, kept: Buffer | null): Promise<void> {
  await tx.query('delete from session where person_id = $1 and id_hash is distinct from $2', [personId, kept]);
}

/** Whether something in the catalog is hidden from some; sessions and tokens are read together with it. */
export async function isRestricting(db: EntityManager): Promise<boolean> {
  const [row] = await db.query<{ is: boolean }[]>('select exists (select from restriction) as is');
  return row?.is === true;
}
