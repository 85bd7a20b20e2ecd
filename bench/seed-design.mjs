// @ts-check
// The data engineering standard's own lineage design (§2.2: parents as JSON text in one table) beside ours, in one run.
//   npm run build -w backend && node bench/seed-design.mjs [assets]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import pg from 'pg';

import { loadGraph } from './load-graph.mjs';
import { figure, quantile, startService } from './service.mjs';

const ASSETS = Number(process.argv[2] ?? 100_000);
const [DEPTH, STARTS, PATIENCE_MS] = [5, 100, 90_000];
/** A root that takes the standard's design longer counts as this long: in its favour. */
const SEED_LIMIT_MS = 3_000;
const API = `query ($id: ID!, $direction: Direction!) {
  lineage(assetId: $id, direction: $direction, depth: ${DEPTH}) { nodes { asset { id name } distance } edges { upstreamId downstreamId } } }`;
/** As in the standard, but for the driver's placeholders. */
const SEED = {
  UPSTREAM: `with recursive lineage_tree as (
      select asset_id, parent_assets, transformation, 0 as level from data_lineage where asset_id = $1
      union all
      select l.asset_id, l.parent_assets, l.transformation, lt.level + 1
        from data_lineage l
        join lineage_tree lt on l.asset_id = any (select json_array_elements_text(lt.parent_assets::json))
       where lt.level < $2
    ) select * from lineage_tree`,
  // The standard asks upstream only; this is its query turned around.
  DOWNSTREAM: `with recursive lineage_tree as (
      select asset_id, parent_assets, transformation, 0 as level from data_lineage where asset_id = $1
      union all
      select l.asset_id, l.parent_assets, l.transformation, lt.level + 1
        from data_lineage l
        join lineage_tree lt on lt.asset_id = any (select json_array_elements_text(l.parent_assets::json))
       where lt.level < $2
    ) select * from lineage_tree`,
};
/** @param {string} side */
const walk = (side) =>
  readFileSync(new URL(`../backend/src/lineage/store/queries/walk-${side}.sql`, import.meta.url), 'utf8');
const OURS = {
  UPSTREAM: { name: 'up', text: walk('upstream') },
  DOWNSTREAM: { name: 'down', text: walk('downstream') },
};

const require = createRequire(import.meta.url);
const GRAPH = '../backend/dist/lineage/domain/graph';
const { EdgeRows } = require(`${GRAPH}/edge-rows.js`);
const { WordTable } = require(`${GRAPH}/edge-words.js`);
const { buildGraph } = require(`${GRAPH}/build-graph.js`);
const { walkGraph } = require(`${GRAPH}/walk-graph.js`);
const LIMITS = { depth: DEPTH, budget: 5_000, fanOut: null };

const service = await startService();
const client = new pg.Client(service.database);
try {
  const loaded = await loadGraph(service.database, ASSETS);
  await client.connect();
  await loadSeed();
  process.stdout.write(`${loaded.assets} assets, ${loaded.edges} edges; depth ${DEPTH}\n`);
  const graph = await readGraph();
  const { rows } = await client.query(`select id, public_id from asset order by md5(id::text) limit ${STARTS}`);
  for (const direction of ['UPSTREAM', 'DOWNSTREAM']) await compare(direction, rows, graph);
} finally {
  await client.end();
  await service.stop();
}

async function loadSeed() {
  await client.query(`create table data_lineage (asset_id text, parent_assets text, transformation text, transformation_code text,
    created_by text, created_at timestamptz)`);
  await client.query(`insert into data_lineage
    select downstream_id::text, json_agg(upstream_id::text)::text, 'dbt_model', '', 'dbt', now() from lineage_edge group by downstream_id`);
  await client.query('analyze data_lineage');
}

/** @param {string} direction @param {string} id */
async function seedAnswer(direction, id) {
  await client.query(`set statement_timeout = ${SEED_LIMIT_MS}`);
  await client.query(SEED[direction], [String(id), DEPTH]).catch((error) => {
    if (error.code !== '57014') throw error; // took too long
  });
  await client.query('set statement_timeout = 0');
}

/** The same edges as the product keeps in memory. */
async function readGraph() {
  const { rows } = await client.query('select upstream_id, downstream_id from lineage_edge');
  const edges = new EdgeRows();
  for (const row of rows) edges.push(Number(row.upstream_id), Number(row.downstream_id), 0);
  return buildGraph(edges, new WordTable());
}

async function compare(direction, starts, graph) {
  const taken = {
    seed: /** @type {number[]} */ ([]),
    sql: /** @type {number[]} */ ([]),
    memory: /** @type {number[]} */ ([]),
    api: /** @type {number[]} */ ([]),
  };
  for (const { id, public_id } of starts.slice(0, 10)) {
    await client.query({ ...OURS[direction], values: [id, DEPTH, 5_000] });
    await service.graphql(API, { id: public_id, direction });
    walkGraph(graph, id, direction, LIMITS);
  }
  const end = performance.now() + PATIENCE_MS;
  for (const { id, public_id } of starts) {
    if (performance.now() > end) break;
    taken.seed.push(await time(() => seedAnswer(direction, id)));
    taken.sql.push(await time(() => client.query({ ...OURS[direction], values: [id, DEPTH, 5_000] })));
    taken.memory.push(await time(() => walkGraph(graph, id, direction, LIMITS)));
    taken.api.push(await time(() => service.graphql(API, { id: public_id, direction })));
  }
  const p50 = (/** @type {number[]} */ values) => quantile(values, 0.5);
  figure(`${direction}: the standard's design p50 (${taken.seed.length} roots)`, p50(taken.seed), 'ms', null);
  figure(`${direction}: our walk in memory p50`, p50(taken.memory), 'ms', p50(taken.seed) / 50);
  figure(`${direction}: our walk in SQL p50`, p50(taken.sql), 'ms', p50(taken.seed) / 50);
  figure(`${direction}: our whole answer over HTTP p50`, p50(taken.api), 'ms', null);
  process.stdout.write(
    `${direction}: ${(p50(taken.seed) / p50(taken.memory)).toFixed(0)} × faster in memory (goal 50 ×), ${(p50(taken.seed) / p50(taken.sql)).toFixed(0)} × as SQL, ${(p50(taken.seed) / p50(taken.api)).toFixed(1)} × with HTTP, names and edges\n`,
  );
}

/** @param {() => unknown} work */
async function time(work) {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
