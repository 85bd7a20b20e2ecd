// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The account Postgres runs under. Empty for an ordinary user: then it is the launcher's own.
 *
 * @typedef {{ uid?: number, gid?: number }} Account
 */

/**
 * The account to run Postgres under: it refuses uid 0, so root lends it `nobody`.
 *
 * @returns {Account}
 * @throws Error when running as root on a system without `nobody`
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('Postgres cannot run as root and /etc/passwd has no account "nobody" to lend it');
}

/**
 * The folder for all that belongs to one user of an installation: `<home>/uid-<uid>`.
 * A folder per user, because Postgres only accepts files of the account it runs under.
 *
 * @param {string} home
 */
export function folderOfUser(home) {
  return path.join(path.resolve(home), `uid-${process.getuid?.() ?? 'user'}`);
}

/**
 * Makes the folder of the user who starts us. Others cannot look into it; root lets the account of Postgres through.
 *
 * @param {string} home
 * @returns {string}
 */
export function makeFolderOfUser(home) {
  const folder = folderOfUser(home);
  makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  return folder;
}

/**
 * Makes a folder whose parents may be missing. Made by root, it belongs to the owner of the folder around it, so that a
 * checkout once started as root can still be used by its owner.
 *
 * @param {string} folder
 * @param {number} mode
 */
export function makeFolder(folder, mode = 0o755) {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  makeFolder(parent);
  mkdirSync(folder, { recursive: true, mode });
  if (process.getuid?.() !== 0) return;
  chmodSync(folder, mode);
  const { uid, gid } = statSync(parent);
  chownSync(folder, uid, gid);
}

/**
 * A folder near `wanted` that the account can reach: `wanted` itself, or one in /var/lib when a parent is closed to it
 * (a checkout below /root, say).
 *
 * @param {string} wanted
 * @param {Account} account
 * @returns {string}
 */
export function reachableFolder(wanted, account) {
  makeFolder(wanted);
  if (account.uid === undefined || canEnter(wanted, account)) return wanted;
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const elsewhere = path.join('/var/lib/tributary', name);
  makeFolder(elsewhere);
  return elsewhere;
}

/**
 * @param {string} folder
 * @param {Account} account
 */
function canEnter(folder, account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).status === 0;
}
