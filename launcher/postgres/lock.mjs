// @ts-check
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, thisProcess } from './processes.mjs';

const WAIT_MS = 60_000;
const BREAKING_MS = 10_000;

/**
 * Runs `work` while no other process runs under the same lock file. A lock left by a killed process is taken over.
 *
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 * @throws Error when another process holds the lock for a minute
 */
export async function withLock(file, work) {
  const deadline = Date.now() + WAIT_MS;
  while (!take(file)) {
    if (Date.now() > deadline) throw new Error(`another process has been starting for a minute; it holds ${file}`);
    breakIfStale(file);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * A link appears with its content in one step, so nobody ever reads half a lock.
 *
 * @param {string} file
 */
function take(file) {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, JSON.stringify(thisProcess()));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes the lock when its holder is gone. Only one process at a time may do so: the second would otherwise remove the
 * lock that the first has just taken.
 *
 * @param {string} file
 */
function breakIfStale(file) {
  if (!isStale(file)) return;
  const breaking = `${file}.breaking`;
  try {
    writeFileSync(breaking, '', { flag: 'wx' });
  } catch {
    if (ageOf(breaking) > BREAKING_MS) rmSync(breaking, { force: true });
    return; // another process is at it
  }
  if (isStale(file)) rmSync(file, { force: true });
  rmSync(breaking, { force: true });
}

/** @param {string} file */
function isStale(file) {
  try {
    return !isRunning(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return error instanceof SyntaxError; // no file: freed in the meantime
  }
}

/** @param {string} file */
function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
