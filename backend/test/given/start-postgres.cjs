const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { Client } = require('pg');
const { freshName, onServer } = require('./server.cjs');

const MIGRATIONS = resolve(__dirname, '../../../migrations');

/**
 * Jest's global set-up: a Postgres with one migrated database, from which every test makes its own by copying.
 * The server is our embedded one, or the one of TRIBUTARY_TEST_DATABASE_URL.
 */
module.exports = async function startPostgres() {
  if (globalThis.tributaryPostgres !== undefined) {
    globalThis.tributaryPostgres.users += 1;
    return;
  }
  const external = process.env['TRIBUTARY_TEST_DATABASE_URL'];
  const { startTestPostgres } = await import('../../../launcher/test-postgres.mjs');
  const server = external ? { url: external, remove: async () => {} } : await startTestPostgres();
  const template = freshName('template');
  globalThis.tributaryPostgres = { ...server, template, users: 1 };
  process.env['TRIBUTARY_TEST_SERVER'] = server.url;
  process.env['TRIBUTARY_TEST_TEMPLATE'] = template;
  await onServer(server.url, (client) => client.query(`create database ${template}`));
  await migrate(Object.assign(new URL(server.url), { pathname: `/${template}` }).href);
};

/** @param {string} url */
async function migrate(url) {
  const migrations = join(__dirname, '../../src/database/migrations.ts');
  if (existsSync(migrations)) return require(migrations).runMigrations(url, MIGRATIONS);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const file of readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith('.up.sql'))
      .sort()) {
      await client.query(readFileSync(join(MIGRATIONS, file), 'utf8'));
    }
  } finally {
    await client.end();
  }
}
