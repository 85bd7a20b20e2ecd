// @ts-check
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reachableFolder } from './account.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/** The superuser of every embedded server. */
export const ROLE = 'tributary';

/**
 * A data folder of Postgres with what belongs to it.
 *
 * @typedef {object} Cluster
 * @property {string} data the data folder itself
 * @property {string} log what the server says
 * @property {string} password of the role `tributary`
 */

/**
 * The cluster kept in `folder`, created when there is none yet. Creation takes place beside it and is renamed when
 * complete, so an interrupted one leaves nothing behind that looks like a database.
 *
 * @param {string} folder
 * @param {string} programs
 * @param {Account} account
 * @returns {Cluster}
 * @throws Error when initdb fails or the password of an existing cluster is lost
 */
export function openCluster(folder, programs, account) {
  const base = reachableFolder(path.join(folder, 'postgres'), account);
  const data = path.join(base, 'data');
  const secret = path.join(folder, 'postgres-password');
  if (!existsSync(data)) {
    writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    createCluster(data, readFileSync(secret, 'utf8'), programs, account);
  }
  if (!existsSync(secret)) throw new Error(`${data} is there, but its password is not: ${secret} is missing`);
  return { data, log: path.join(base, 'postgres.log'), password: readFileSync(secret, 'utf8').trim() };
}

/**
 * @param {string} data
 * @param {string} password
 * @param {string} programs
 * @param {Account} account
 */
function createCluster(data, password, programs, account) {
  const draft = `${data}.new`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    initdb(draft, passwordFile, programs, account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/**
 * The builtin locale: names sort and fold the same on every machine, whatever LANG says.
 *
 * @param {string} data
 * @param {string} passwordFile
 * @param {string} programs
 * @param {Account} account
 */
function initdb(data, passwordFile, programs, account) {
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = [`--username=${ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const { status, error, stdout, stderr } = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', data, ...locale, ...access, '--no-instructions'],
    { ...account, cwd: path.dirname(data), env: serverEnvironment(), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? lastLines(stderr + stdout)}`);
}

/** The environment of the server's programs: ours with the locale they were set up for. */
export function serverEnvironment() {
  return { ...process.env, LC_ALL: 'C', LANG: 'C' };
}

/** @param {string} text */
export function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' · ');
}
