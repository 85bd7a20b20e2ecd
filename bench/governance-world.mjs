// @ts-check
// The catalog that the figures of governance are taken on; build the backend first.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';

import { startEmbeddedPostgres } from '../launcher/embedded-postgres.mjs';
import { loadColumns } from './load-columns.mjs';
import { makeHome } from './service.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { DataSource } = require('typeorm');
const dist = new URL('../backend/dist', import.meta.url).pathname;
const { runMigrations } = require(`${dist}/database/migrations`);

/**
 * A filled database, and a connection to it as the service has. DATABASE_URL names one that load-columns.mjs filled
 * before; without it a server is started and filled, and thrown away in the end.
 *
 * @param {number} assets
 */
export async function openWorld(assets) {
  const given = process.env['DATABASE_URL'];
  const home = makeHome();
  const postgres = given === undefined ? await startEmbeddedPostgres(home) : null;
  const database = given ?? postgres?.url ?? '';
  await runMigrations(database);
  if (postgres !== null) await loadColumns(database, assets);
  const db = await new DataSource({ type: 'postgres', url: database, poolSize: 4 }).initialize();
  const [size] = await db.query(
    `select (select count(*)::int from asset) as assets, (select count(*)::int from asset_column) as columns,
            (select count(*)::int from column_edge) as "columnEdges",
            (select count(*)::int from asset_column where class_categories <> '{}') as classified`,
  );
  return {
    database,
    db,
    size: /** @type {{ assets: number, columns: number, columnEdges: number, classified: number }} */ (size),
    /** As if nothing had been propagated yet. */
    forgetDerived: async () => {
      await db.query('truncate derived_classification');
      await db.query(
        `update asset_column set derived_level = null, derived_categories = null, derived_subtypes = null
          where derived_level is not null or derived_categories is not null or derived_subtypes is not null`,
      );
      await db.query(
        'update asset set derived_level = null, derived_categories = null where derived_level is not null or derived_categories is not null',
      );
      await db.query('vacuum analyze asset_column, asset, derived_classification');
    },
    close: async () => {
      await db.destroy();
      await postgres?.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
