import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Assignee, Person } from '../domain/person';
import type { PersonRole } from '../domain/permission';

const LIST = loadSql(__dirname, 'queries/list-people.sql');
const ASSIGNEES = loadSql(__dirname, 'queries/find-assignees.sql');
const FIND = loadSql(__dirname, 'queries/find-person.sql');
const INSERT = loadSql(__dirname, 'queries/insert-person.sql');
const UPDATE = loadSql(__dirname, 'queries/update-person.sql');
const ERASE = loadSql(__dirname, 'queries/erase-person.sql');
const COUNT_OTHER_ADMINS = loadSql(__dirname, 'queries/count-other-admins.sql');
const CREDENTIALS = loadSql(__dirname, 'queries/find-credentials.sql');

/** Changes of people and roles wait for one another: the last administrator must be counted by one at a time. */
const PEOPLE_LOCK = 7_261_940_312;

export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly passwordHash: string;
}

export interface Credentials {
  readonly id: string;
  readonly password_hash: string;
  readonly is_disabled: boolean;
}

/** Makes changes of people wait for one another until the transaction ends: rules about the last administrator hold. */
export async function lockPeople(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [PEOPLE_LOCK]);
}

/** How many accounts there are, disabled ones included, erased ones not. */
export async function countPeople(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*)::int as count from person where erased_at is null',
  );
  return row?.count ?? 0;
}

/** People after a username (lower case), in order of username. */
export function listPeople(db: EntityManager, after: string | null, count: number): Promise<Person[]> {
  return db.query<Person[]>(LIST, [after, count]);
}

/** Enabled contributors and above whose name or username has `text` in it, in order of name. */
export function findAssignees(db: EntityManager, text: string, count: number): Promise<Assignee[]> {
  return db.query<Assignee[]>(ASSIGNEES, [text, count]);
}

/** By id, or null. */
export async function findPerson(tx: EntityManager, id: string): Promise<Person | null> {
  const [row] = await tx.query<Person[]>(FIND, [id]);
  return row ?? null;
}

/** By username in any case, or null. */
export async function findCredentials(db: EntityManager, username: string): Promise<Credentials | null> {
  const [row] = await db.query<Credentials[]>(CREDENTIALS, [username]);
  return row ?? null;
}

/** Adds an account; a username taken in any case breaks a unique index. */
export async function insertPerson(tx: EntityManager, person: NewPerson): Promise<Person> {
  const { username, displayName, email, role, passwordHash } = person;
  const [row] = await tx.query<Person[]>(INSERT, [username, displayName, email, role, passwordHash]);
  if (!row) throw new Error('An insert returned no row');
  return row;
}

/** The person as written; it must exist. */
export async function updatePerson(tx: EntityManager, person: Person): Promise<Person> {
  const { id, displayName, email, role, isDisabled } = person;
  const [rows] = await tx.query<[Person[], number]>(UPDATE, [id, displayName, email, role, isDisabled]);
  const [row] = rows;
  if (!row) throw new Error('An update found no row');
  return row;
}

/** Leaves nothing personal of a person but the id. */
export async function erasePerson(
  tx: EntityManager,
  id: string,
  displayName: string,
  passwordHash: string,
): Promise<void> {
  await tx.query(ERASE, [id, displayName, passwordHash]);
}

/** Replaces the hash; sessions are not its concern. */
export async function updatePassword(tx: EntityManager, personId: string, passwordHash: string): Promise<void> {
  await tx.query('update person set password_hash = $2 where id = $1', [personId, passwordHash]);
}

/** Administrators who can sign in, besides this person. */
export async function countOtherAdmins(tx: EntityManager, personId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(COUNT_OTHER_ADMINS, [personId]);
  return row?.count ?? 0;
}
