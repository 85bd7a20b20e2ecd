// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LogFile } from './log-file.mjs';

const PARENT_WATCH = pathToFileURL(path.resolve(import.meta.dirname, '../parent-watch.mjs')).href;
const LONGEST_COMPLAINT = 300;

/**
 * A Node process of ours that runs until it is stopped. It ends by itself when the launcher is gone.
 */
export class Service {
  /**
   * @param {string} name as the user knows it
   * @param {object} options
   * @param {string} options.script
   * @param {string} options.cwd
   * @param {Readonly<Record<string, string | undefined>>} options.env on top of ours; undefined takes a variable away
   * @param {string} options.log
   */
  constructor(name, { script, cwd, env, log }) {
    this.name = name;
    this.log = new LogFile(log);
    // Detached: an interrupt from the terminal reaches the launcher alone, which stops its services in order.
    this.child = spawn(process.execPath, ['--import', PARENT_WATCH, script], {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk) => this.log.append(chunk));
    /** @type {Promise<string>} how it ended */
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(error.message));
      this.child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    this.hasEnded = false;
    void this.ended.then(() => (this.hasEnded = true));
  }

  /**
   * @template {{ type: string }} Message
   * @param {Message['type']} type
   * @param {(message: Message) => void} use
   */
  onMessage(type, use) {
    this.child.on('message', (message) => {
      if (/** @type {Message} */ (message).type === type) use(/** @type {Message} */ (message));
    });
  }

  /** Why it ended, in one line. @param {string} how */
  obituary(how) {
    const said = complaintIn(this.log.lastLine).slice(0, LONGEST_COMPLAINT);
    return `The ${this.name} stopped (${how})${said === '' ? '' : `: ${said}`}. Its log: ${this.log.file}`;
  }

  /**
   * Asks it to stop, and ends it when it has not after `graceMs`.
   *
   * @param {number} graceMs
   */
  async stop(graceMs) {
    if (this.hasEnded) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
  }
}

/**
 * The words in a line of a log, which may be JSON.
 *
 * @param {string} line
 */
function complaintIn(line) {
  try {
    const { msg, err } = JSON.parse(line);
    return String(err?.message ?? msg ?? line);
  } catch {
    return line;
  }
}
