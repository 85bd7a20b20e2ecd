// @ts-check
// registerAsset and recordLineage over HTTP: one after another, and 20 at a time.
//   npm run build -w backend && node bench/register.mjs [assets already there]
import { loadGraph } from './load-graph.mjs';
import { figure, quantile, startService } from './service.mjs';

const ASSETS = Number(process.argv[2] ?? 0);
const [CALLS, AT_A_TIME] = [300, 20];
const REGISTER = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
const RECORD =
  'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { asset { id } added unchanged } }';

const service = await startService();
try {
  if (ASSETS > 0) await loadGraph(service.database, ASSETS);
  process.stdout.write(`${ASSETS} assets before, ${CALLS} calls of each kind\n`);
  for (const [name, atATime, limit] of /** @type {const} */ ([
    ['one after another', 1, 20],
    [`${AT_A_TIME} at a time`, AT_A_TIME, null],
  ])) {
    await Promise.all(Array.from({ length: 12 }, (_, place) => register(`warm ${name}`, place))); // every connection once
    const made = await run(`registerAsset, ${name}`, atATime, limit, (place) => register(name, place));
    await run(`registerAsset again, ${name}`, atATime, limit, (place) => register(name, place));
    await run(`recordLineage, ${name}`, atATime, limit, (place) => record(made, place));
  }
} finally {
  await service.stop();
}

/** @param {string} series @param {number} place @returns {Promise<string>} the asset's id */
async function register(series, place) {
  const input = {
    namespace: 'postgres://register:5432',
    name: `db.${series.replaceAll(' ', '_')}.table_${place}`,
    type: 'TABLE',
    owner: `team-${place % 7}`,
    description: `Table ${place}, as a person describes it.`,
    tags: ['registered'],
    columns: Array.from({ length: 8 }, (_, column) => ({ name: `column_${column}`, type: 'text' })),
  };
  /** @type {{ registerAsset: { id: string } }} */
  const { registerAsset } = await service.graphql(REGISTER, { input });
  return registerAsset.id;
}

/** Each asset is fed by the two made before it. */
async function record(made, place) {
  const parentAssetIds = [made[place - 1], made[place - 2]].filter((id) => id !== undefined);
  if (parentAssetIds.length === 0) return;
  const input = { assetId: made[place], parentAssetIds, transformation: 'sql' };
  await service.graphql(RECORD, { input });
}

/**
 * Every place from 0 to CALLS, `atATime` of them on the way at any moment.
 *
 * @template T
 * @param {(place: number) => Promise<T>} call
 * @returns {Promise<T[]>} by place
 */
async function run(name, atATime, limit, call) {
  const taken = /** @type {number[]} */ ([]);
  const results = /** @type {T[]} */ ([]);
  let next = 0;
  const begin = performance.now();
  const work = async () => {
    for (let place = next++; place < CALLS; place = next++) {
      const before = performance.now();
      results[place] = await call(place);
      taken.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  figure(`${name}: calls a second`, (CALLS / (performance.now() - begin)) * 1000, '/s', null);
  figure(`${name}: p50`, quantile(taken, 0.5), 'ms', limit);
  figure(`${name}: p95`, quantile(taken, 0.95), 'ms', null);
  return results;
}
