const { dropDatabases } = require('./server.cjs');

/** Jest's global tear-down: removes the embedded server, or from an external one every database of this run. */
module.exports = async function stopPostgres() {
  const server = globalThis.tributaryPostgres;
  if (server === undefined || --server.users > 0) return;
  globalThis.tributaryPostgres = undefined;
  if (process.env['TRIBUTARY_TEST_DATABASE_URL']) await dropDatabases(server.url);
  await server.remove();
};
