// @ts-check
// Classification along lineage: everything anew, beside a bare recursive statement and a walk in memory.
//   npm run build -w backend && node bench/classification.mjs [assets]
// DATABASE_URL names a database that load-columns.mjs filled; without it one is made.
import { createRequire } from 'node:module';

import pg from 'pg';

import { openWorld } from './governance-world.mjs';
import { figure } from './service.mjs';

const require = createRequire(import.meta.url);
const dist = new URL('../backend/dist', import.meta.url).pathname;
const { propagate } = require(`${dist}/governance/store/classification/propagate`);

const ROUNDS = 3;
/** The least that answers the question: which label reaches which column past no mask, stored with its index. */
const BARE = `
  insert into bare_label
  with recursive label (column_id, category) as (
    select id, 'PII' from asset_column where class_categories <> '{}'
    union
    select edge.downstream_id, label.category
      from label
      join column_edge edge on edge.upstream_id = label.column_id
     where edge.kind = 'DIRECT' and not edge.masking and edge.subtype <> 'AGGREGATION'
  )
  select * from label`;

const world = await openWorld(Number(process.argv[2] ?? 100_000));
try {
  process.stdout.write(`${JSON.stringify(world.size)}\n`);
  const scale = Math.max(1, world.size.columns / 1_500_000);
  /** @type {Record<'full' | 'same' | 'bare' | 'memory', number[]>} */
  const taken = { full: [], same: [], bare: [], memory: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await world.forgetDerived();
    taken.full.push(await timed(() => world.db.transaction((tx) => propagate(tx, null))));
    taken.same.push(await timed(() => world.db.transaction((tx) => propagate(tx, null))));
    taken.bare.push(await timed(bare));
  }
  const client = new pg.Client(world.database);
  await client.connect();
  const graph = await loadGraph(client);
  for (let round = 0; round < ROUNDS; round++) taken.memory.push(await timed(async () => walk(graph)));
  const { rows } = await client.query('select count(*)::int as labels from derived_classification');
  await client.end();
  const best = (/** @type {number[]} */ values) => Math.min(...values);
  figure('labels derived', rows[0].labels, '', null);
  figure('full recompute, first time', best(taken.full) / 1000, 's', 6 * scale);
  figure('full recompute, nothing differs', best(taken.same) / 1000, 's', 6 * scale);
  figure('bare recursive statement, stored', best(taken.bare) / 1000, 's', null);
  figure('ratio to the bare statement', best(taken.full) / best(taken.bare), 'x', 4);
  figure('a walk in memory', best(taken.memory), 'ms', null);
  figure('ratio to the walk in memory', best(taken.full) / best(taken.memory), 'x', null);
} finally {
  await world.close();
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** In a transaction that is rolled back, joined row by row as our own is. */
async function bare() {
  const runner = world.db.createQueryRunner();
  await runner.startTransaction();
  await runner.query(
    'create temp table bare_label (column_id bigint, category text, primary key (column_id, category)) on commit drop',
  );
  await runner.query('set local enable_hashjoin = off');
  await runner.query('set local enable_mergejoin = off');
  await runner.query(BARE);
  await runner.rollbackTransaction();
  await runner.release();
}

/**
 * Edges that let values through, as arrays: `next[start[id] … start[id + 1]]` is what column id feeds.
 *
 * @param {pg.Client} client
 */
async function loadGraph(client) {
  const { rows } = await client.query({
    text: `select upstream_id::int, downstream_id::int from column_edge
            where kind = 'DIRECT' and not masking and subtype <> 'AGGREGATION' order by upstream_id`,
    rowMode: 'array',
  });
  const { rows: seeds } = await client.query(`select id::int from asset_column where class_categories <> '{}'`);
  const { rows: most } = await client.query('select max(id)::int as id from asset_column');
  const start = new Int32Array(most[0].id + 2);
  const next = Int32Array.from(rows, (row) => row[1]);
  for (const [upstream] of rows) start[upstream + 1] = (start[upstream + 1] ?? 0) + 1;
  for (let id = 1; id < start.length; id++) start[id] = (start[id] ?? 0) + (start[id - 1] ?? 0);
  return { start, next, seeds: seeds.map(({ id }) => id) };
}

/** @param {{ start: Int32Array, next: Int32Array, seeds: number[] }} graph */
function walk({ start, next, seeds }) {
  const isReached = new Uint8Array(start.length);
  const queue = new Int32Array(start.length);
  queue.set(seeds);
  for (const seed of seeds) isReached[seed] = 1;
  let end = seeds.length;
  for (let place = 0; place < end; place++) {
    const column = queue[place] ?? 0;
    for (const below of next.subarray(start[column], start[column + 1])) {
      if (isReached[below]) continue;
      isReached[below] = 1;
      queue[end++] = below;
    }
  }
  return end;
}
