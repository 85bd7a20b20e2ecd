// @ts-check
// Other people's programs and libraries: had once, kept outside the checkout, so that a fresh one need not have them again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const FOLDER = path.join(cacheFolder(), 'tributary/interop');
const INSTALL_MS = 400_000;

/** Where this system keeps what can be had again. */
function cacheFolder() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows } = process.env;
  const mac = process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : undefined;
  return xdg || windows || mac || path.join(homedir(), '.cache');
}

/** What is missing on this machine, in one sentence. */
export class Missing extends Error {}

/**
 * The folder of what a file lists: filled on first use, and anew when the file changes.
 *
 * @param {string} file absolute
 * @param {(folder: string) => void} fill
 * @returns {string}
 * @throws Missing when it cannot be had
 */
export function keptFolder(file, fill) {
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  const folder = path.join(FOLDER, `${path.parse(file).name}-${digest}`);
  const mark = path.join(folder, 'complete');
  if (existsSync(mark)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  fill(folder);
  writeFileSync(mark, '');
  return folder;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} problem
 */
export function succeed(program, args, problem) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: INSTALL_MS });
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-3).join(' ');
  if (status !== 0) throw new Missing(`${problem}: ${said}`);
}
