// @ts-check
import { setInterval } from 'node:timers';

const REMINDER_MS = 15_000;
const WORTH_A_DURATION_MS = 300;

/**
 * Runs one step of several and shows what is going on: on a terminal a line with the time so far, elsewhere a line
 * every 15 seconds.
 *
 * @template Result
 * @param {string} label
 * @param {(note: (text: string) => void) => Promise<Result> | Result} work `note` adds how far it has come
 * @returns {Promise<Result>}
 */
export async function step(label, work) {
  const started = performance.now();
  let progress = '';
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  const terminal = process.stdout.isTTY;
  const show = () => say(`${terminal ? '\r\x1b[K' : ''}· ${label}${progress}, ${elapsed()}`, terminal ? '' : '\n');
  const timer = setInterval(show, terminal ? 200 : REMINDER_MS);
  try {
    const result = await work((text) => (progress = ` ${text}`));
    const took = performance.now() - started;
    const duration = took < WORTH_A_DURATION_MS ? '' : ` (${(took / 1000).toFixed(1)} s)`;
    say(`${terminal ? '\r\x1b[K' : ''}✓ ${label}${duration}`);
    return result;
  } catch (error) {
    if (terminal) say('\r\x1b[K', '');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} text */
export function say(text, end = '\n') {
  process.stdout.write(text + end);
}

/**
 * Lines within a frame, for what must not be overlooked.
 *
 * @param {readonly string[]} lines
 */
export function sayInBox(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 4);
  say(`┌${edge}┐`);
  for (const line of lines) say(`│  ${line.padEnd(width)}  │`);
  say(`└${edge}┘`);
}

const REASONS = new Map([
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'there is a file where a folder must be'],
  ['EEXIST', 'there is a file where a folder must be'],
]);

/**
 * An error as one line for the person who started us.
 *
 * @param {unknown} error
 */
export function oneLine(error) {
  const { code, path: file, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = REASONS.get(code ?? '');
  if (file !== undefined && reason !== undefined) return `Cannot write ${file}: ${reason}.`;
  return message.trim().replaceAll(/\s*\n\s*/g, ' · ');
}
