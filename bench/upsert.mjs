// How long the upsert takes for a made-up dbt project, and what it costs: `node bench/upsert.mjs [models] [columns] [tests]`.
// DATABASE_URL names an empty database of its own. Build the backend first.
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { madePatch } from './generate/patch.mjs';

const require = createRequire(import.meta.url);
const dist = process.env['TRIBUTARY_DIST'] ?? '../backend/dist';
require('reflect-metadata');
const { DataSource } = require('typeorm');
const { applyPatch } = require(`${dist}/ingestion/upsert`);
const { runMigrations } = require(`${dist}/database/migrations`);

const [models = 10_000, columns = 15, tests = 20_000] = process.argv.slice(2).map(Number);
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL names the database to fill');

await runMigrations(url);
const db = await new DataSource({
  type: 'postgres',
  url,
  poolSize: 2,
  ...(process.env['BENCH_SLOW'] ? { maxQueryExecutionTime: Number(process.env['BENCH_SLOW']) } : {}),
}).initialize();

async function timed(label, patch) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const context = { deliveryId: null, actor: 'system', allowLargeClose: false };
  const { counts } = await db.transaction((tx) => applyPatch(tx, patch, context));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  delay.disable();
  const megabytes = ((peak - before) / 1e6).toFixed();
  const blocked = (delay.max / 1e6).toFixed();
  console.log(
    `${label.padEnd(28)} ${seconds.toFixed(2)} s, +${megabytes} MB, blocked at most ${blocked} ms, ${counts.rowsWritten} rows`,
  );
  console.log(`  ${JSON.stringify(counts)}`);
}

const size = { models, columns, tests };
const day = (number) => new Date(Date.UTC(2026, 10, number));
await timed('first time', madePatch({ ...size, observedAt: day(1) }));
await timed('the same again', madePatch({ ...size, observedAt: day(1) }));
await timed(
  '1 % of the models edited',
  madePatch({ ...size, observedAt: day(2), edit: (number) => number % 100 === 0 }),
);
await timed('with column lineage', madePatch({ ...size, observedAt: day(3), columnEdges: true }));
await timed('the same again', madePatch({ ...size, observedAt: day(3), columnEdges: true }));
await db.destroy();
