// @ts-check
// A backend of its own on a fresh embedded Postgres, for benchmarks; build the backend first.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { startEmbeddedPostgres } from '../launcher/embedded-postgres.mjs';

const TICKS_PER_SECOND = 100;
const MAIN = fileURLToPath(new URL('../backend/dist/main.js', import.meta.url));

/** @returns {Promise<number>} a port that is free now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @typedef {object} Service
 * @property {string} url of the backend
 * @property {string} database its DATABASE_URL
 * @property {string} token of an administrator
 * @property {number} pid
 * @property {number} postgresPid
 * @property {<T>(query: string, variables?: Record<string, unknown>) => Promise<T>} graphql
 * @property {() => Promise<void>} stop
 */

/**
 * A backend; it sends `{ type: 'ready' }` when it listens. Node's own flags are passed on: `node --cpu-prof bench/…` profiles it too.
 *
 * @param {Readonly<Record<string, string>>} environment
 */
export function spawnBackend(environment) {
  return spawn(process.execPath, [...process.execArgv, MAIN], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** @returns {string} a folder that can be thrown away, and that Postgres can reach under the account it gets from root */
export function makeHome() {
  const home = mkdtempSync(path.join(tmpdir(), 'tributary-bench-'));
  chmodSync(home, 0o711);
  return home;
}

/**
 * @param {{ settings?: Readonly<Record<string, string>> }} [options] of Postgres
 * @returns {Promise<Service>}
 */
export async function startService(options = {}) {
  const home = makeHome();
  const postgres = await startEmbeddedPostgres(home, options);
  const backend = await startBackend(postgres.url);
  return {
    ...backend,
    postgresPid: postgres.pid,
    stop: async () => {
      await backend.stop();
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/**
 * A backend on a database that is there.
 *
 * @param {string} database
 * @returns {Promise<Omit<Service, 'postgresPid'>>}
 */
export async function startBackend(database) {
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const child = spawnBackend({ DATABASE_URL: database, API_PORT: String(port), TRIBUTARY_ADMIN_TOKEN: token });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The backend ended with ${code}`)));
    child.on('message', (message) => {
      if (/** @type {{ type?: string }} */ (message).type === 'ready') resolve(null);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    database,
    token,
    pid: child.pid ?? 0,
    graphql: (query, variables = {}) => ask(url, token, query, variables),
    stop: async () => {
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/**
 * @template T
 * @param {string} url
 * @param {string} token
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @returns {Promise<T>}
 */
async function ask(url, token, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = /** @type {{ data: T, errors?: { message: string }[] }} */ (await response.json());
  const [error] = answer.errors ?? [];
  if (error !== undefined) throw new Error(error.message);
  return answer.data;
}

/**
 * Resident memory of a process in MB: now, and the highest since it began (Linux).
 *
 * @param {number} pid
 */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (/** @type {string} */ name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/**
 * CPU time that a process and those below it have used so far, in seconds (Linux); helpers that have ended are counted.
 *
 * @param {number} pid
 */
export function cpuSeconds(pid) {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const family = new Set([pid]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of stats) if (family.has(parent)) family.add(id);
  }
  return stats.reduce((sum, { id, ticks }) => sum + (family.has(id) ? ticks : 0), 0) / TICKS_PER_SECOND;
}

/** @param {number} id */
function statOf(id) {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    return [{ id, parent, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) }];
  } catch {
    return []; // ended meanwhile
  }
}

/**
 * One line of a figure beside its limit.
 *
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number | null} limit at most this; null: no limit, for information
 */
export function figure(name, value, unit, limit) {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  const verdict = limit === null ? '' : `limit ${limit} ${unit}  ${value <= limit ? 'ok' : 'OVER'}`;
  process.stdout.write(`${name.padEnd(58)} ${shown.padStart(9)} ${unit.padEnd(5)} ${verdict}\n`);
}

/**
 * @param {number[]} values
 * @param {number} share 0.95 for p95
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
