import type { DataSource } from 'typeorm';
import { emptyCatalog } from './empty';

/** Names to internal ids. */
export type Ids = Record<string, string>;

/** One asset of a test's world; whatever is not given is plain. */
export interface GivenAsset {
  readonly name: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly status?: 'ACTIVE' | 'STUB' | 'RETIRED';
  readonly platform?: string;
  readonly layer?: string;
  readonly owner?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly columns?: readonly string[];
}

const NAMESPACE = 'postgres://db.test:5432';

/** Assets, with their columns, spellings and search documents, straight into the tables. */
export async function givenAssets(db: DataSource, assets: readonly GivenAsset[]): Promise<Ids> {
  const ids: Ids = {};
  for (const asset of assets) ids[asset.name] = await givenAsset(db, asset);
  return ids;
}

const PLAIN = {
  namespace: NAMESPACE,
  type: 'TABLE',
  status: 'ACTIVE',
  platform: 'postgres',
  layer: null,
  owner: null,
  description: null,
  tags: [],
  columns: [],
} as const;

async function givenAsset(db: DataSource, given: GivenAsset): Promise<string> {
  const asset = { ...PLAIN, ...given };
  const { namespace, platform, columns, name } = asset;
  const displayName = platform === 'kafka' ? name : name.split('.').at(-1);
  await db.query('insert into namespace (name, platform) values ($1, $2) on conflict do nothing', [
    namespace,
    platform,
  ]);
  const [row] = await db.query<{ id: string }[]>(
    `insert into asset (namespace_id, name, display_name, type, status, platform, layer, owner, description, tags, column_count)
     select id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 from namespace where name = $1 returning id`,
    [
      ...[
        namespace,
        name,
        displayName,
        asset.type,
        asset.status,
        platform,
        asset.layer,
        asset.owner,
        asset.description,
      ],
      asset.tags,
      columns.length,
    ],
  );
  if (!row) throw new Error(`No id for ${name}`);
  await db.query(
    `insert into asset_identifier (namespace_id, name, asset_id, role, reason, raw_namespace, raw_name)
     select id, $2, $3, 'PRIMARY', 'exact', $1, $2 from namespace where name = $1`,
    [namespace, name, row.id],
  );
  await db.query(
    `insert into asset_column (asset_id, path, ordinal, type)
     select $1, path, place, 'text' from unnest($2::text[]) with ordinality as given (path, place)`,
    [row.id, columns],
  );
  await givenDocument(db, row.id);
  return row.id;
}

/** The search document of an asset, as the upsert writes it. */
async function givenDocument(db: DataSource, assetId: string): Promise<void> {
  await db.query(
    `insert into search_document (asset_id, name, qualified, name_tsv, tsv, type, platform, namespace, layer, owner, tags, sources)
     select asset.id, display_name, lower(namespace.name || '.' || asset.name), name_tsv,
            setweight(name_tsv, 'A') || setweight(to_tsvector('english', search_words(namespace.name || ' ' || asset.name)), 'B')
              || setweight(to_tsvector('english', search_words(array_to_string(asset.tags, ' ') || ' ' || coalesce(names.paths, ''))), 'C')
              || setweight(to_tsvector('english', search_words(coalesce(description, ''))), 'D'),
            type, asset.platform, namespace.name, layer, asset.owner, asset.tags, '{person}'
       from asset
       join namespace on namespace.id = namespace_id
      cross join lateral (select to_tsvector('english', search_words(display_name) || ' ' || regexp_replace(display_name, '[^a-zA-Z0-9]', '', 'g')) as name_tsv) as words
       left join lateral (select string_agg(path, ' ') as paths from asset_column where asset_id = asset.id) as names on true
      where asset.id = $1`,
    [assetId],
  );
  await db.query(
    `insert into search_word
     select distinct word from search_document
      cross join lateral regexp_split_to_table(lower(search_words(name || ' ' || array_to_string(tags, ' '))), '\\s+') as word
      where asset_id = $1 and length(word) > 2 on conflict do nothing`,
    [assetId],
  );
}

/** Edges written as `orders → daily`, stated by one source; assets that are not there yet come into being. */
export async function givenEdges(db: DataSource, edges: readonly string[], known: Ids = {}): Promise<Ids> {
  const pairs = edges.map((edge) => edge.split('→').map((name) => name.trim()));
  const missing = [...new Set(pairs.flat())].filter((name) => known[name] === undefined);
  const ids: Ids = {
    ...known,
    ...(await givenAssets(
      db,
      missing.map((name) => ({ name })),
    )),
  };
  const source = await givenSource(db);
  for (const [upstream = '', downstream = ''] of pairs) {
    const assertion = await givenAssertion(db, source, idOf(ids, downstream));
    await db.query(
      `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, transformation, valid_from, last_seen)
       values ($1, $2, $3, $4, 'dbt_model', '2026-01-01', now()) on conflict do nothing`,
      [idOf(ids, upstream), idOf(ids, downstream), assertion, source],
    );
  }
  await recountNeighbours(db);
  return ids;
}

/** Edges that held from one moment to another. */
export async function givenPastEdges(
  db: DataSource,
  edges: readonly string[],
  from: string,
  to: string,
  ids: Ids,
): Promise<void> {
  const source = await givenSource(db);
  for (const [upstream = '', downstream = ''] of edges.map((edge) => edge.split('→').map((name) => name.trim()))) {
    await db.query(
      `insert into lineage_edge_history (upstream_id, downstream_id, source_id, kind, valid_from, valid_to)
       values ($1, $2, $3, 'DIRECT', $4, $5)`,
      [idOf(ids, upstream), idOf(ids, downstream), source, from, to],
    );
  }
}

/** Column edges written as `orders.total → daily.revenue` over assets that are there with those columns. */
export async function givenColumnEdges(db: DataSource, edges: readonly string[], ids: Ids): Promise<void> {
  const source = await givenSource(db);
  for (const edge of edges) {
    const [upstream = '', downstream = ''] = edge.split('→').map((end) => end.trim());
    const [table = ''] = downstream.split('.');
    const assertion = await givenAssertion(db, source, idOf(ids, table));
    await db.query(
      `insert into column_edge (upstream_id, downstream_id, assertion_id, valid_from)
       select up.id, down.id, $5, '2026-01-01' from asset_column up, asset_column down
        where up.asset_id = $1 and up.path = $2 and down.asset_id = $3 and down.path = $4 on conflict do nothing`,
      [...columnOf(upstream, ids), ...columnOf(downstream, ids), assertion],
    );
  }
}

/** Clients' ids by name. */
export async function publicIds(db: DataSource, ids: Ids): Promise<Ids> {
  const rows = await db.query<{ id: string; public_id: string }[]>('select id, public_id from asset');
  const byId = new Map(rows.map((row) => [row.id, row.public_id]));
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, byId.get(id) ?? '']));
}

/** Brings the kept numbers of neighbours in line with the edges, as edge writers do. */
export async function recountNeighbours(db: DataSource): Promise<void> {
  await db.query(
    `update asset set
       upstream_count = (select count(distinct upstream_id) from lineage_edge where downstream_id = asset.id),
       downstream_count = (select count(distinct downstream_id) from lineage_edge where upstream_id = asset.id)`,
  );
}

async function givenSource(db: DataSource): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `insert into source (kind, name, label) values ('dbt', 'shop', 'dbt project shop')
     on conflict (kind, name, scope) do update set label = excluded.label returning id`,
  );
  return String(row?.id);
}

async function givenAssertion(db: DataSource, source: string, assetId: string): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `insert into assertion (source_id, key, asset_id, facts, hash, observed_at)
     values ($1, 'dbt:shop/model.' || $2::bigint, $2, '{}', '', now())
     on conflict (source_id, key) do update set hash = '' returning id`,
    [source, assetId],
  );
  return String(row?.id);
}

function columnOf(text: string, ids: Ids): [string, string] {
  const [table = '', ...path] = text.split('.');
  return [idOf(ids, table), path.join('.')];
}

function idOf(ids: Ids, name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`No asset ${name} in this world`);
  return id;
}

/** A world of nothing but `n0` … and edges between them by number, in place of what was there; three statements. */
export async function givenGraph(
  db: DataSource,
  nodes: number,
  edges: readonly (readonly [number, number])[],
): Promise<Ids> {
  await emptyCatalog(db);
  const source = await givenSource(db);
  await db.query('insert into namespace (name, platform) values ($1, $2)', [NAMESPACE, 'postgres']);
  const rows = await db.query<{ id: string; name: string }[]>(
    `insert into asset (namespace_id, name, display_name, type, status, platform)
     select namespace.id, 'n' || place, 'n' || place, 'TABLE', 'ACTIVE', 'postgres'
       from namespace cross join generate_series(0, $1::int - 1) as place
     returning id, name`,
    [nodes],
  );
  const ids = Object.fromEntries(rows.map((row) => [row.name, row.id]));
  const assertion = await givenAssertion(db, source, idOf(ids, 'n0'));
  const end = (side: 0 | 1): string[] => edges.map((edge) => idOf(ids, `n${String(edge[side])}`));
  await db.query(
    `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, valid_from, last_seen)
     select upstream, downstream, $3, $4, '2026-01-01', now() from unnest($1::bigint[], $2::bigint[]) as edge (upstream, downstream)`,
    [end(0), end(1), assertion, source],
  );
  await recountNeighbours(db);
  return ids;
}
