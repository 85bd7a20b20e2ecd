// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, serverEnvironment } from './cluster.mjs';
import { isPostmaster } from './processes.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {{ pid: number, port: number }} RunningServer */

const START_MS = 60_000;
const STOP_MS = 30_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** The helpers of a killed server need a moment to notice that it is gone; and somebody else may get our port first. */
const TRANSIENT = ['shared memory block', 'could not bind'];

/** Durable, sized for one small machine, and roomy enough in WAL that a bulk load does not wait for checkpoints. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0', // answers are small and many: two cores are better spent on two of them
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'pglz',
  max_wal_size: '2GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * The server that already runs on this data folder, if one does. What a dead server left in its way is cleared.
 *
 * @param {Cluster} cluster
 * @returns {RunningServer | undefined}
 */
export function findServer(cluster) {
  const file = pidFile(cluster);
  const found = readPidFile(file);
  if (found === undefined) return undefined;
  if (isPostmaster(found.pid, cluster.data)) return found;
  rmSync(file, { force: true });
  return undefined;
}

/**
 * Starts a server and waits until it takes connections.
 *
 * @param {Cluster} cluster
 * @param {string} programs
 * @param {Account} account
 * @param {Readonly<Record<string, string>>} settings on top of our own
 * @returns {Promise<RunningServer>}
 * @throws Error with the last lines of its log when it does not come up
 */
export async function startServer(cluster, programs, account, settings) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const outcome = await tryStart(cluster, programs, account, { ...settings, port: String(await freePort()) });
    if (typeof outcome !== 'string') return outcome;
    const willPass = TRANSIENT.some((words) => outcome.includes(words));
    if (!willPass || Date.now() > deadline) throw new Error(`Postgres did not start: ${lastLines(outcome)}`);
    await sleep(200);
  }
}

/**
 * @param {Cluster} cluster
 * @param {string} programs
 * @param {Account} account
 * @param {Readonly<Record<string, string>>} settings
 * @returns {Promise<RunningServer | string>} a string: what it said before it gave up
 */
async function tryStart(cluster, programs, account, settings) {
  const logStart = logSize(cluster.log);
  const log = openSync(cluster.log, logStart === 0 ? 'w' : 'a', 0o600);
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: an interrupt from the terminal must reach the launcher alone, which stops the database last.
  const child = spawn(path.join(programs, 'postgres'), ['-D', cluster.data, ...options], {
    ...account,
    cwd: path.dirname(cluster.data),
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure = '';
  const noteError = (/** @type {Error} */ error) => (failure = error.message);
  const noteEnd = () => (failure ||= readFileSync(cluster.log, 'utf8').slice(logStart) || 'it said nothing');
  child.once('error', noteError).once('exit', noteEnd);
  const outcome = await untilReady(cluster, child.pid, () => failure);
  child.off('exit', noteEnd); // from here on its end is the business of whoever watches it; the log may be gone by then
  return outcome;
}

/**
 * @param {Cluster} cluster
 * @param {number | undefined} pid
 * @param {() => string} failure
 * @returns {Promise<RunningServer | string>}
 */
async function untilReady(cluster, pid, failure) {
  const deadline = Date.now() + START_MS;
  while (failure() === '') {
    const found = readPidFile(pidFile(cluster));
    if (found?.pid === pid && found?.ready === true) return { pid: found.pid, port: found.port };
    if (Date.now() > deadline) return `not ready after ${START_MS / 1000} s; see ${cluster.log}`;
    await sleep(10);
  }
  return failure();
}

/**
 * Stops a server: open transactions are rolled back, everything committed is on disk.
 *
 * @param {number} pid
 * @param {Cluster} cluster
 * @param {string} programs
 * @throws Error when it still runs after 30 s
 */
export async function stopServer(pid, cluster, programs) {
  if (process.platform === 'win32') {
    spawnSync(path.join(programs, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast', '-w']);
    return;
  }
  const deadline = Date.now() + STOP_MS;
  while (isPostmaster(pid, cluster.data)) {
    if (Date.now() > deadline) throw new Error(`Postgres (process ${pid}) did not stop in ${STOP_MS / 1000} s`);
    interrupt(pid);
    for (let wait = 0; wait < 100 && isPostmaster(pid, cluster.data); wait++) await sleep(10);
  }
}

/** @param {number} pid */
function interrupt(pid) {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @param {Cluster} cluster */
function pidFile(cluster) {
  return path.join(cluster.data, 'postmaster.pid');
}

/**
 * Lines of the file: process, data folder, start, port, socket folder, address, shared memory, state.
 *
 * @param {string} file
 */
function readPidFile(file) {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined; // none, or removed in the meantime
  }
}

/**
 * The size of the log; 0 when it has grown so long that it is begun anew.
 *
 * @param {string} file
 */
function logSize(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > LOG_LIMIT_BYTES ? 0 : size;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
