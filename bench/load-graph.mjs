// @ts-check
// A made catalog, straight into the tables: 100,000 assets with 300,000 edges, columns and search documents by default.
//   node bench/load-graph.mjs <database-url> [assets]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

const PROJECT = 2_500;
/** Share of assets by level, sources first. */
const LEVELS = [0.25, 0.25, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.15];
const LAYERS = ['source', 'staging', ...Array(4).fill('intermediate'), ...Array(3).fill('mart'), 'bi'];
const PREFIXES = ['raw', 'stg', ...Array(4).fill('int'), ...Array(3).fill('fct'), 'dash'];
const NOUNS = words(
  'customer order payment invoice shipment product supplier inventory session click campaign ticket refund subscription account ledger journal warehouse store region employee contract booking flight claim policy device sensor event message thread review rating cart coupon voucher delivery route driver vehicle meter tariff usage plan trial lead opportunity forecast budget expense salary shift visit patient diagnosis lab',
);
const QUALITIES = words(
  'daily weekly monthly hourly active churned new returning gross net adjusted clean deduplicated enriched joined pivoted current historical snapshot summary detail status history mapping bridge lookup attributes metrics facts keys scores',
);
const COLUMNS = words(
  'id created_at updated_at customer_id order_id email phone name status amount currency quantity price discount tax total country city postal_code region_code channel source_system is_active valid_from valid_to version checksum comment category',
);

/** @param {string} text */
function words(text) {
  return text.split(' ');
}

/** The same numbers for the same seed. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Assets in projects of 2,500 and ten levels; parents skewed towards the popular; project 0 is used by all.
 *
 * @param {number} count
 */
export function makeGraph(count) {
  const next = random(42);
  const level = Array.from({ length: count }, (_, id) => levelOf((id % PROJECT) / PROJECT));
  /** @type {Set<string>} */
  const edges = new Set();
  const add = (from, to) => from !== null && to !== null && from !== to && edges.add(`${from}>${to}`);
  for (let id = 0; id < count; id++) {
    const depth = level[id] ?? 0;
    const parents = depth === 0 ? 0 : 1 + Math.floor(next() * (depth === 1 ? 2 : 10));
    for (let parent = 0; parent < parents; parent++) add(parentOf(id, depth, count, next), id);
  }
  for (let cycle = 0; cycle < Math.ceil(count / 8_000); cycle++) {
    const project = cycle % Math.ceil(count / PROJECT);
    add(pick(project, 7, next(), count), pick(project, 1, next(), count));
  }
  const pairs = [...edges].map((pair) => pair.split('>').map(Number));
  return { level, pairs: /** @type {[number, number][]} */ (pairs) };
}

/** Mostly of the same project; one in ten of its group of eight, one in twenty of the conformed dimensions. */
function parentOf(id, depth, count, next) {
  const own = Math.floor(id / PROJECT);
  const lot = next();
  if (lot < 0.05 && depth > 2 && own > 0) return pick(0, 6 + Math.floor(next() * 3), next() ** 2, count);
  const others = Math.floor(own / 8) * 8 + Math.floor(next() * 8);
  const project = lot < 0.15 ? Math.min(others, Math.ceil(count / PROJECT) - 1) : own;
  return pick(project, Math.max(0, depth - 1 - Math.floor(next() ** 2 * 3)), next() ** 3, count);
}

/** @param {number} share */
function levelOf(share) {
  let sum = 0;
  return LEVELS.findIndex((part) => (sum += part) > share + 1e-9);
}

/** An asset of a project and level by its place (0..1); null when the project is cut off there. @returns {number | null} */
function pick(project, level, place, count) {
  const before = LEVELS.slice(0, level).reduce((sum, part) => sum + part, 0);
  const id = project * PROJECT + Math.round(before * PROJECT) + Math.floor(place * (LEVELS[level] ?? 0) * PROJECT);
  return id < count ? id : null;
}

/** @param {number} id @param {number} level */
function assetOf(id, level) {
  const noun = NOUNS[(id * 7) % NOUNS.length];
  const other = NOUNS[(id * 13 + 5) % NOUNS.length];
  const quality = QUALITIES[(id * 11) % QUALITIES.length];
  const project = Math.floor(id / PROJECT);
  const short = `${PREFIXES[level]}_${noun}_${quality}_${id}`;
  return {
    name: `project_${project}.${LAYERS[level]}.${short}`,
    short,
    type: level === 0 ? 'TABLE' : level === 9 ? 'DASHBOARD' : level === 1 ? 'VIEW' : 'TABLE',
    layer: LAYERS[level],
    owner: id % 5 === 0 ? null : `team-${project % 40}`,
    description: id % 3 === 0 ? null : `Every ${noun} ${quality} with its ${other}, as the business counts it.`,
    tags: id % 10 === 0 ? ['pii', noun] : id % 4 === 0 ? [noun] : [],
    columns: Array.from({ length: 6 + (id % 5) }, (_, place) => COLUMNS[(id * 3 + place * 5) % COLUMNS.length]),
  };
}

/**
 * Fills an empty, migrated database. Asset n of the graph has internal id n + 1.
 *
 * @param {string} database
 * @param {number} [count]
 */
export async function loadGraph(database, count = 100_000) {
  const client = new pg.Client(database);
  await client.connect();
  const { level, pairs } = makeGraph(count);
  await client.query("insert into namespace (name, platform) values ('postgres://bench:5432', 'postgres')");
  await client.query("insert into source (kind, name, label) values ('dbt', 'bench', 'dbt project bench')");
  for (let start = 0; start < count; start += 5_000)
    await loadAssets(client, level, start, Math.min(start + 5_000, count));
  await client.query(
    `insert into assertion (id, source_id, key, asset_id, facts, hash, observed_at)
     select id, 1, 'dbt:bench/model.' || id, id, '{}', '', now() from asset`,
  );
  for (let start = 0; start < pairs.length; start += 20_000)
    await loadEdges(client, pairs.slice(start, start + 20_000));
  await client.query(
    `update asset set upstream_count = coalesce(up.count, 0), downstream_count = coalesce(down.count, 0)
       from asset self
       left join (select downstream_id as id, count(*)::int from lineage_edge group by 1) up on up.id = self.id
       left join (select upstream_id as id, count(*)::int from lineage_edge group by 1) down on down.id = self.id
      where asset.id = self.id`,
  );
  await writeDocuments(client, count);
  // Rows came with their ids: what is written next must not meet them.
  for (const table of ['asset', 'assertion'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  await client.query('vacuum (full, analyze) asset');
  await client.query('vacuum analyze');
  await client.end();
  return { assets: count, edges: pairs.length };
}

async function loadAssets(client, level, start, end) {
  const rows = Array.from({ length: end - start }, (_, offset) => ({
    id: start + offset + 1,
    ...assetOf(start + offset, level[start + offset] ?? 0),
  }));
  await client.query(
    `with given as (
       select * from jsonb_to_recordset($1) as row (id bigint, name text, short text, type text, layer text, owner text,
                                                     description text, tags text[], columns text[])
     ), assets as (
       insert into asset (id, namespace_id, name, display_name, type, status, platform, layer, owner, description, tags, column_count)
       select id, 1, name, short, type, 'ACTIVE', 'postgres', layer, owner, description, tags, cardinality(columns) from given
     ), names as (
       insert into asset_identifier (namespace_id, name, asset_id, role, reason, raw_namespace, raw_name)
       select 1, name, id, 'PRIMARY', 'exact', 'postgres://bench:5432', name from given
     )
     insert into asset_column (asset_id, path, ordinal, type)
     select id, path, place, 'text' from given cross join lateral unnest(columns) with ordinality as each_column (path, place)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function loadEdges(client, pairs) {
  await client.query(
    `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, transformation, valid_from, last_seen)
     select upstream + 1, downstream + 1, downstream + 1, 1, 'dbt_model', now(), now()
       from unnest($1::bigint[], $2::bigint[]) as edge (upstream, downstream)`,
    [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])],
  );
}

/** With the product's own statement. */
async function writeDocuments(client, count) {
  const file = new URL('../backend/src/catalog/store/write/queries/write-search-documents.sql', import.meta.url);
  const text = readFileSync(file, 'utf8');
  for (let start = 1; start <= count; start += 5_000) {
    const ids = Array.from({ length: Math.min(5_000, count - start + 1) }, (_, offset) => start + offset);
    await client.query(text, [ids]);
  }
  await client.query(
    `insert into search_word
     select distinct word from search_document cross join lateral regexp_split_to_table(lower(search_words(name)), ' ') as word
      where length(word) > 2 and word !~ '^[0-9]+$' on conflict do nothing`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [database, assets = '100000'] = process.argv.slice(2);
  if (!database) throw new Error('node bench/load-graph.mjs <database-url> [assets]');
  const start = performance.now();
  const loaded = await loadGraph(database, Number(assets));
  process.stdout.write(`${JSON.stringify(loaded)} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
