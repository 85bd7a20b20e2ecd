import type { DataSource } from 'typeorm';

const ASSETS = `
  select namespace.name as namespace, asset.name, display_name, type, status, layer, asset.owner, description, tags, class_level,
         class_categories, properties, column_count, upstream_count, downstream_count
    from asset join namespace on namespace.id = asset.namespace_id order by 1, 2`;
const COLUMNS = `
  select asset.name as asset, path, ordinal, asset_column.type, nullable, asset_column.description, asset_column.tags,
         asset_column.class_level, is_primary_key, is_declared
    from asset_column join asset on asset.id = asset_id order by 1, 2`;
const IDENTIFIERS = `
  select asset.name as asset, identifier.name, role, quoting_known
    from asset_identifier identifier join asset on asset.id = asset_id order by 1, 2`;
const EDGES = `
  select upstream.name as upstream, downstream.name as downstream, source.name as source, lineage_edge.kind
    from lineage_edge join asset upstream on upstream.id = upstream_id join asset downstream on downstream.id = downstream_id
    join source on source.id = source_id order by 1, 2, 3`;
const COLUMN_EDGES = `
  select upstream.path as upstream, downstream.path as downstream, above.name as above, below.name as below, kind, subtype
    from column_edge join asset_column upstream on upstream.id = upstream_id
    join asset_column downstream on downstream.id = downstream_id
    join asset above on above.id = upstream.asset_id join asset below on below.id = downstream.asset_id order by 1, 2, 3, 4`;
const DOCUMENTS = `
  select name, qualified, name_tsv::text, tsv::text, type, layer, owner, classification, tags, sources, popularity
    from search_document order by qualified`;

/** All that the catalog shows, without ids and times: two worlds that show the same are equal. */
export async function shown(db: DataSource): Promise<Record<string, unknown[]>> {
  const queries = { ASSETS, COLUMNS, IDENTIFIERS, EDGES, COLUMN_EDGES, DOCUMENTS };
  const state: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(queries)) state[name.toLowerCase()] = await db.query<unknown[]>(sql);
  return state;
}

/** `upstream → downstream` of current edges, by the last part of their names, in order. */
export async function shownEdges(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ edge: string }[]>(
    `select upstream.display_name || ' → ' || downstream.display_name as edge
       from lineage_edge join asset upstream on upstream.id = upstream_id
       join asset downstream on downstream.id = downstream_id order by 1`,
  );
  return rows.map(({ edge }) => edge);
}

/** Status by the last part of the name. */
export async function shownStatus(db: DataSource): Promise<Record<string, string>> {
  const rows = await db.query<{ name: string; status: string }[]>(
    'select display_name as name, status from asset order by 1',
  );
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]));
}

/** Rows in every table that lasts, by table; deliveries and the migrations' own table left out. */
export async function countRows(db: DataSource): Promise<Record<string, number>> {
  const tables = await db.query<{ name: string }[]>(
    `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind = 'r' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ count: number }[]>(`select count(*)::int as count from "${name}"`);
    counts[name] = row?.count ?? 0;
  }
  return counts;
}
