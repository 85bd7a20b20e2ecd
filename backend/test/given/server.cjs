const { randomBytes } = require('node:crypto');
const { Client } = require('pg');

/** One per run of Jest: its databases can be told from those of other runs on the same server. */
const RUN = (process.env['TRIBUTARY_TEST_RUN'] ??= randomBytes(4).toString('hex'));

/**
 * A database name nobody else has.
 *
 * @param {string} purpose
 */
function freshName(purpose) {
  return `tributary_${RUN}_${purpose}_${randomBytes(4).toString('hex')}`;
}

/**
 * Runs `work` on a connection of its own.
 *
 * @param {string} url
 * @param {(client: Client) => Promise<unknown>} work
 */
async function onServer(url, work) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** @param {string} url */
function dropDatabases(url) {
  return onServer(url, async (client) => {
    const found = await client.query('select datname as name from pg_database where starts_with(datname, $1)', [
      `tributary_${RUN}_`,
    ]);
    for (const { name } of found.rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

module.exports = { freshName, onServer, dropDatabases };
