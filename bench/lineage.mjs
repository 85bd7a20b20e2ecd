// @ts-check
// Lineage to depth 5 over HTTP beside the bare SQL of the same answers, random roots and hubs, in one run.
//   npm run build -w backend && node bench/lineage.mjs [assets]
import { readFileSync } from 'node:fs';

import pg from 'pg';

import { loadGraph } from './load-graph.mjs';
import { figure, quantile, startService } from './service.mjs';

const ASSETS = Number(process.argv[2] ?? 100_000);
const [DEPTH, MAX_NODES, RANDOM, HUBS, ROUNDS] = [5, 500, 300, 20, 10];
const QUERY = `query ($id: ID!, $direction: Direction!) {
  lineage(assetId: $id, direction: $direction, depth: ${DEPTH}, maxNodes: ${MAX_NODES}) {
    root { id }
    nodes { asset { id displayName namespace type status owner layer upstreamCount downstreamCount } distance direction hiddenUpstream hiddenDownstream }
    edges { upstreamId downstreamId kind }
    complete omitted { reason count message }
  }
}`;
/** @param {string} file */
const sql = (file) => readFileSync(new URL(`../backend/src/${file}.sql`, import.meta.url), 'utf8');
const WALK = {
  UPSTREAM: { name: 'up', text: sql('lineage/store/queries/walk-upstream') },
  DOWNSTREAM: { name: 'down', text: sql('lineage/store/queries/walk-downstream') },
};
const EDGES = { name: 'edges', text: sql('lineage/store/queries/edges-among') };
const NODES = { name: 'nodes', text: sql('catalog/store/queries/assets-by-ids') };

const service = await startService();
const client = new pg.Client(service.database);
try {
  const loaded = await loadGraph(service.database, ASSETS);
  await client.connect();
  process.stdout.write(`${loaded.assets} assets, ${loaded.edges} edges; depth ${DEPTH}, at most ${MAX_NODES} nodes\n`);
  const random = await roots(`order by md5(id::text) limit ${RANDOM}`);
  const hubs = await roots(`order by downstream_count desc limit ${HUBS}`);
  for (const direction of ['DOWNSTREAM', 'UPSTREAM', 'BOTH']) {
    await measure(`random, ${direction}`, random, direction, 1, 15);
    await measure(`hubs, ${direction}`, hubs, direction, ROUNDS, 40);
  }
} finally {
  await client.end();
  await service.stop();
}

async function roots(order) {
  const { rows } = await client.query(`select id, public_id from asset ${order}`);
  return rows;
}

async function measure(name, starts, direction, rounds, limit) {
  const times = {
    api: /** @type {number[]} */ ([]),
    sql: /** @type {number[]} */ ([]),
    nodes: /** @type {number[]} */ ([]),
  };
  for (const { id, public_id } of starts.slice(0, 20)) await both(id, public_id, direction, null);
  for (let round = 0; round < rounds; round++) {
    for (const { id, public_id } of starts) await both(id, public_id, direction, times);
  }
  figure(`${name}: nodes p50`, quantile(times.nodes, 0.5), '', null);
  figure(`${name}: nodes p95`, quantile(times.nodes, 0.95), '', MAX_NODES);
  figure(`${name}: bare SQL p50`, quantile(times.sql, 0.5), 'ms', null);
  figure(`${name}: bare SQL p95`, quantile(times.sql, 0.95), 'ms', null);
  figure(`${name}: API p50`, quantile(times.api, 0.5), 'ms', null);
  figure(`${name}: API p95`, quantile(times.api, 0.95), 'ms', limit);
  figure(`${name}: API ÷ bare SQL, p95`, quantile(times.api, 0.95) / quantile(times.sql, 0.95), '×', 4);
}

async function both(id, publicId, direction, times) {
  const before = performance.now();
  /** @type {{ lineage: { nodes: unknown[] } }} */
  const { lineage } = await service.graphql(QUERY, { id: publicId, direction });
  const between = performance.now();
  const nodes = await bare(id, direction, lineage.nodes.length);
  const after = performance.now();
  if (nodes < lineage.nodes.length) throw new Error(`SQL found ${nodes} nodes, the API ${lineage.nodes.length}`);
  times?.api.push(between - before);
  times?.sql.push(after - between);
  times?.nodes.push(lineage.nodes.length);
}

/** The statements that the answer is made of, one after another on one connection, rows fetched and dropped. */
async function bare(id, direction, budget) {
  const ids = new Set();
  for (const side of direction === 'BOTH' ? ['UPSTREAM', 'DOWNSTREAM'] : [direction]) {
    const { rows } = await client.query({ ...WALK[side], values: [id, DEPTH, MAX_NODES] });
    for (const row of rows) for (const each of row.ids) ids.add(each);
  }
  const shown = [...ids].slice(0, Math.max(budget, 1));
  await client.query({ ...EDGES, values: [shown] });
  await client.query({ ...NODES, values: [shown] });
  return ids.size;
}
