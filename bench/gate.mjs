// @ts-check
// The gate on a large catalog: a manifest of 1,000 models, one in ten of them changed, through the service and offline,
// with what each phase takes.
//   npm run build -w backend && npm run build -w integrations/cli && node bench/gate.mjs [assets] [models]
// DATABASE_URL names a database that load-columns.mjs filled; without it one is made.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { openWorld } from './governance-world.mjs';
import { figure, startBackend } from './service.mjs';

const require = createRequire(import.meta.url);
const dist = new URL('../backend/dist', import.meta.url).pathname;
const { propagate } = require(`${dist}/governance/store/classification/propagate`);
const { PackService } = require(`${dist}/governance/policy/pack.service`);

const NAMESPACE = 'postgres://bench:5432';
const COMMAND = fileURLToPath(new URL('../integrations/cli/bin/tributary.mjs', import.meta.url));
const GENERATOR = fileURLToPath(new URL('generate/manifest.mjs', import.meta.url));
const EFFECTS = ['classification', 'policy-evaluation', 'suggestions-1', 'sql-lineage'];
const [assets = 100_000, models = 1_000] = process.argv.slice(2).map(Number);
const LIMIT = 10 * Math.max(1, models / 1_000);

const folder = mkdtempSync(path.join(tmpdir(), 'tributary-bench-gate-'));
const file = (/** @type {string} */ name) => path.join(folder, name);
const world = await openWorld(assets);
try {
  process.stdout.write(`${JSON.stringify(world.size)}, ${models} models\n`);
  await world.db.transaction((tx) => propagate(tx, null));
  await new PackService(world.db.manager).install();
  const manifest = await made();
  await world.db.query(
    `insert into effect_progress (name, seq)
     select name, coalesce((select max(seq) from change_log), 0) from unnest($1::text[]) as name
     on conflict (name) do update set seq = excluded.seq`,
    [EFFECTS],
  );
  await world.db.query('vacuum analyze');
  const service = await startBackend(world.database);
  try {
    await ask(service, manifest);
  } finally {
    await service.stop();
  }
} finally {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {{ url: string, token: string }} service @param {Manifest} manifest */
async function ask(service, manifest) {
  const environment = { ...process.env, TRIBUTARY_URL: service.url, TRIBUTARY_TOKEN: service.token };
  writeFileSync(file('manifest.json'), JSON.stringify(manifest));
  const today = await timed(() =>
    run(
      ['ingest', 'file', file('manifest.json'), '--connector', 'dbt', '--param', `namespace=${NAMESPACE}`],
      environment,
    ),
  );
  figure('the project comes in', today / 1000, 's', null);
  await settled();
  writeFileSync(file('tomorrow.json'), JSON.stringify(changed(manifest)));
  const gate = [
    'gate',
    'dbt',
    '--manifest',
    file('tomorrow.json'),
    '--namespace',
    NAMESPACE,
    '--fail-on',
    'never',
    '--json',
  ];
  const answers = /** @type {string[]} */ ([]);
  const online = await timed(async () => answers.push(await run(gate, environment)));
  shown('through the service', online, answers.at(-1));
  const exported = await timed(() => run(['export', 'gate-snapshot', '-o', file('catalog.gz')], environment));
  figure('export of the snapshot', exported / 1000, 's', null);
  figure('its size', statSync(file('catalog.gz')).size / 1e6, 'MB', null);
  const offline = await timed(async () =>
    answers.push(await run([...gate, '--offline', file('catalog.gz')], environment)),
  );
  shown('offline', offline, answers.at(-1));
  const [first, second] = answers.map(withoutTimes);
  figure('differences between the two', first === second ? 0 : 1, '', 0);
}

/** @param {string} how @param {number} taken milliseconds @param {string | undefined} answer */
function shown(how, taken, answer = '{}') {
  const { phases, findings, omitted, errors } = JSON.parse(answer);
  figure(`gate ${how}`, taken / 1000, 's', LIMIT);
  for (const [phase, ms] of Object.entries(phases)) figure(`  ${phase}: share`, (100 * ms) / taken, '%', null);
  process.stdout.write(`  ${findings.length + omitted} findings, ${errors} errors\n`);
}

/** @param {string} answer */
function withoutTimes(answer) {
  return JSON.stringify({ ...JSON.parse(answer), durationMs: 0, phases: {} });
}

/** A project whose sources are assets of the catalog. */
async function made() {
  const { stdout } = spawnSync(
    process.execPath,
    [GENERATOR, '--models', String(models), '--columns', '15', '--tests', String(2 * models)],
    {
      maxBuffer: 1e9,
      encoding: 'utf8',
    },
  );
  const sources = Object.values(JSON.parse(stdout).sources);
  const rows = await world.db.query(`select name from asset where layer = 'source' order by id limit $1`, [
    sources.length,
  ]);
  let text = stdout;
  for (const [index, { name }] of sources.entries()) {
    const [database, schema, table] = String(rows[index]?.name).split('.');
    text = text.replaceAll(`\\"shop\\".\\"main\\".\\"${name}\\"`, `\\"${database}\\".\\"${schema}\\".\\"${table}\\"`);
  }
  const manifest = JSON.parse(text);
  for (const [index, source] of Object.values(manifest.sources).entries()) {
    const [database, schema, identifier] = String(rows[index]?.name).split('.');
    Object.assign(source, {
      database,
      schema,
      identifier,
      relation_name: `"${database}"."${schema}"."${identifier}"`,
      columns: {},
    });
  }
  return manifest;
}

/**
 * @typedef {{ resource_type: string, columns: Record<string, { data_type: string }>, compiled_code: string }} ManifestNode
 * @typedef {{ nodes: Record<string, ManifestNode>, sources: Record<string, object> }} Manifest
 */

/** In one model of ten a column goes, and one becomes of another type. @param {Manifest} manifest */
function changed(manifest) {
  const tomorrow = structuredClone(manifest);
  for (const [index, node] of Object.values(tomorrow.nodes).entries()) {
    if (node.resource_type !== 'model' || index % 10 !== 0) continue;
    delete node.columns['c14'];
    if (node.columns['c3']) node.columns['c3'].data_type = 'text';
    node.compiled_code = node.compiled_code.replace(/,\n {4}coalesce\(source\.c14, 0\) as c14/, '');
  }
  return tomorrow;
}

/** Until what was ingested is read, classified and evaluated. */
async function settled() {
  for (let quiet = 0; quiet < 10;) {
    const [{ waiting }] = await world.db.query(
      `select (select count(*) from sql_queue)::int
            + (select count(*) from effect_progress where seq < (select max(seq) from change_log))::int as waiting`,
    );
    quiet = waiting === 0 ? quiet + 1 : 0;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<string>} what it says */
function run(args, env) {
  const child = spawn(process.execPath, [COMMAND, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const pieces = /** @type {Buffer[]} */ ([]);
  child.stdout.on('data', (piece) => pieces.push(piece));
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      const text = Buffer.concat(pieces).toString('utf8');
      if (code === 0) done(text);
      else fail(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}: ${text}`));
    });
  });
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
