import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { PersonRole, Role } from '../domain/permission';

const FIND = loadSql(__dirname, 'queries/find-token.sql');

export interface UsableToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly namespaces: readonly string[];
  readonly secret_hash: Buffer;
  readonly maker_role: PersonRole;
  readonly is_stale: boolean;
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
