// @ts-check
// What the reliability commands stand on: a Postgres behind a gate that can be shut, backends that can be killed and
// started again on the same port, and a sender that tries again as OpenLineage's clients do.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { startEmbeddedPostgres } from '../../launcher/embedded-postgres.mjs';
import { freePort, spawnBackend } from '../service.mjs';

/**
 * A TCP gate before the database: `target` is where it leads; `hold` keeps connections and lets nothing through.
 *
 * @typedef {{ port: number, target: number, hold: boolean, drop: () => void, close: () => void }} Gate
 */

/** @returns {Promise<Gate>} */
async function openGate() {
  const sockets = /** @type {Set<net.Socket>} */ (new Set());
  const server = net.createServer((incoming) => {
    const outgoing = net.connect(gate.target, '127.0.0.1');
    for (const [from, to] of /** @type {const} */ ([
      [incoming, outgoing],
      [outgoing, incoming],
    ])) {
      sockets.add(from);
      from.on('data', (bytes) => gate.hold || to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!gate.hold) to.destroy();
      });
    }
  });
  const port = await freePort();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(null)));
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const gate = { port, target: 0, hold: false, drop, close: () => (server.close(), drop()) };
  return gate;
}

/**
 * @typedef {object} Worker
 * @property {string} url
 * @property {import('node:child_process').ChildProcess | null} child
 */

/** @typedef {{ received: number, processed: number, deduplicated: number, deadLettered: number, pending: number, balances: boolean }} Ledger */

/**
 * @typedef {object} Rig
 * @property {Worker[]} workers
 * @property {string} token of an administrator
 * @property {Gate} gate
 * @property {import('pg').Pool} db past the gate
 * @property {(worker: Worker) => Promise<void>} start resolves when it listens
 * @property {(worker: Worker, signal: NodeJS.Signals) => Promise<void>} end resolves when it is gone
 * @property {() => Promise<void>} stopDatabase at once, without a checkpoint
 * @property {() => Promise<void>} startDatabase
 * @property {() => Promise<void>} settle until nothing waits
 * @property {() => Promise<Ledger>} ledger
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ workers?: number, settings?: Readonly<Record<string, string>>, folder?: string }} [options] `folder`: where
 * the database lives
 * @returns {Promise<Rig>}
 */
export async function openRig({ workers: count = 1, settings = {}, folder = tmpdir() } = {}) {
  const home = makeHome(folder);
  const gate = await openGate();
  const token = randomBytes(24).toString('hex');
  let postgres = await startEmbeddedPostgres(home, { settings });
  gate.target = postgres.port;
  const url = new URL(postgres.url);
  const throughGate = Object.assign(new URL(postgres.url), { port: String(gate.port) }).href;
  const workers = await workersFor(count);
  const rig = {
    workers,
    token,
    gate,
    db: openPool(url),
    start: (/** @type {Worker} */ worker) => startWorker(worker, throughGate, token),
    end: endWorker,
    stopDatabase: async () => {
      await rig.db.end();
      process.kill(postgres.pid, 'SIGQUIT');
      while (postgres.isRunning()) await sleep(10);
    },
    startDatabase: async () => {
      postgres = await restarted(home, settings);
      gate.target = postgres.port;
      url.port = String(postgres.port);
      rig.db = openPool(url);
    },
    settle: () => settle(rig.db),
    ledger: () => ledgerOf(workers, token),
    close: async () => {
      for (const worker of workers) await endWorker(worker, 'SIGTERM');
      await rig.db.end();
      gate.close();
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return started(rig, () => postgres);
}

/**
 * With all its workers; a command that fails leaves nothing running.
 *
 * @param {Rig} rig
 * @param {() => { pid: number, isRunning: () => boolean }} postgres the one of now
 * @returns {Promise<Rig>}
 */
async function started(rig, postgres) {
  process.once('exit', () => {
    for (const { child } of rig.workers) child?.kill('SIGKILL');
    if (postgres().isRunning()) process.kill(postgres().pid, 'SIGQUIT');
  });
  for (const worker of rig.workers) await rig.start(worker);
  return rig;
}

/**
 * Open to be entered: started by root, Postgres runs as somebody else and would be kept elsewhere.
 *
 * @param {string} folder
 */
function makeHome(folder) {
  const home = mkdtempSync(path.join(folder, 'tributary-reliability-'));
  chmodSync(home, 0o755);
  return home;
}

/**
 * @param {number} count
 * @returns {Promise<Worker[]>}
 */
async function workersFor(count) {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  return ports.map((port) => ({ url: `http://127.0.0.1:${port}`, child: null }));
}

/** @param {URL} url */
const openPool = (url) => new pg.Pool({ connectionString: url.href, max: 2 }).on('error', () => undefined);

/**
 * The launcher's own word for who runs the database is ours: this process.
 *
 * @param {string} home
 * @param {Readonly<Record<string, string>>} settings
 */
async function restarted(home, settings) {
  rmSync(path.join(home, `uid-${process.getuid?.() ?? 'user'}`, 'postgres-owner.json'), { force: true });
  return startEmbeddedPostgres(home, { settings });
}

/**
 * @param {Worker} worker
 * @param {string} database
 * @param {string} token
 */
async function startWorker(worker, database, token) {
  const child = spawnBackend({
    DATABASE_URL: database,
    API_PORT: new URL(worker.url).port,
    TRIBUTARY_ADMIN_TOKEN: token,
    LOG_LEVEL: 'fatal',
  });
  worker.child = child;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.on('message', (/** @type {{ type?: string }} */ { type }) => type === 'ready' && resolve(null));
  });
}

/**
 * @param {Worker} worker
 * @param {NodeJS.Signals} signal
 */
async function endWorker(worker, signal) {
  const { child } = worker;
  worker.child = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

/** Nothing moves for so long: it never will. */
const STUCK_MS = 120_000;
const NEWS_MS = 15_000;

/**
 * Says now and then how many wait. Fails when none has been understood for two minutes.
 *
 * @param {import('pg').Pool} db
 */
async function settle(db) {
  let fewest = Infinity;
  let movedAt = performance.now();
  let toldAt = movedAt;
  for (;;) {
    const { rows } = await db.query('select count(*)::int as count from event_pending');
    const count = Number(rows[0]?.count);
    if (count === 0) return;
    const now = performance.now();
    if (count < fewest) [fewest, movedAt] = [count, now];
    if (now - movedAt > STUCK_MS) throw new Error(`${count} events wait, and none has been understood for two minutes`);
    if (now - toldAt > NEWS_MS) {
      process.stdout.write(`… ${count} events wait\n`);
      toldAt = now;
    }
    await sleep(100);
  }
}

/**
 * @param {Worker[]} workers
 * @param {string} token
 */
async function ledgerOf([worker], token) {
  const response = await fetch(`${worker?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: '{ ledger { received processed deduplicated deadLettered pending balances } }',
    }),
  });
  const { data } = /** @type {{ data: { ledger: Ledger } }} */ (await response.json());
  return data.ledger;
}
