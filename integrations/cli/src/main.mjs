// @ts-check
import { parseArgs } from 'node:util';

import { createClient } from './client.mjs';
import { verifyAudit } from './commands/audit.mjs';
import { pullDbt } from './commands/dbt.mjs';
import { exportRows } from './commands/export.mjs';
import { impact } from './commands/impact.mjs';
import { gateDbt } from './commands/gate.mjs';
import { ingestDbt, ingestFile } from './commands/ingest.mjs';
import { lineage } from './commands/lineage.mjs';
import { erasePerson } from './commands/person.mjs';
import { exportPolicies, importPolicies } from './commands/policy.mjs';
import { search } from './commands/search.mjs';
import { createToken } from './commands/token.mjs';
import { EXIT, Failure, usage } from './failure.mjs';
import { HELP } from './help.mjs';
import { textOption } from './options.mjs';

/** @typedef {{ out: NodeJS.WriteStream | import('node:stream').Writable, err: NodeJS.WriteStream | import('node:stream').Writable }} Streams */

/**
 * @typedef {object} Context
 * @property {import('./options.mjs').Options} options
 * @property {import('./client.mjs').Client} client
 * @property {NodeJS.ProcessEnv} env
 * @property {Streams} streams
 * @property {boolean} isJson
 */

/** @type {ReadonlyMap<string, (context: Context, words: string[]) => Promise<void>>} */
const COMMANDS = new Map([
  ['ingest dbt', ingestDbt],
  ['ingest file', ingestFile],
  ['dbt pull', pullDbt],
  ['dbt upload', ingestDbt],
  ['search', search],
  ['lineage', lineage],
  ['impact', impact],
  ['gate dbt', gateDbt],
  ['policy export', exportPolicies],
  ['policy import', importPolicies],
  ['export', exportRows],
  ['token create', createToken],
  ['audit verify', verifyAudit],
  ['person erase', erasePerson],
]);

/** @type {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  token: { type: 'string' },
  namespace: { type: 'string', multiple: true },
  target: { type: 'string' },
  project: { type: 'string' },
  'allow-large-close': { type: 'boolean' },
  outbox: { type: 'string' },
  dbt: { type: 'string' },
  watch: { type: 'string' },
  connector: { type: 'string' },
  param: { type: 'string', multiple: true },
  type: { type: 'string', multiple: true },
  first: { type: 'string' },
  direction: { type: 'string' },
  depth: { type: 'string' },
  select: { type: 'string' },
  at: { type: 'string' },
  column: { type: 'string' },
  change: { type: 'string' },
  format: { type: 'string' },
  source: { type: 'string' },
  output: { type: 'string', short: 'o' },
  name: { type: 'string' },
  role: { type: 'string' },
  days: { type: 'string' },
  username: { type: 'string' },
  manifest: { type: 'string' },
  offline: { type: 'string' },
  submit: { type: 'boolean' },
  comment: { type: 'string' },
  'fail-on': { type: 'string' },
  witness: { type: 'string' },
  reason: { type: 'string' },
};

/**
 * Runs one command.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {Streams} streams
 * @returns {Promise<number>} the exit code
 */
export async function main(args, env, streams) {
  const isJson = args.includes('--json');
  try {
    const { options, words } = parse(args);
    if (options['help'] === true || words.length === 0) {
      streams.out.write(HELP);
      return options['help'] === true ? EXIT.ok : EXIT.usage;
    }
    const [command, rest] = findCommand(words);
    await command({ options, client: clientOf(options, env, streams), env, streams, isJson }, rest);
    return EXIT.ok;
  } catch (error) {
    return report(error, streams, isJson);
  }
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {NodeJS.ProcessEnv} env
 * @param {Streams} streams
 */
function clientOf(options, env, streams) {
  return createClient({
    url: textOption(options, 'url') ?? env['TRIBUTARY_URL'] ?? 'http://localhost:3000',
    // An empty variable is how a failed token command looks: the same as none.
    token: textOption(options, 'token') ?? (env['TRIBUTARY_TOKEN'] || undefined),
    onRetry: (message) => streams.err.write(`${message}\n`),
  });
}

/**
 * @param {string[]} args
 * @returns {{ options: import('./options.mjs').Options, words: string[] }}
 */
function parse(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    return { options: { ...values }, words: positionals };
  } catch (error) {
    throw usage(/** @type {Error} */ (error).message);
  }
}

/**
 * @param {string[]} positionals
 * @returns {[(context: Context, words: string[]) => Promise<void>, string[]]}
 */
function findCommand(positionals) {
  for (const length of [2, 1]) {
    const command = COMMANDS.get(positionals.slice(0, length).join(' '));
    if (command !== undefined) return [command, positionals.slice(length)];
  }
  throw usage(`Unknown command: ${positionals.slice(0, 2).join(' ')}`);
}

/**
 * @param {unknown} error
 * @param {Streams} streams
 * @param {boolean} isJson
 */
function report(error, streams, isJson) {
  if (!(error instanceof Failure)) throw error;
  if (isJson) streams.out.write(`${JSON.stringify({ error: error.message, details: error.details ?? null })}\n`);
  else streams.err.write(`tributary: ${error.message}\n`);
  return error.exitCode;
}
