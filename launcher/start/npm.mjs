// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SHOWN_LINES = 30;

/**
 * Runs npm quietly; what it said is shown only when it fails.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<void>}
 * @throws Error with a line that says which command failed, after its last lines were shown
 */
export async function npm(root, args, env = {}) {
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && first.length === 0,
  });
  const end = () => child.kill();
  process.once('exit', end);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
  }
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  process.off('exit', end);
  if (code === 0) return;
  process.stderr.write(`\n${said.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}\n`);
  throw new Error(`npm ${args.join(' ')} failed (${code}); its last lines are above.`);
}

/** The npm that started us, so that it runs on the same Node. @returns {[string, ...string[]]} */
function npmCommand() {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') === true ? [process.execPath, script] : ['npm'];
}

/**
 * Whether what is installed differs from the lockfile: compared package by package with npm's own record, so that an
 * install by hand counts and an interrupted one does not.
 *
 * @param {string} root
 */
export function isInstallDue(root) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return true;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).some(([name, { version, optional, link }]) => {
    if (!name.includes('node_modules/') || link === true) return false;
    const found = installed[name];
    return found === undefined ? optional !== true : found.version !== version;
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} by folder
 */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

/**
 * @param {string} root
 * @returns {Promise<void>}
 */
export function install(root) {
  return npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund'], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' });
}
