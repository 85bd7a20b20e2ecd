import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { AliasKind, CasePolicy, NamespaceAlias } from '../domain/identity';
import type { Namespace, NamespacePage, StoredAlias } from '../domain/namespace';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const PAGE = query('namespaces-page');
const BY_ID = query('namespace-by-id');
const UPDATE = query('update-namespace');
const ALIASES = query('namespace-aliases');
const ADD_ALIAS = query('add-namespace-alias');
const REMOVE_ALIAS = query('remove-namespace-alias');

interface Row {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly is_weak: boolean;
  readonly environment: string | null;
  readonly region: string | null;
  readonly default_database: string | null;
  readonly default_schema: string | null;
  readonly case_policy: CasePolicy;
  readonly owner: string | null;
  readonly asset_count: number;
}

const namespaceOf = (row: Row): Namespace => ({
  id: row.id,
  name: row.name,
  platform: row.platform,
  isWeak: row.is_weak,
  environment: row.environment,
  region: row.region,
  defaultDatabase: row.default_database,
  defaultSchema: row.default_schema,
  casePolicy: row.case_policy,
  owner: row.owner,
  assetCount: row.asset_count,
});

/** Namespaces after one of them (its id), by name. */
export async function listNamespaces(db: EntityManager, after: string | null, first: number): Promise<NamespacePage> {
  const rows = await db.query<(Row & { total: number })[]>(PAGE, [after, first]);
  const last = rows.at(-1);
  return {
    total: last?.total ?? 0,
    nodes: rows.map(namespaceOf),
    endCursor: rows.length === first && last ? last.id : null,
  };
}

/** One namespace, held until the transaction ends; null when there is none. */
export async function lockNamespace(tx: EntityManager, id: string): Promise<Namespace | null> {
  const [row] = await tx.query<Row[]>(BY_ID, [id]);
  return row ? namespaceOf(row) : null;
}

/** Writes all settings of a namespace; its name and platform stay. */
export async function updateNamespace(tx: EntityManager, namespace: Namespace): Promise<void> {
  const { defaultDatabase: database, defaultSchema: schema } = namespace;
  const defaults = { ...(database === null ? {} : { database }), ...(schema === null ? {} : { schema }) };
  const { id, environment, region, casePolicy, owner } = namespace;
  await tx.query(UPDATE, [id, environment, region, JSON.stringify(defaults), casePolicy, owner]);
}

/** In the order in which they are tried. */
export function listAliases(db: EntityManager): Promise<StoredAlias[]> {
  return db.query<StoredAlias[]>(ALIASES);
}

/** Null when an alias of this kind and pattern is there already. */
export async function addAlias(
  tx: EntityManager,
  alias: NamespaceAlias,
  createdBy: string | null,
): Promise<StoredAlias | null> {
  const [row] = await tx.query<StoredAlias[]>(ADD_ALIAS, [alias.kind, alias.pattern, alias.target, createdBy]);
  return row ?? null;
}

/** What was removed; null when there was nothing. */
export async function removeAlias(tx: EntityManager, id: string): Promise<StoredAlias | null> {
  const [rows] = await tx.query<[(NamespaceAlias & { id: string; kind: AliasKind })[], number]>(REMOVE_ALIAS, [id]);
  return rows[0] ?? null;
}
