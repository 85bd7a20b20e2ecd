import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { RestrictionRow } from '../../domain/restriction/restriction';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const INSERT = query('insert-restriction');
const DELETE = query('delete-restriction');
const LIST = query('list-restrictions');
const COUNT = query('count-restrictions');
const OF_ASSETS = query('restrictions-of-assets');
const NAMESPACE_ID = query('namespace-id');

/** What is to be restricted: an asset by its internal id, or a namespace. */
export type Restricted =
  | { readonly assetId: string; readonly namespaceId: null }
  | { readonly assetId: null; readonly namespaceId: string };

/** Adds a restriction and gives its id; null when it is there already. */
export async function insertRestriction(
  tx: EntityManager,
  { assetId, namespaceId }: Restricted,
  reason: string,
  actor: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(INSERT, [assetId, namespaceId, reason, actor]);
  return row?.id ?? null;
}

/** Takes a restriction away; false when it is gone. */
export async function deleteRestriction(tx: EntityManager, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(DELETE, [id]);
  return rows.length > 0;
}

/** Latest first, below id `before`. */
export function listRestrictions(db: EntityManager, before: string | null, first: number): Promise<RestrictionRow[]> {
  return db.query<RestrictionRow[]>(LIST, [before, first, null]);
}

/** By id, or null. */
export async function findRestriction(db: EntityManager, id: string): Promise<RestrictionRow | null> {
  const [row] = await db.query<RestrictionRow[]>(LIST, [null, 1, id]);
  return row ?? null;
}

/** All that there are. */
export async function countRestrictions(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT);
  return row?.count ?? 0;
}

/** By internal asset id; assets under no restriction are left out. */
export async function restrictionsOfAssets(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<ReadonlyMap<string, RestrictionRow>> {
  const rows = await db.query<(RestrictionRow & { of_id: string })[]>(OF_ASSETS, [assetIds]);
  return new Map(rows.map(({ of_id: id, ...row }) => [id, row]));
}

/** The internal id of a namespace by its canonical name, or null. */
export async function findNamespaceId(db: EntityManager, name: string): Promise<string | null> {
  const [row] = await db.query<{ id: number }[]>(NAMESPACE_ID, [name]);
  return row ? String(row.id) : null;
}
