// @ts-check
import { spawn } from 'node:child_process';

import { EXIT, Failure } from '../failure.mjs';

/** @typedef {import('./rows.mjs').Outbox} Outbox */
/** @typedef {import('./rows.mjs').OutboxRow} OutboxRow */

const MAX_ROWS = 500;
/** Artifacts of the last build stay as they are, for `tributary dbt upload`. */
const QUIETLY = ['--quiet', '--no-write-json', 'run-operation'];

/**
 * An outbox in any warehouse that dbt builds in, reached by dbt itself: no driver and no password is needed here.
 *
 * @param {string} program dbt's executable
 * @param {readonly string[]} options for dbt: --project-dir, --profiles-dir, --target, …
 * @returns {Outbox}
 */
export function openDbtOutbox(program, options) {
  let isLast = false;
  return {
    take: async () => {
      if (isLast) return [];
      const rows = rowsIn(await run(program, 'tributary.print_outbox', { limit: MAX_ROWS }, options));
      isLast = rows.length < MAX_ROWS;
      return rows;
    },
    acknowledge: async (ids) => {
      await run(program, 'tributary.acknowledge_outbox', { ids }, options);
    },
    close: () => Promise.resolve(),
  };
}

/**
 * @param {string} output what dbt printed: rows, and perhaps a word of its own between them
 * @returns {OutboxRow[]}
 */
function rowsIn(output) {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => asRow(line))
    .filter((row) => row !== null);
}

/**
 * @param {string} line
 * @returns {OutboxRow | null}
 */
function asRow(line) {
  try {
    const row = JSON.parse(line);
    return typeof row.payload === 'string' && typeof row.invocation_id === 'string' ? row : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} program
 * @param {string} macro
 * @param {object} args
 * @param {readonly string[]} options
 * @returns {Promise<string>} what it printed
 * @throws Failure with dbt's last words
 */
async function run(program, macro, args, options) {
  const child = spawn(program, [...QUIETLY, macro, '--args', JSON.stringify(args), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  const status = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(EXIT.usage, `${program} does not start: ${error.message}`)));
    child.once('close', resolve);
  });
  if (status === 0) return said.out;
  const words = `${said.out}\n${said.err}`.trim().split('\n').slice(-5).join('\n');
  throw new Failure(EXIT.refused, `dbt failed while running ${macro}:\n${words}`);
}
