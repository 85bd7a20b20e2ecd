// @ts-check
// A warehouse and a catalog: two databases of one embedded Postgres, and a backend that can be stopped and started.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

import { startEmbeddedPostgres } from '../../launcher/embedded-postgres.mjs';

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

/**
 * @typedef {object} Installation
 * @property {string} url of the backend
 * @property {string} token of an administrator
 * @property {string} folder for whatever a test writes; deleted at the end
 * @property {string} warehouse URL of a database that is not the catalog's
 * @property {(sql: string) => Promise<Record<string, unknown>[]>} inWarehouse
 * @property {(sql: string, parameters: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>} inCatalog
 * @property {() => Promise<void>} settle until all events are understood
 * @property {<T>(query: string, variables?: Record<string, unknown>) => Promise<T>} graphql
 * @property {() => Promise<void>} startCatalog
 * @property {() => Promise<void>} stopCatalog
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Installation>} with the catalog running */
export async function startInstallation() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tributary-interop-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres(path.join(folder, 'home'));
  const warehouse = Object.assign(new URL(postgres.url), { pathname: '/warehouse' }).href;
  await query(postgres.url, 'create database warehouse');
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  /** @type {import('node:child_process').ChildProcess | null} */
  let backend = null;
  const startCatalog = async () => {
    backend = await startBackend({ DATABASE_URL: postgres.url, API_PORT: String(port), TRIBUTARY_ADMIN_TOKEN: token });
  };
  const stopCatalog = async () => {
    const running = backend;
    backend = null;
    if (running?.kill('SIGTERM') && running.exitCode === null) await once(running, 'exit');
  };
  await startCatalog();
  return {
    ...{ url, token, folder, warehouse, startCatalog, stopCatalog },
    inWarehouse: (sql) => query(warehouse, sql),
    inCatalog: async (sql, parameters) => ({ rows: await query(postgres.url, sql, parameters) }),
    settle: async () => {
      const waiting = 'select 1 from event_pending limit 1';
      while ((await query(postgres.url, waiting)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    graphql: (text, variables = {}) => ask(url, token, text, variables),
    stop: async () => {
      await stopCatalog();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {Record<string, string>} settings
 * @returns {Promise<import('node:child_process').ChildProcess>} once it serves
 */
async function startBackend(settings) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The backend ended with ${code}`)));
    child.on('message', (message) => {
      if (/** @type {{ type?: string }} */ (message).type === 'ready') resolve(null);
    });
  });
  return child;
}

/**
 * @param {string} url
 * @param {string} sql
 * @param {unknown[]} [parameters]
 * @returns {Promise<Record<string, unknown>[]>}
 */
async function query(url, sql, parameters = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await (parameters.length === 0 ? client.query(sql) : client.query(sql, parameters))).rows;
  } finally {
    await client.end();
  }
}

/**
 * @template T
 * @param {string} url
 * @param {string} token
 * @param {string} text
 * @param {Record<string, unknown>} variables
 * @returns {Promise<T>}
 */
async function ask(url, token, text, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data, errors } = /** @type {{ data: T, errors?: unknown }} */ (await response.json());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** @returns {Promise<number>} a port that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
