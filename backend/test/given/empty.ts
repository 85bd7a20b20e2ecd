import type { DataSource } from 'typeorm';
import { lockCatalogForWriting } from '../../src/catalog';

/** What everything else of the catalog hangs on, and what hangs on nothing: the past. */
const ROOTS = [
  'namespace',
  'source',
  'asset',
  'asset_identifier',
  'assertion',
  'schema_version',
  'search_document',
  'asset_column',
  'lineage_edge',
  'quality_rule',
  'code',
  'search_word',
  'change_log',
  'assertion_history',
  'lineage_edge_history',
  'column_edge_history',
];

/** The tables that refer to them, directly or not, and the sequences that number their rows. */
const FIND = `
  with recursive filled as (
    select unnest($1::text[])::regclass as name
    union
    select conrelid::regclass from pg_constraint join filled on filled.name = confrelid and contype = 'f'
  )
  select array_agg(distinct name::text) as tables, array_agg(distinct objid::regclass::text) filter (where objid is not null) as sequences
    from filled
    left join pg_depend on refobjid = filled.name and classid = 'pg_class'::regclass and deptype in ('a', 'i')
     and exists (select from pg_class where pg_class.oid = objid and relkind = 'S')`;

const emptying = new Map<string, string>();

/** Takes everything out of the catalog, and numbers what comes next from 1 on. */
export function emptyCatalog(db: DataSource): Promise<void> {
  return emptyTables(db, ROOTS);
}

/**
 * Takes everything out of these tables and of those that refer to them; numbers begin anew. No trigger sees it.
 *
 * By `delete`, without the checks of foreign keys: `truncate` makes new files for some sixty tables and indexes and
 * takes ten times as long, for a handful of rows.
 */
export async function emptyTables(db: DataSource, roots: readonly string[]): Promise<void> {
  const key = roots.join();
  const known = emptying.get(key) ?? (await emptyingOf(db, roots));
  emptying.set(key, known);
  await db.query(known);
}

async function emptyingOf(db: DataSource, roots: readonly string[]): Promise<string> {
  const [found] = await db.query<{ tables: string[]; sequences: string[] }[]>(FIND, [roots]);
  const { tables = [], sequences = [] } = found ?? {};
  return [
    'begin',
    'set local session_replication_role = replica',
    ...tables.map((table) => `delete from ${table}`),
    ...sequences.map((sequence) => `select setval('${sequence}', 1, false)`),
    'commit',
  ].join(';');
}

/** Takes out of a running application what was delivered and said; its triggers and effects see it go. */
export async function forgetDeliveries(db: DataSource): Promise<void> {
  await db.transaction(async (tx) => {
    await lockCatalogForWriting(tx);
    for (const table of ['delivery', 'assertion', 'asset', 'source']) await tx.query(`delete from ${table}`);
  });
}
