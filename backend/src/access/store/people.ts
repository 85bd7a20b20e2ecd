import type { EntityManager } from 'typeorm';
import type { PersonRole } from '../domain/permission';

/** Changes of people and roles wait for one another: the last administrator must be counted by one at a time. */
const PEOPLE_LOCK = 7_261_940_312;

/** A person as the API shows one. */
export interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly isDisabled: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

const SHOWN = `id, username, display_name as "displayName", email, role, is_disabled as "isDisabled",
  created_at as "createdAt", last_seen_at as "lastSeenAt"`;

export async function lockPeople(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [PEOPLE_LOCK]);
}

export async function countPeople(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*)::int as count from person');
  return row?.count ?? 0;
}

export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly passwordHash: string;
}

export async function insertPerson(tx: EntityManager, person: NewPerson): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow[]>(
    `insert into person (username, display_name, email, role, password_hash) values ($1, $2, $3, $4, $5)
     returning ${SHOWN}`,
    [person.username, person.displayName, person.email, person.role, person.passwordHash],
  );
  if (!row) throw new Error('An insert returned no row');
  return row;
}
