// @ts-check
// OpenLineage events through the way in: one by one over keep-alive connections, then in batches, until all are
// understood; beside a bare COPY of the same bytes.
//   node bench/events.mjs [--events 20000] [--connections 50] [--statements]   (the last: where the database's time went)
import http from 'node:http';
import { parseArgs } from 'node:util';

import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { stream } from './generate/events.mjs';
import { cpuSeconds, figure, quantile, startService } from './service.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    connections: { type: 'string', default: '50' },
    statements: { type: 'boolean', default: false },
  },
});
const count = Number(values.events);
const connections = Number(values.connections);
const BATCH = 100;

const service = await startService({
  settings: values.statements ? { shared_preload_libraries: 'pg_stat_statements' } : {},
});
const db = new pg.Client({ connectionString: service.database });
await db.connect();
if (values.statements) await db.query('create extension pg_stat_statements');
try {
  const one = stream(count, 'one');
  const many = stream(count, 'many');
  const bytes = one.reduce((sum, text) => sum + text.length, 0);
  process.stdout.write(`${count} events of ${(bytes / count / 1024).toFixed(1)} kB, ${connections} connections\n`);
  const single = await run(one, '/api/v1/lineage', 201);
  if (values.statements) await printStatements();
  figure('one by one: acknowledged per second, at least', single.perSecond, '1/s', null);
  figure('2,000 per second ÷ that', 2_000 / single.perSecond, '×', 1);
  figure('one by one: acknowledged p99', quantile(single.latencies, 0.99), 'ms', 250);
  figure('one by one: behind when the last is acknowledged', single.behind, 's', 5);
  const lists = [];
  for (let at = 0; at < many.length; at += BATCH) lists.push(`[${many.slice(at, at + BATCH).join(',')}]`);
  const batched = await run(lists, '/api/v1/lineage/batch', 200);
  if (values.statements) await printStatements();
  figure('batches of 100: events per second', batched.perSecond * BATCH, '1/s', null);
  figure('5,000 per second ÷ that', 5_000 / (batched.perSecond * BATCH), '×', 1);
  figure('batches of 100: behind when the last is acknowledged', batched.behind, 's', 5);
  const copied = await copy(one);
  figure('bare COPY of the same bytes', count / copied, '1/s', null);
  figure('COPY ÷ understood, one by one', count / copied / (count / (single.seconds + single.behind)), '×', null);
  const { ledger } = await service.graphql('{ ledger { received processed pending deadLettered balances } }');
  process.stdout.write(`${JSON.stringify(ledger)}\n`);
} finally {
  await db.end();
  await service.stop();
}

/**
 * Sends all bodies and waits until none waits.
 *
 * @param {readonly string[]} bodies
 * @param {string} path
 * @param {number} expected status
 */
async function run(bodies, path, expected) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const latencies = /** @type {number[]} */ ([]);
  const started = performance.now();
  const before = cpuNow();
  let next = 0;
  const sender = async () => {
    while (next < bodies.length) {
      const body = bodies[next] ?? '';
      next += 1;
      const sent = performance.now();
      const status = await post(agent, path, body);
      if (status !== expected) throw new Error(`${path} answered ${status}`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const acknowledged = performance.now();
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const behind = (performance.now() - acknowledged) / 1000;
  const used = cpuNow().map((now, index) => (((now - (before[index] ?? 0)) / count) * 1000).toFixed(2));
  process.stdout.write(`CPU per event: sender ${used[0]}, service ${used[1]}, Postgres ${used[2]} ms\n`);
  return { seconds, latencies, perSecond: bodies.length / seconds, behind };
}

/** Seconds of CPU of the sender, the service and Postgres. */
function cpuNow() {
  const { user, system } = process.cpuUsage();
  return [(user + system) / 1e6, cpuSeconds(service.pid), cpuSeconds(service.postgresPid)];
}

/** The statements that took most of the database's time since the last call. */
async function printStatements() {
  const { rows } = await db.query(
    `select calls::int, total_exec_time::float8 as ms, mean_exec_time::float8 as mean, left(query, 160) as text
       from pg_stat_statements order by total_exec_time desc limit 40`,
  );
  await db.query('select pg_stat_statements_reset()');
  for (const { calls, ms, mean, text } of rows) {
    const line = String(text).replace(/\s+/g, ' ');
    process.stdout.write(
      `${ms.toFixed(0).padStart(8)} ms ${String(calls).padStart(6)} × ${mean.toFixed(2)}  ${line}\n`,
    );
  }
}

/**
 * @param {http.Agent} agent
 * @param {string} path
 * @param {string} body
 * @returns {Promise<number>} status
 */
function post(agent, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(path, service.url),
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${service.token}`,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

async function waiting() {
  const { rows } = await db.query('select count(*)::int as count from event_pending');
  return Number(rows[0]?.count ?? 0);
}

/**
 * @param {readonly string[]} texts
 * @returns {Promise<number>} seconds
 */
async function copy(texts) {
  await db.query('create temp table copied (line jsonb)');
  const started = performance.now();
  const target = db.query(copyFrom("copy copied from stdin with (format csv, delimiter E'\\x01', quote E'\\x02')"));
  const done = new Promise((resolve, reject) => target.once('finish', resolve).once('error', reject));
  for (const text of texts)
    if (!target.write(`${text}\n`)) await new Promise((resolve) => target.once('drain', resolve));
  target.end();
  await done;
  return (performance.now() - started) / 1000;
}
