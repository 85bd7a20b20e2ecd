// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Outside the checkout, so that a fresh one need not install again. */
const FOLDER = path.join(cacheFolder(), 'tributary/interop');
const OLDEST_MINOR = 10;
const INSTALL_MS = 200_000;

/** Where this system keeps what can be had again. */
function cacheFolder() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows } = process.env;
  const mac = process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : undefined;
  return xdg || windows || mac || path.join(homedir(), '.cache');
}

/** What is missing on this machine, in one sentence. */
export class Missing extends Error {}

/**
 * A folder of Python programs with what a requirements file lists, made on first use and kept.
 *
 * @param {string} requirements file beside this one
 * @returns {string} the folder of its executables
 * @throws Missing when there is no Python, or its packages cannot be had
 */
export function pythonPrograms(requirements) {
  const file = path.join(import.meta.dirname, requirements);
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  const folder = path.join(FOLDER, `${path.parse(requirements).name}-${digest}`);
  const programs = path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const mark = path.join(folder, 'complete');
  if (existsSync(mark)) return programs;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  succeed(python(), ['-m', 'venv', folder], 'Python has no module venv');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', file];
  succeed(path.join(programs, 'python'), pip, 'Python packages could not be installed');
  writeFileSync(mark, '');
  return programs;
}

/** @returns {string} the first Python that is new enough */
function python() {
  const found = [process.env['PYTHON'] ?? '', 'python3', 'python'].filter(Boolean).find(isNewEnough);
  if (found === undefined) throw new Missing(`There is no Python 3.${OLDEST_MINOR} or newer here`);
  return found;
}

/** @param {string} name of a program */
function isNewEnough(name) {
  const script = `import sys; sys.exit(sys.version_info < (3, ${OLDEST_MINOR}))`;
  return spawnSync(name, ['-c', script]).status === 0;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} problem
 */
function succeed(program, args, problem) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: INSTALL_MS });
  if (status !== 0) throw new Missing(`${problem}: ${(stderr ?? '').trim().split('\n').slice(-3).join(' ')}`);
}
