import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { ApiToken } from '../domain/api-token';
import type { PersonRole, Role } from '../domain/permission';

const FIND = loadSql(__dirname, 'queries/find-token.sql');
const FIND_ANY = loadSql(__dirname, 'queries/find-any-token.sql');
const LIST = loadSql(__dirname, 'queries/list-tokens.sql');
const INSERT = loadSql(__dirname, 'queries/insert-token.sql');

export interface UsableToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly namespaces: readonly string[];
  readonly secret_hash: Buffer;
  readonly maker_role: PersonRole;
  readonly is_stale: boolean;
  readonly is_restricting: boolean;
}

/** A token that is neither revoked nor expired nor a disabled person's; null otherwise. */
export async function findUsableToken(db: EntityManager, id: string): Promise<UsableToken | null> {
  const [row] = await db.query<UsableToken[]>(FIND, [id]);
  return row ?? null;
}

/** Notes the use of a token; worth calling when its row is stale. */
export async function touchToken(db: EntityManager, id: string): Promise<void> {
  await db.query('update api_token set last_used_at = now() where id = $1', [id]);
}

export interface NewToken {
  readonly name: string;
  readonly secretHash: Buffer;
  readonly role: Role;
  readonly namespaces: readonly string[];
  readonly createdBy: string | null;
  readonly days: number;
}

/** Tokens before an id, newest first. */
export function listTokens(db: EntityManager, before: string | null, count: number): Promise<ApiToken[]> {
  return db.query<ApiToken[]>(LIST, [before, count]);
}

/** How many tokens there are, ended ones included. */
export async function countTokens(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*)::int as count from api_token');
  return row?.count ?? 0;
}

/** Any token, used up or not; null when there is none. */
export async function findToken(tx: EntityManager, id: string): Promise<ApiToken | null> {
  const [row] = await tx.query<ApiToken[]>(FIND_ANY, [id]);
  return row ?? null;
}

/** @returns the id, which is part of the token's text */
export async function insertToken(tx: EntityManager, token: NewToken): Promise<string> {
  const { name, secretHash, role, namespaces, createdBy, days } = token;
  const [row] = await tx.query<{ id: string }[]>(INSERT, [name, secretHash, role, namespaces, createdBy, days]);
  if (!row) throw new Error('An insert returned no row');
  return row.id;
}

/** Ends a token for good; the first time counts. */
export async function revokeToken(tx: EntityManager, id: string): Promise<void> {
  await tx.query('update api_token set revoked_at = now() where id = $1 and revoked_at is null', [id]);
}

/** Ends every token that a person made. */
export async function revokeTokensOf(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('update api_token set revoked_at = now() where created_by = $1 and revoked_at is null', [personId]);
}
