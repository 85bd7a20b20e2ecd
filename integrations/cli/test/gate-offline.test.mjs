// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

const HERE = import.meta.dirname;
const COMMAND = path.resolve(HERE, '../bin/tributary.mjs');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tributary-gate-'));
const snapshot = path.join(folder, 'catalog.gz');
const manifest = path.join(folder, 'manifest.json');

const migrations = readdirSync(path.resolve(HERE, '../../../migrations'))
  .filter((name) => name.endsWith('.up.sql'))
  .sort();
/** Of an empty catalog, with one column that is PII. */
const CATALOG = [
  {
    kind: 'tributary-gate-snapshot',
    version: 1,
    migrations: migrations.length,
    newest: migrations.at(-1)?.replace('.up.sql', ''),
    takenAt: new Date().toISOString(),
    auditSealedAt: null,
  },
  { table: 'namespace', columns: 'id, name, platform' },
  '1\tpostgres://db:5432\tpostgres\n\\.',
  { table: 'source', columns: 'id, kind, name, label' },
  '1\ttoken\tana\tana\n\\.',
  { table: 'asset', columns: 'id, namespace_id, name, display_name, type, status, platform' },
  '1\t1\tdb.raw.users\tusers\tTABLE\tACTIVE\tpostgres\n\\.',
  { table: 'asset_identifier', columns: 'namespace_id, name, asset_id, role, reason, raw_namespace, raw_name' },
  '1\tdb.raw.users\t1\tPRIMARY\texact\tpostgres://db:5432\tdb.raw.users\n\\.',
  { table: 'asset_column', columns: 'id, asset_id, path, ordinal, type, class_level, class_categories' },
  '1\t1\tphone\t1\ttext\t3\t{PII}\n\\.',
  { table: 'assertion', columns: 'id, source_id, key, asset_id, facts, hash, observed_at' },
  '1\t1\tusers\t1\t{"type":"TABLE","columns":[{"path":"phone","type":"text","classification":{"categories":["PII"]}}]}\th\t2026-01-01\n\\.',
  { complete: true },
];
const table = { database: 'db', resource_type: 'model', package_name: 'shop' };
const MANIFEST = {
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
    generated_at: '2026-11-01T00:00:00Z',
    project_name: 'shop',
    adapter_type: 'postgres',
  },
  nodes: {
    'model.shop.facts': {
      ...table,
      ...{ schema: 'mart', name: 'facts', alias: 'facts', relation_name: '"db"."mart"."facts"' },
      config: { materialized: 'table' },
      compiled_code: 'select phone as number from "db"."raw"."users"',
      depends_on: { nodes: ['source.shop.raw.users'] },
    },
  },
  sources: {
    'source.shop.raw.users': {
      ...table,
      ...{ schema: 'raw', name: 'users', identifier: 'users', source_name: 'raw', relation_name: '"db"."raw"."users"' },
      resource_type: 'source',
    },
  },
};

before(() => {
  // Refuses a bundle that holds more of the service than the gate.
  const { status, stderr } = spawnSync(process.execPath, [path.resolve(HERE, '../build/engine.mjs')]);
  assert.equal(status, 0, String(stderr));
  const lines = CATALOG.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(snapshot, gzipSync(`${lines.join('\n')}\n`));
  writeFileSync(manifest, JSON.stringify(MANIFEST));
});
after(() => rmSync(folder, { recursive: true }));

/** @param {string} file */
const gate = (file) =>
  spawnSync(
    process.execPath,
    [COMMAND, 'gate', 'dbt', '--offline', file, '--manifest', manifest, '--namespace', 'postgres://db:5432', '--json'],
    { encoding: 'utf8', env: { ...process.env, TRIBUTARY_URL: 'http://127.0.0.1:9' } },
  );

test('the engine that is packed with the command looks at a manifest without a service', () => {
  const { status, stdout, stderr } = gate(snapshot);
  assert.equal(status, 0, stderr);
  const { findings, counts } = JSON.parse(stdout);
  assert.equal(counts.modelsAdded, 2);
  assert.deepEqual(
    findings.map((/** @type {{ message: string }} */ one) => one.message),
    ['Column number of db.mart.facts becomes PII'],
  );
});

test('a snapshot that is not there is named', () => {
  const { status, stdout } = gate(path.join(folder, 'none.gz'));
  assert.equal(status, 2);
  assert.match(JSON.parse(stdout).error, /none\.gz is not there: make one with tributary export gate-snapshot/);
});
