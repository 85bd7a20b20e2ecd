import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { CanonicalName } from '../domain/identity';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const RAW = query('raw-namespaces');
const RECHECK = query('identifiers-to-recheck');
const ENSURE = query('ensure-namespace');
const FIND = query('find-identifier');
const RENAME = query('rename-identifier');
const PROMOTE = query('promote-identifier');

/** A spelling, and the asset that it names. */
export interface StoredIdentifier {
  readonly namespace_id: number;
  readonly namespace: string;
  readonly name: string;
  readonly asset_id: string;
  readonly public_id: string;
  readonly role: string;
  readonly quoting_known: boolean;
  readonly is_job: boolean;
  readonly platform: string;
  readonly raw_namespace: string;
  readonly raw_name: string;
}

/** Every spelling of a namespace that sources have used, and the namespace it was taken for. */
export function listRawNamespaces(
  tx: EntityManager,
): Promise<readonly { readonly raw_namespace: string; readonly namespace: string }[]> {
  return tx.query(RAW);
}

/** Identifiers that sources wrote with one of `rawNamespaces` or that are in one of `namespaces`; primary ones first. */
export function listIdentifiers(
  tx: EntityManager,
  rawNamespaces: readonly string[],
  namespaces: readonly string[],
): Promise<StoredIdentifier[]> {
  return tx.query<StoredIdentifier[]>(RECHECK, [rawNamespaces, namespaces]);
}

/** The number of the namespace of a canonical name, added when it is new. */
export async function ensureNamespace(tx: EntityManager, canonical: CanonicalName): Promise<number> {
  const [row] = await tx.query<{ id: number }[]>(ENSURE, [canonical.namespace, canonical.platform, canonical.isWeak]);
  if (!row) throw new Error(`Namespace ${canonical.namespace} could not be added`);
  return row.id;
}

/** The asset of a kind that a spelling names to the letter; null when none does. */
export async function findIdentifier(
  tx: EntityManager,
  namespaceId: number,
  name: string,
  isJob: boolean,
): Promise<{ readonly asset_id: string; readonly public_id: string } | null> {
  const [row] = await tx.query<{ asset_id: string; public_id: string }[]>(FIND, [namespaceId, name, isJob]);
  return row ?? null;
}

/** Gives a spelling its new form, which nobody else has; an asset whose primary one it is gets the new name. */
export async function renameIdentifier(
  tx: EntityManager,
  old: StoredIdentifier,
  namespaceId: number,
  canonical: CanonicalName,
): Promise<void> {
  const { name, quotingKnown, isPartial } = canonical;
  await tx.query(RENAME, [old.namespace_id, old.name, namespaceId, name, quotingKnown, isPartial, old.is_job]);
}

/** Makes a spelling of an asset its primary one. */
export async function promoteIdentifier(
  tx: EntityManager,
  assetId: string,
  namespaceId: number,
  name: string,
): Promise<void> {
  await tx.query(PROMOTE, [assetId, namespaceId, name]);
}
