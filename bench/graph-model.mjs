// @ts-check
// The lineage graph in memory by itself, without database and HTTP: building it, its size, walks, reach, changes.
//   npm run build -w backend && node bench/graph-model.mjs [assets]
import { createRequire } from 'node:module';

import { makeGraph } from './load-graph.mjs';
import { figure, quantile } from './service.mjs';

const require = createRequire(import.meta.url);
const GRAPH = '../backend/dist/lineage/domain/graph';
const { EdgeRows } = require(`${GRAPH}/edge-rows.js`);
const { WordTable } = require(`${GRAPH}/edge-words.js`);
const { buildGraph } = require(`${GRAPH}/build-graph.js`);
const { countReach, edgesAmong, walkGraph } = require(`${GRAPH}/walk-graph.js`);

const ASSETS = Number(process.argv[2] ?? 1_000_000);
const LIMITS = { depth: 5, budget: 500, fanOut: null };
const LABELS = new Map([[1, { label: 'dbt project bench', rank: 0 }]]);

const table = new WordTable();
const words = table.numberOf('', () => ({ kind: 'DIRECT', jobId: null, sourceId: 1, transformation: 'dbt_model' }));
const rows = new EdgeRows();
for (const [upstream, downstream] of makeGraph(ASSETS).pairs) rows.push(upstream + 1, downstream + 1, words);
const graph = timed('building, in four steps', 800, () => buildGraph(rows, table));
process.stdout.write(`${ASSETS} assets, ${rows.length} edges\n`);
figure('memory of the graph', graph.bytes / 1e6, 'MB', (rows.length * 24 + ASSETS * 16) / 1e6);

const starts = Array.from({ length: 500 }, (_, place) => 1 + ((place * 7_919) % ASSETS));
const hubs = mostFed(20);
measure('random', starts, 5);
measure('hubs', hubs, 5);
figure(
  'exact reach of the widest hub',
  Math.max(...hubs.map((id) => countReach(graph, String(id), 'DOWNSTREAM'))),
  '',
  null,
);
figure(
  'counting it, p95',
  quantile(
    hubs.map((id) => spent(() => countReach(graph, String(id), 'DOWNSTREAM'))),
    0.95,
  ),
  'ms',
  50,
);
change();

/** @param {number} id */
function fedBy(id) {
  const { starts } = graph.downstream;
  return starts[id + 1] - starts[id];
}

/** Assets that feed the most others. @param {number} count */
function mostFed(count) {
  return Array.from({ length: ASSETS }, (_, place) => place + 1)
    .sort((one, other) => fedBy(other) - fedBy(one))
    .slice(0, count);
}

/** @param {string} name @param {number[]} ids @param {number} limit */
function measure(name, ids, limit) {
  for (const side of ['DOWNSTREAM', 'UPSTREAM']) {
    const walk = (/** @type {number} */ id) => {
      const levels = walkGraph(graph, String(id), side, LIMITS);
      return edgesAmong(
        graph,
        levels.flatMap((/** @type {{ ids: string[] }} */ level) => level.ids),
        LABELS,
      );
    };
    ids.forEach(walk);
    const taken = ids.map((id) => spent(() => walk(id)));
    figure(`${name}, ${side}: walk and edges p95`, quantile(taken, 0.95), 'ms', limit);
  }
}

/** One asset is fed by two others than before, a thousand times, under the widest hub. */
function change() {
  const [hub = 1] = hubs;
  const taken = Array.from({ length: 1_000 }, (_, place) =>
    spent(() =>
      graph.replaceIncoming(new Map([[1 + ((place * 104_729) % ASSETS), { upstream: [hub], words: [words] }]])),
    ),
  );
  figure('one change, p95', quantile(taken, 0.95), 'ms', null);
}

/**
 * Milliseconds of CPU that it takes: other programs do not count.
 *
 * @param {() => unknown} act
 */
function spent(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** @template T @param {string} name @param {number} limit @param {() => T} act @returns {T} */
function timed(name, limit, act) {
  const made = [];
  figure(
    name,
    spent(() => made.push(act())),
    'ms',
    limit,
  );
  return made[0];
}
