// @ts-check
import { startEmbeddedPostgres } from '../embedded-postgres.mjs';

const NAME = 'tributary';
const OLDEST = 15;
const CONNECT_MS = 5000;

/**
 * A database of ours in a server of ours.
 *
 * @typedef {{ url: string, log: string, isRunning: () => boolean, stop: () => Promise<void> }} EmbeddedDatabase
 */

/**
 * The embedded server below `home`, with a database of ours in it.
 *
 * @param {string} home
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function embeddedDatabase(home) {
  const postgres = await startEmbeddedPostgres(home);
  await ask(postgres.url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  });
  return { ...postgres, url: Object.assign(new URL(postgres.url), { pathname: `/${NAME}` }).href };
}

/**
 * Makes sure that a server somebody else runs can be used.
 *
 * @param {string} url
 * @returns {Promise<void>} once it answers
 * @throws Error with one line when it cannot be reached, refuses us or is too old
 */
export async function checkDatabase(url) {
  await ask(url, async (client) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    const { major } = rows[0];
    if (major < OLDEST) throw new Error(`is Postgres ${major}; Tributary needs ${OLDEST} or newer`);
  }).catch((error) => {
    throw new Error(`The database at ${placeOf(url)} ${complaint(error)}.`, { cause: error });
  });
}

/**
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<void>} work
 */
async function ask(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // a lost connection also fails the query that is under way
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param {Error & { code?: string, errors?: (Error & { code?: string })[] }} error */
function complaint(error) {
  const { code, message } = error.errors?.[0] ?? error;
  if (message.startsWith('is Postgres')) return message;
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return `refuses us (${message}): check DATABASE_URL`;
  return `cannot be reached (${code ?? message}): check DATABASE_URL`;
}

/** @param {string} url */
function placeOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
