// @ts-check
// The layout engine of the lineage explorer: CPU for made warehouse graphs, and what an expansion costs.
//   node bench/layout.mjs
import { register } from 'node:module';

register('./typescript-modules.mjs', import.meta.url);
/** @type {{ layoutGraph: (request: object) => { places: Record<string, { y: number }>, waypoints: object } }} */
const { layoutGraph } = await import(
  new URL('../frontend/features/lineage/graph/layout/layout.ts', import.meta.url).href
);

const ROUNDS = 9;
const LAYERS = 9;
const LIMITS = new Map([
  [300, 16],
  [5000, 150],
]);
let failed = 0;

const SIZES = [
  { nodes: 100, edges: 130 },
  { nodes: 300, edges: 457 },
  { nodes: 1000, edges: 1513 },
  { nodes: 5000, edges: 7500 },
];
// A page lays out many times; the engine's own compilation is not what is measured.
for (let round = 0; round < 30; round++) layoutGraph(warehouse(300, 457));

for (const { nodes, edges } of SIZES) {
  const request = warehouse(nodes, edges);
  const { ms, result } = median(() => layoutGraph(request));
  const limit = LIMITS.get(nodes);
  const isOver = limit !== undefined && ms > limit;
  failed += isOver ? 1 : 0;
  const kept = { ...request, nodes: request.nodes.slice(0, nodes - 8), prior: null };
  const prior = layoutGraph(kept);
  const step = median(() => layoutGraph({ ...request, prior }));
  const moved = kept.nodes.filter(({ id }) => prior.places[id]?.y !== step.result.places[id]?.y).length;
  const verdict = limit === undefined ? '' : ` (limit ${limit} ms${isOver ? ': MISSED' : ''})`;
  process.stdout.write(
    `${nodes} nodes, ${request.edges.length} edges: ${ms.toFixed(1)} ms${verdict}, ${Object.keys(result.waypoints).length} routed edges; ` +
      `8 more: ${step.ms.toFixed(1)} ms, ${moved} moved\n`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Layers of tables with hubs and some edges that skip a layer; always the same for the same size.
 *
 * @param {number} count
 * @param {number} edgeCount
 */
function warehouse(count, edgeCount) {
  const random = generator(42);
  const nodes = Array.from({ length: count }, (_, index) => {
    const id = nameOf(index);
    return { id, height: 56, sortKey: id, group: null, instead: [], isFollower: false };
  });
  const edges = new Map();
  while (edges.size < edgeCount) {
    const { source, target } = pair(count, random);
    edges.set(`${source}>${target}`, { id: `${source}>${target}`, source: nameOf(source), target: nameOf(target) });
  }
  return { focus: nameOf(Math.floor(count / 2)), nodes, edges: [...edges.values()], prior: null };
}

/**
 * @param {number} count
 * @param {() => number} random
 */
function pair(count, random) {
  const startOf = (/** @type {number} */ layer) => Math.ceil((layer * count) / LAYERS);
  const target = startOf(1) + Math.floor(random() * (count - startOf(1)));
  const back = random() < 0.15 ? 2 : 1;
  const layer = Math.max(0, Math.floor((target / count) * LAYERS) - back);
  const source = startOf(layer) + Math.floor(random() ** 2 * (startOf(layer + 1) - startOf(layer)));
  return { source, target };
}

/** @param {number} index */
function nameOf(index) {
  return `n${String(index).padStart(5, '0')}`;
}

/** @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/**
 * @template Result
 * @param {() => Result} run
 * @returns {{ ms: number, result: Result }} median CPU time
 */
function median(run) {
  const times = [];
  let result = run();
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return { ms: times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0, result };
}
