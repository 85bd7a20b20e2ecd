import type { EntityManager } from 'typeorm';

/** Scopes that a source of this kind and name has spoken for before; the oldest first. */
export async function knownScopes(db: EntityManager, kind: string, name: string): Promise<string[]> {
  const rows = await db.query<{ scope: string }[]>(
    'select scope from source where kind = $1 and name = $2 order by id',
    [kind, name],
  );
  return rows.map((row) => row.scope);
}
