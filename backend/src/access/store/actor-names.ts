import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const NAMES = loadSql(__dirname, 'queries/actor-names.sql');

/** Names for people to read by the keys of the audit log; those that nobody has any more are left out. One query. */
export async function readActorNames(db: EntityManager, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ key: string; name: string }[]>(NAMES, [keys]);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
