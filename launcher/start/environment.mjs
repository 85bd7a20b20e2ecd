// @ts-check
import path from 'node:path';

/**
 * What a start is told by the environment, checked and with defaults.
 *
 * @typedef {object} Settings
 * @property {number} port the public one
 * @property {number} apiPort
 * @property {string | undefined} databaseUrl undefined: the embedded server
 * @property {string} home absolute
 * @property {boolean} demo
 */

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/**
 * @param {Environment} env
 * @param {string} root what a relative TRIBUTARY_HOME is relative to
 * @returns {{ settings: Settings, problems: string[] }} `settings` are only to be used when there are no problems
 */
export function readEnvironment(env, root) {
  /** @type {string[]} */
  const problems = [];
  const read = reader(env, problems);
  const databaseUrl = read('DATABASE_URL', readDatabaseUrl, undefined);
  const settings = {
    port: read('PORT', readPort, 3000),
    apiPort: read('API_PORT', readPort, 4000),
    databaseUrl,
    home: path.resolve(root, env['TRIBUTARY_HOME'] || '.tributary'),
    demo: read('TRIBUTARY_DEMO', readFlag, databaseUrl === undefined),
  };
  read('TRIBUTARY_ANONYMOUS_READ', readFlag, false);
  read('TRIBUTARY_ADMIN_TOKEN', readToken, undefined);
  if (settings.port === settings.apiPort) problems.push(`API_PORT: must differ from PORT (${settings.port}).`);
  return { settings, problems };
}

/**
 * @param {Environment} env
 * @param {string[]} problems
 */
function reader(env, problems) {
  /**
   * @template Value, Default
   * @param {string} name
   * @param {(text: string) => Value} parse throws what is wrong with the text
   * @param {Default} fallback when it is not set, or set to nothing
   * @returns {Value | Default}
   */
  return (name, parse, fallback) => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    try {
      return parse(text);
    } catch (error) {
      problems.push(`${name}: ${/** @type {Error} */ (error).message}.`);
      return fallback;
    }
  };
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Error(`"${text}" is not a port from 1 to 65535`);
}

/** The text itself is not repeated: it holds a password. @param {string} text */
function readDatabaseUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return text;
  throw new Error('must be of the form postgres://user:password@host:5432/database');
}

/** @param {string} text */
function readFlag(text) {
  if (['0', '1', 'false', 'true'].includes(text)) return text === '1' || text === 'true';
  throw new Error(`"${text}" is neither 0 nor 1`);
}

/** @param {string} text */
function readToken(text) {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new Error('has characters that an HTTP header cannot carry');
  if (text.length < 32) throw new Error(`must have at least 32 characters; it has ${text.length}`);
  if (text.length > 512) throw new Error(`must have at most 512 characters; it has ${text.length}`);
  if (new Set(text).size < 8) throw new Error('repeats too few characters to be a secret');
  return text;
}
