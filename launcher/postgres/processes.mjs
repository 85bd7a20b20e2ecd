// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @typedef {{ pid: number, startedAt: string }} ProcessMark
 */

/** @returns {ProcessMark} */
export function thisProcess() {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
}

/**
 * Whether the very process that was marked still runs; a zombie or another process with its number does not count.
 *
 * @param {ProcessMark} mark
 */
export function isRunning(mark) {
  if (!signalReaches(mark.pid)) return false;
  const startedAt = startOf(mark.pid);
  return startedAt !== undefined && startedAt === mark.startedAt;
}

/**
 * Whether `pid` is a Postgres server of this data folder. Postgres itself only asks whether a process has that number,
 * and so takes a zombie (PID 1 of many containers does not reap) or a recycled number for a living server.
 *
 * @param {number} pid
 * @param {string} dataFolder
 */
export function isPostmaster(pid, dataFolder) {
  if (!signalReaches(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || (command.includes('postgres') && command.includes(dataFolder));
}

/** @param {number} pid */
function signalReaches(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * When the process started, in a form that differs between two processes with the same number; undefined when there is
 * none, or only a zombie.
 *
 * @param {number} pid
 */
function startOf(pid) {
  if (process.platform === 'linux') return linuxStartOf(pid);
  if (process.platform === 'win32') return 'unknown';
  return psField(pid, 'lstart');
}

/** @param {number} pid */
function linuxStartOf(pid) {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything, a closing parenthesis too: fields are counted after the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

/**
 * The command line: empty for a zombie, undefined where the system gives none.
 *
 * @param {number} pid
 */
function commandOf(pid) {
  if (process.platform === 'linux') return readOrNothing(`/proc/${pid}/cmdline`) ?? '';
  if (process.platform === 'win32') return undefined;
  return psField(pid, 'command') ?? '';
}

/**
 * @param {number} pid
 * @param {string} field
 */
function psField(pid, field) {
  const { status, stdout } = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} file */
function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // the process ended in the meantime
  }
}
