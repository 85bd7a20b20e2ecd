// @ts-check
// A generated dbt manifest through the public door: from request to report, again unchanged, beside raw COPY.
//   node bench/ingest.mjs [--models 10000] [--columns 15] [--tests 20000] | [--megabytes 200]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { cpuSeconds, figure, memoryOf, startService } from './service.mjs';

/** What 10,000 models with 15 columns each and 20,000 tests take as JSON. */
const MEGABYTES = 112;
const { values } = parseArgs({
  options: {
    models: { type: 'string' },
    columns: { type: 'string', default: '15' },
    tests: { type: 'string' },
    megabytes: { type: 'string', default: String(MEGABYTES) },
  },
});
const scale = Number(values.megabytes) / MEGABYTES;
const models = Number(values.models ?? Math.round(10_000 * scale));
const tests = Number(values.tests ?? 2 * models);
const columns = Number(values.columns);
/** The limits are those of 10,000 models; time may grow with the document, memory and waiting may not. */
const growth = Math.max(1, models / 10_000);
const folder = mkdtempSync(path.join(tmpdir(), 'tributary-bench-ingest-'));
const file = path.join(folder, 'manifest.json');
const generator = fileURLToPath(new URL('generate/manifest.mjs', import.meta.url));
const made = spawnSync(
  process.execPath,
  [generator, '--models', String(models), '--columns', String(columns), '--tests', String(tests)],
  { stdio: ['ignore', openSync(file, 'w'), 'inherit'] },
);
if (made.status !== 0) throw new Error('The manifest could not be generated');

const service = await startService();
const ping = watchLatency(service.url);
try {
  await small();
  const before = memoryOf(service.pid).now;
  const cpuBefore = cpuNow();
  const first = await send();
  const cpu = cpuNow().map((now, index) => now - (cpuBefore[index] ?? 0));
  const after = memoryOf(service.pid).peak;
  const longest = ping.longest();
  const follows = await whatFollows();
  const again = await send();
  const megabytes = statSync(file).size / 1e6;
  process.stdout.write(`${models} models × ${columns} columns, ${tests} tests: ${megabytes.toFixed(0)} MB\n`);
  process.stdout.write(`${JSON.stringify(first.report)}\n`);
  figure('first time, from request to report', first.seconds, 's', 12 * growth);
  for (const [index, who] of ['sender', 'service', 'Postgres'].entries()) {
    figure(`CPU time of it: ${who}`, cpu[index] ?? 0, 's', null);
  }
  figure('until SQL lineage, classification and policies have followed', follows.seconds, 's', null);
  figure('CPU time of that: service and Postgres', follows.cpu, 's', null);
  figure('unchanged, again', again.seconds, 's', 1.5 * growth);
  figure('unchanged ÷ first', again.seconds / first.seconds, '×', 0.25);
  figure('rows written the second time', Number(again.report['rowsWritten']), '', 0);
  figure('peak memory over idle', after - before, 'MB', 300);
  figure('longest /health/live meanwhile', longest, 'ms', 200);
  const copied = await copySameRows();
  figure(`raw COPY of the same ${copied.rows} rows`, copied.seconds, 's', null);
  figure('first time ÷ raw COPY', first.seconds / copied.seconds, '×', null);
} finally {
  ping.stop();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds of CPU of the sender, the service and Postgres: what stays comparable on a busy machine. */
function cpuNow() {
  const { user, system } = process.cpuUsage();
  return [(user + system) / 1e6, cpuSeconds(service.pid), cpuSeconds(service.postgresPid)];
}

/** Code paths are loaded and warm before the clock runs. */
async function small() {
  await service.graphql('{ ledger { received } }');
}

async function send() {
  const form = new FormData();
  form.append('manifest', await openAsBlob(file), 'manifest.json');
  const start = performance.now();
  const response = await fetch(`${service.url}/api/v1/ingest/dbt?namespace=postgres://bench:5432`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token}` },
    body: form,
  });
  const answer = /** @type {{ report?: Record<string, number> | null }} */ (await response.json());
  const seconds = (performance.now() - start) / 1000;
  if (answer.report === undefined || answer.report === null) throw new Error(JSON.stringify(answer));
  return { seconds, report: answer.report };
}

async function connect() {
  const client = new pg.Client(service.database);
  client.on('error', () => undefined); // when something failed the server goes first, and the failure is told
  await client.connect();
  return client;
}

/** Waits until no SQL is left to read and every effect has seen the last change. */
async function whatFollows() {
  const client = await connect();
  const cpu = () => cpuSeconds(service.pid) + cpuSeconds(service.postgresPid);
  const start = performance.now();
  const before = cpu();
  const waiting = `select (select count(*) from sql_queue)
                        + (select count(*) from effect_progress where seq < (select max(seq) from change_log)) as left_over`;
  for (let quiet = 0; quiet < 2;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { rows } = await client.query(waiting);
    quiet = Number(rows[0].left_over) === 0 ? quiet + 1 : 0;
  }
  await client.end();
  return { seconds: (performance.now() - start) / 1000, cpu: cpu() - before };
}

/** The rows that the ingest left in its tables, copied once more into tables of the same shape and indexes. */
async function copySameRows() {
  const client = await connect();
  // Written by the server, which may run as somebody else.
  const copy = path.join(folder, 'rows.copy');
  chmodSync(folder, 0o777);
  let rows = 0;
  let seconds = 0;
  for (const table of ['asset', 'asset_column', 'assertion', 'lineage_edge', 'search_document', 'quality_rule']) {
    await client.query(`create table bench_${table} (like ${table} including indexes including generated)`);
    await client.query(`copy ${table} to '${copy}' (format binary)`);
    const start = performance.now();
    const { rowCount } = await client.query(`copy bench_${table} from '${copy}' (format binary)`);
    seconds += (performance.now() - start) / 1000;
    rows += rowCount ?? 0;
    rmSync(copy);
  }
  await client.end();
  return { rows, seconds };
}

/**
 * Asks for a trivial answer every 20 ms: what it waits is what any user waits.
 *
 * @param {string} url
 */
function watchLatency(url) {
  let longest = 0;
  let isOn = true;
  const loop = async () => {
    while (isOn) {
      const start = performance.now();
      await fetch(`${url}/health/live`).then((response) => response.arrayBuffer());
      longest = Math.max(longest, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const done = loop();
  return {
    longest: () => longest,
    stop: () => {
      isOn = false;
      return done;
    },
  };
}
