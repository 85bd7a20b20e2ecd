// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderOfUser, makeFolderOfUser, postgresAccount } from './postgres/account.mjs';
import { programFolder } from './postgres/binaries.mjs';
import { ROLE, openCluster } from './postgres/cluster.mjs';
import { withLock } from './postgres/lock.mjs';
import { isPostmaster, isRunning, thisProcess } from './postgres/processes.mjs';
import { findServer, startServer, stopServer } from './postgres/server.mjs';

/**
 * A Postgres of our own, running until `stop` or until the machine goes down: it outlives a killed launcher, and the
 * next one adopts it.
 *
 * @typedef {object} EmbeddedPostgres
 * @property {string} url of the database `postgres`, with the password
 * @property {number} port on 127.0.0.1
 * @property {number} pid
 * @property {boolean} adopted whether it was left running by a launcher that was killed
 * @property {string} log the file it writes
 * @property {string} folder with its data and its log; not always below `home`, which may be out of its reach
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} stop
 */

/** @typedef {import('./postgres/processes.mjs').ProcessMark} ProcessMark */

/**
 * Starts the Postgres whose data live below `home`, in a folder per user, and creates it on first use.
 *
 * Runs under the account `nobody` when started by root. Waits while another process starts the same one.
 *
 * @param {string} home
 * @param {{ settings?: Readonly<Record<string, string>> }} [options] `settings` override those of postgresql.conf
 * @returns {Promise<EmbeddedPostgres>}
 * @throws Error when a living process already runs it, `home` cannot be written, or the server does not start
 */
export async function startEmbeddedPostgres(home, { settings = {} } = {}) {
  const account = postgresAccount();
  const programs = programFolder(account);
  const folder = makeFolderOfUser(home);
  const ownerFile = path.join(folder, 'postgres-owner.json');
  return withLock(path.join(folder, 'postgres-start.lock'), async () => {
    const cluster = openCluster(folder, programs, account);
    const running = findServer(cluster);
    if (running !== undefined) refuseIfOwned(ownerFile, home);
    const server = running ?? (await startServer(cluster, programs, account, settings));
    writeFileSync(ownerFile, JSON.stringify(thisProcess()), { mode: 0o600 });
    return {
      url: `postgres://${ROLE}:${cluster.password}@127.0.0.1:${server.port}/postgres`,
      port: server.port,
      pid: server.pid,
      adopted: running !== undefined,
      folder: path.dirname(cluster.data),
      log: cluster.log,
      isRunning: () => isPostmaster(server.pid, cluster.data),
      stop: async () => {
        await stopServer(server.pid, cluster, programs);
        rmSync(ownerFile, { force: true });
      },
    };
  });
}

/**
 * Deletes the Postgres below `home` with all its data, unless a living process runs it.
 *
 * @param {string} home
 * @returns {Promise<boolean>} whether it was deleted
 */
export async function removeAbandonedPostgres(home) {
  const owner = readOwner(path.join(folderOfUser(home), 'postgres-owner.json'));
  if (owner !== undefined && isRunning(owner)) return false;
  const postgres = await startEmbeddedPostgres(home);
  await postgres.stop();
  rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  return true;
}

/**
 * Two launchers must not share a server: the first to stop would take it from the other.
 *
 * @param {string} ownerFile
 * @param {string} home
 */
function refuseIfOwned(ownerFile, home) {
  const owner = readOwner(ownerFile);
  if (owner === undefined || !isRunning(owner)) return;
  throw new Error(`process ${owner.pid} already runs the database in ${home}`);
}

/**
 * @param {string} file
 * @returns {ProcessMark | undefined}
 */
function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // never written, or cut off by a crash: nobody claims the server
  }
}
