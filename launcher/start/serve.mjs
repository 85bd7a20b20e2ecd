// @ts-check
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { isDemoDue, loadDemo } from '../demo.mjs';
import { embeddedDatabase, checkDatabase } from './database.mjs';
import { untilReady } from './ready.mjs';
import { oneLine, say, sayInBox, step } from './say.mjs';
import { Service } from './service.mjs';

/** @typedef {import('./environment.mjs').Settings} Settings */
/** @typedef {import('./shutdown.mjs').Shutdown} Shutdown */
/** @typedef {{ type: 'first-admin', username: string, password: string }} FirstAdmin */

const GRACE_MS = { web: 2000, backend: 5000 };
const WATCH_MS = 1000;

/**
 * Starts database, backend and web app, fills an empty catalog with the demo, and says where it all is.
 *
 * @param {string} root
 * @param {string} folder of the user, for logs and markers
 * @param {Settings} settings
 * @param {Shutdown} shutdown told what to stop, in which order
 */
export async function serve(root, folder, settings, shutdown) {
  const databaseUrl = await startDatabase(settings, shutdown);
  const launchToken = randomBytes(32).toString('base64url');
  const { firstAdmin, ready } = startServices(root, folder, settings, shutdown, { databaseUrl, launchToken });
  await step('Starting the backend and the web app', () => ready);
  const origin = `http://localhost:${settings.port}`;
  if (settings.demo) await fillEmptyCatalog(root, folder, settings, launchToken);
  sayWhereItIs(origin, firstAdmin());
}

/**
 * @param {Settings} settings
 * @param {Shutdown} shutdown
 */
async function startDatabase({ databaseUrl, home }, shutdown) {
  if (databaseUrl !== undefined) {
    await step('Reaching the database', () => checkDatabase(databaseUrl));
    return databaseUrl;
  }
  const starting = embeddedDatabase(home);
  shutdown.add(() =>
    starting.then(
      (database) => database.stop(),
      () => undefined,
    ),
  );
  const database = await step('Starting the database', () => starting);
  const watch = setInterval(() => {
    if (!database.isRunning()) void shutdown.begin(1, [`The database stopped. Its log: ${database.log}`]);
  }, WATCH_MS);
  shutdown.add(async () => clearInterval(watch));
  return database.url;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Settings} settings
 * @param {Shutdown} shutdown
 * @param {{ databaseUrl: string, launchToken: string }} secrets
 */
function startServices(root, folder, { port, apiPort }, shutdown, { databaseUrl, launchToken }) {
  const backend = new Service('backend', {
    script: path.join(root, 'backend/dist/main.js'),
    cwd: path.join(root, 'backend'),
    env: { API_PORT: String(apiPort), DATABASE_URL: databaseUrl, TRIBUTARY_LAUNCH_TOKEN: launchToken },
    log: path.join(folder, 'logs/backend.log'),
  });
  shutdown.add(() => backend.stop(GRACE_MS.backend));
  /** @type {FirstAdmin | undefined} */
  let admin;
  backend.onMessage('first-admin', (/** @type {FirstAdmin} */ message) => (admin = message));
  const web = new Service('web app', {
    script: path.join(root, 'frontend/server.mjs'),
    cwd: path.join(root, 'frontend'),
    env: {
      PORT: String(port),
      API_ORIGIN: `http://127.0.0.1:${apiPort}`,
      DATABASE_URL: undefined, // the door to the street has no key to the vault
      TRIBUTARY_ADMIN_TOKEN: undefined,
    },
    log: path.join(folder, 'logs/web.log'),
  });
  shutdown.add(() => web.stop(GRACE_MS.web));
  for (const service of [backend, web]) {
    void service.ended.then((how) => {
      if (!shutdown.hasBegun) void shutdown.begin(1, [service.obituary(how)]);
    });
  }
  return { firstAdmin: () => admin, ready: untilReady(`http://127.0.0.1:${port}/health/ready`) };
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Settings} settings
 * @param {string} token
 */
async function fillEmptyCatalog(root, folder, { apiPort }, token) {
  const route = {
    api: `http://127.0.0.1:${apiPort}`,
    token,
    seeds: path.join(root, 'seeds'),
    marker: path.join(folder, 'demo-loading'),
  };
  try {
    if (await isDemoDue(route)) await step('Loading the demo catalog', (note) => loadDemo(route, note));
  } catch (error) {
    // The service itself is up; the next start tries again.
    console.error(`✖ The demo catalog could not be loaded: ${oneLine(error)}`);
  }
}

/**
 * @param {string} origin
 * @param {FirstAdmin | undefined} admin
 */
function sayWhereItIs(origin, admin) {
  say('');
  if (admin !== undefined) {
    sayInBox([
      `User name  ${admin.username}`,
      `Password   ${admin.password}`,
      '',
      'This password is shown only now: keep it.',
    ]);
  }
  say(`Tributary is running at ${origin}`);
  if (admin === undefined) say('Sign in with your account.');
  if (process.env['TRIBUTARY_ADMIN_TOKEN']) say('Programs may use TRIBUTARY_ADMIN_TOKEN as a bearer token.');
  say('Stop it with Ctrl-C.');
}
