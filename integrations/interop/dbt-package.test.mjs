// @ts-check
// The dbt package in `integrations/dbt`, run by a real dbt on Postgres and DuckDB, drained by the command-line client.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { startInstallation } from './installation.mjs';
import { pythonPrograms } from './python-env.mjs';

const PACKAGE = path.resolve(import.meta.dirname, '../dbt');
const CLIENT = path.resolve(import.meta.dirname, '../cli/bin/tributary.mjs');
const PROJECT = path.join(import.meta.dirname, 'fixtures/night-market');
const SHOP = 'warehouse.shop.';

/** @type {import('./installation.mjs').Installation} */
let given;
/** @type {string} */
let project;
/** @type {string} */
let dbt;

before(async () => {
  dbt = process.env['INTEROP_DBT'] ?? path.join(pythonPrograms('dbt-requirements.txt'), 'dbt');
  given = await startInstallation();
  project = path.join(given.folder, 'project');
  cpSync(PROJECT, project, { recursive: true });
  writeFileSync(path.join(project, 'packages.yml'), `packages:\n  - local: ${JSON.stringify(PACKAGE)}\n`);
  run(dbt, ['deps'], {});
});
after(() => given.stop());

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} settings
 * @returns {string} what it printed
 */
function run(program, args, settings) {
  const { status, stdout, stderr } = tried(program, args, settings);
  assert.equal(status, 0, `${path.basename(program)} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} settings
 */
function tried(program, args, settings) {
  const { port, username, password } = new URL(given.warehouse);
  const env = {
    ...process.env,
    DBT_PROFILES_DIR: project,
    DBT_SEND_ANONYMOUS_USAGE_STATS: '0',
    INTEROP_PG_PORT: port,
    INTEROP_PG_USER: username,
    INTEROP_PG_PASSWORD: password,
    TRIBUTARY_URL: given.url,
    TRIBUTARY_TOKEN: given.token,
    ...settings,
  };
  return spawnSync(program, args, { cwd: project, env, encoding: 'utf8', maxBuffer: 1e9 });
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [settings]
 */
const tributary = (args, settings = {}) =>
  JSON.parse(
    run(process.execPath, [CLIENT, ...args, '--json'], settings)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '',
  );

const ASSET = `query ($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) {
  id type owner description tags code { text } columns { name type } facts { field sourceKind alternatives { sourceKind } }
} }`;
const PARENTS = `query ($id: ID!) { lineage(assetId: $id, direction: UPSTREAM, depth: 1) {
  nodes { asset { id name } distance } edges { upstreamId downstreamId } } }`;

/**
 * @param {string} namespace
 * @param {string} name
 */
async function assetOf(namespace, name) {
  /** @type {{ assetByName: Shown | null }} */
  const { assetByName } = await given.graphql(ASSET, { namespace, name });
  assert.ok(assetByName, `${namespace} ${name} is not in the catalog`);
  /** @type {{ lineage: { nodes: { asset: { name: string }, distance: number }[], edges: object[] } }} */
  const { lineage } = await given.graphql(PARENTS, { id: assetByName.id });
  const parents = lineage.nodes.filter(({ distance }) => distance === 1).map(({ asset }) => asset.name);
  return { ...assetByName, parents: parents.sort(), edges: lineage.edges.length };
}

/** @typedef {{ id: string, type: string, owner: string, description: string, tags: string[], code: { text: string } | null, columns: { name: string, type: string }[], facts: { field: string, sourceKind: string, alternatives: { sourceKind: string }[] }[] }} Shown */

/**
 * What the catalog says of the project, whichever warehouse it was built in.
 *
 * @param {string} namespace
 */
async function checkModels(namespace) {
  const orders = await assetOf(namespace, `${SHOP}fct_orders`);
  assert.equal(orders.type, 'TABLE');
  assert.equal(orders.owner, 'Finance Team');
  assert.deepEqual(orders.tags, ['finance', 'nightly']);
  assert.deepEqual(orders.parents, ['model.night_market.int_customer_names', `${SHOP}stg_orders`]);
  assert.equal(orders.edges, 2);
  assert.deepEqual(
    orders.columns.map(({ name }) => name),
    ['order_id', 'customer_id', 'customer_name', 'amount', 'placed_at'],
  );
  assert.match(orders.columns[3]?.type ?? '', /^(numeric|decimal)\(12, ?2\)$/i);
  assert.match(orders.code?.text ?? '', /left join __dbt__cte__int_customer_names as c/);
  const customers = await assetOf(namespace, `${SHOP}dim_customers`);
  assert.deepEqual([customers.owner, customers.type], ['anna@night-market.example', 'TABLE']);
  assert.match(customers.columns[2]?.type ?? '', /^(text|varchar)\[\]$/i);
  const staged = await assetOf(namespace, `${SHOP}stg_orders`);
  assert.deepEqual([staged.owner, staged.type, staged.parents], ['data-platform', 'VIEW', [`${SHOP}raw_orders`]]);
  assert.equal((await assetOf(namespace, `${SHOP}raw_orders`)).type, 'SEED');
  assert.equal((await assetOf(namespace, 'warehouse.shop_shop_history.orders_history')).type, 'SNAPSHOT');
  const source = await assetOf(namespace, 'warehouse.app.customer_records');
  assert.match(source.description, /as the shop's application has them/);
  assert.equal((await assetOf('dbt://night_market', 'exposure.night_market.orders_board')).type, 'DASHBOARD');
  await checkNastyTexts(namespace);
}

/** @param {string} namespace */
async function checkNastyTexts(namespace) {
  const nasty = await assetOf(namespace, 'warehouse.shop."Odd näme 100%"');
  const source = readFileSync(path.join(PROJECT, 'models/marts/nasty.sql'), 'utf8');
  const compiled = source.replace(/\{\{ config.*?\}\}/, '').replace(/\{\{ '(.*?)' \}\}/g, '$1');
  assert.equal(nasty.code?.text.trim(), compiled.trim());
  assert.equal(nasty.description, 'It\'s "nasty": 100 %, $$, `ticks`, back\\slash,\nnew line, 🦉');
  assert.deepEqual(
    nasty.columns.map(({ name }) => name),
    ['quoted column', '100%', '"dotted.name"'],
  );
  const long = await assetOf(namespace, `${SHOP}long`);
  assert.ok((long.code?.text.length ?? 0) > 1_000_000);
}

/**
 * Every resource of the project is one asset in its place, and every edge there once for each source that states it.
 *
 * @param {string} place
 */
async function checkNothingTwice(place) {
  const assets = (await exported('assets')).filter(({ namespace }) => namespace === place);
  const keys = assets.flatMap(({ sourceKeys }) =>
    sourceKeys.filter((/** @type {string} */ key) => key.startsWith('dbt:')),
  );
  assert.deepEqual(keys.length, new Set(keys).size);
  const edges = (await exported('edges')).map((edge) =>
    JSON.stringify([
      edge.upstream.namespace,
      edge.upstream.name,
      edge.downstream.namespace,
      edge.downstream.name,
      edge.source,
    ]),
  );
  assert.equal(edges.length, new Set(edges).size);
}

/**
 * @param {string} what
 * @returns {Promise<{ namespace: string, sourceKeys: string[], upstream: { namespace: string, name: string }, downstream: { namespace: string, name: string }, source: string }[]>}
 */
async function exported(what) {
  const headers = { authorization: `Bearer ${given.token}` };
  const text = await (await fetch(`${given.url}/api/v1/export/${what}`, { headers })).text();
  return text
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/**
 * Builds the project with dbt-ol, which reports what dbt did when it is done.
 *
 * @param {Record<string, string>} [settings]
 */
async function runWithEvents(settings = {}) {
  // It calls dbt by name.
  const PATH = `${path.dirname(dbt)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const openlineage = { OPENLINEAGE_URL: given.url, OPENLINEAGE_API_KEY: given.token, OPENLINEAGE_NAMESPACE: 'night' };
  run(`${dbt}-ol`, ['build', '--exclude', 'nasty', 'long'], { ...settings, ...openlineage, PATH });
  await given.settle();
}

/**
 * Artifacts, post-hook and events speak of one asset for each relation.
 *
 * @param {string} place
 */
async function checkThreeSources(place) {
  const { facts, parents } = await assetOf(place, `${SHOP}fct_orders`);
  const kinds = facts.flatMap(({ sourceKind, alternatives }) => [
    sourceKind,
    ...alternatives.map((one) => one.sourceKind),
  ]);
  for (const kind of ['dbt', 'dbt-hook', 'openlineage']) assert.ok(kinds.includes(kind), kind);
  assert.ok(parents.includes(`${SHOP}stg_orders`));
  await checkNothingTwice(place);
  const jobs = await given.inCatalog(
    "select distinct name from job where namespace = 'night' and name like '%fct_orders%'",
    [],
  );
  assert.ok(jobs.rows.length > 0);
}

const waiting = async () =>
  (await given.inWarehouse('select id from tributary.outbox where drained_at is null')).length;

describe('on Postgres', () => {
  const place = () => `postgres://127.0.0.1:${new URL(given.warehouse).port}`;

  test('each model is in the catalog, though the catalog was down while dbt built it', async () => {
    await given.stopCatalog();
    run(dbt, ['build'], {});
    assert.ok((await waiting()) > 20);
    await given.startCatalog();
    tributary(['dbt', 'pull', given.warehouse]);
    assert.equal(await waiting(), 0);
    await checkModels(place());
  });

  test('rows that are sent again after a crash change nothing', async () => {
    await given.inWarehouse('update tributary.outbox set drained_at = null');
    const { deliveries } = tributary(['dbt', 'pull', given.warehouse]);
    for (const id of deliveries) {
      /** @type {{ delivery: { report: { changed: number, created: number } } }} */
      const { delivery } = await given.graphql(
        'query ($id: ID!) { delivery(id: $id) { report { changed created } } }',
        { id },
      );
      assert.deepEqual(delivery.report, { changed: 0, created: 0 });
    }
    await checkNothingTwice(place());
  });

  test('artifacts meet what the post-hook said', async () => {
    run(dbt, ['build'], {});
    tributary(['dbt', 'upload', path.join(project, 'target'), '--namespace', place()]);
    tributary(['dbt', 'pull'], { TRIBUTARY_OUTBOX_URL: given.warehouse });
    await checkModels(place());
    await checkNothingTwice(place());
    const { facts } = await assetOf(place(), `${SHOP}fct_orders`);
    const type = facts.find(({ field }) => field === 'type');
    assert.deepEqual([type?.sourceKind, type?.alternatives.map(({ sourceKind }) => sourceKind)], ['dbt', ['dbt-hook']]);
  });

  test('events of a real dbt-ol are a third source of the same assets', async () => {
    await runWithEvents();
    await checkThreeSources(place());
  });

  test('an outbox that takes no rows fails neither a model nor the run', async () => {
    const before = await waiting();
    await given.inWarehouse(`alter table tributary.outbox rename to kept;
      create view tributary.outbox as select * from tributary.kept limit 1000`);
    run(dbt, ['build', '--exclude', 'long'], {});
    await given.inWarehouse('drop view tributary.outbox; alter table tributary.kept rename to outbox');
    assert.equal(await waiting(), before);
  });

  test('an outbox that takes no rows undoes the model that asked for both or neither', async () => {
    await given.inWarehouse(`drop view if exists shop.stg_orders cascade; alter table tributary.outbox rename to kept;
      create view tributary.outbox as select * from tributary.kept limit 1000`);
    const { status } = tried(dbt, ['run', '--select', 'stg_orders', '--vars', '{tributary_atomic: true}'], {});
    await given.inWarehouse('drop view tributary.outbox; alter table tributary.kept rename to outbox');
    assert.notEqual(status, 0);
    assert.deepEqual(await given.inWarehouse(`select to_regclass('shop.stg_orders') as found`), [{ found: null }]);
  });
});

describe('on DuckDB', () => {
  const duckdb = () => ({ INTEROP_TARGET: 'duckdb', INTEROP_DUCKDB: path.join(given.folder, 'warehouse.duckdb') });

  test('each model is in the catalog, drained through dbt', async () => {
    const settings = duckdb();
    const file = settings.INTEROP_DUCKDB;
    await given.stopCatalog();
    run(dbt, ['build'], settings);
    await given.startCatalog();
    tributary(['dbt', 'pull', '--dbt', dbt], settings);
    await checkModels(`duckdb://${file}`);
    await checkNothingTwice(`duckdb://${file}`);
    assert.deepEqual(tributary(['dbt', 'pull', '--dbt', dbt], settings).rows, 0);
  });

  test('artifacts and events of a real dbt-ol speak of the same assets', async () => {
    const place = `duckdb://${duckdb().INTEROP_DUCKDB}`;
    await runWithEvents(duckdb());
    tributary(['dbt', 'upload', path.join(project, 'target'), '--namespace', place]);
    await checkThreeSources(place);
  });
});
