import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const BY_KEY = loadSql(__dirname, 'queries/event-assertions.sql');

/** Internal ids of the assertions that events have made, by key. */
export async function eventAssertions(
  tx: EntityManager,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<{ id: string; key: string }[]>(BY_KEY, [keys]);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
