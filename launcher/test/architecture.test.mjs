// @ts-check
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const config = createRequire(import.meta.url)(path.join(ROOT, '.dependency-cruiser.cjs'));

/** One breach of every rule: [rule, importing file, imported file]. */
/** @type {[string, string, string][]} */
const PLANTED = [
  ['no-cycles', 'backend/src/shared/ring-back.ts', 'backend/src/shared/ring.ts'],
  ['shared-is-the-floor', 'backend/src/shared/up.ts', 'backend/src/database/index.ts'],
  ['database-knows-no-domain', 'backend/src/database/up.ts', 'backend/src/catalog/index.ts'],
  ['the-app-enters-by-the-front-door', 'backend/src/app.module.ts', 'backend/src/catalog/catalog.service.ts'],
  ['nobody-uses-the-app', 'backend/src/catalog/app.ts', 'backend/src/main.ts'],
  ['access-uses-only-its-neighbours', 'backend/src/access/up.ts', 'backend/src/catalog/index.ts'],
  ['catalog-uses-only-its-neighbours', 'backend/src/catalog/up.ts', 'backend/src/lineage/index.ts'],
  ['lineage-uses-only-its-neighbours', 'backend/src/lineage/inside.ts', 'backend/src/catalog/catalog.service.ts'],
  ['governance-uses-only-its-neighbours', 'backend/src/governance/beside.ts', 'backend/src/quality/index.ts'],
  ['quality-uses-only-its-neighbours', 'backend/src/quality/beside.ts', 'backend/src/lineage/index.ts'],
  ['pipelines-uses-only-its-neighbours', 'backend/src/pipelines/beside.ts', 'backend/src/quality/index.ts'],
  ['sql-knows-no-domain', 'backend/src/sql/up.ts', 'backend/src/catalog/index.ts'],
  ['sql-is-used-through-its-index', 'backend/src/ingestion/reaches.ts', 'backend/src/sql/analyze.ts'],
  ['the-sql-parser-stays-in-its-corner', 'backend/src/sql/elsewhere.ts', '@polyglot-sql/sdk'],
  ['contracts-uses-only-its-neighbours', 'backend/src/contracts/beside.ts', 'backend/src/lineage/index.ts'],
  ['ingestion-uses-only-its-neighbours', 'backend/src/ingestion/inside.ts', 'backend/src/catalog/catalog.service.ts'],
  ['domain-is-pure', 'backend/src/catalog/domain/impure.ts', 'typeorm'],
  ['store-is-called-never-calls', 'backend/src/catalog/store/calls.ts', 'backend/src/catalog/catalog.service.ts'],
  ['services-know-no-transport', 'backend/src/lineage/lineage.service.ts', 'backend/src/lineage/graphql/type.ts'],
  ['transport-knows-no-database', 'backend/src/catalog/http/reads.controller.ts', 'backend/src/catalog/store/row.ts'],
  ['transport-knows-no-database', 'backend/src/catalog/graphql/reads.resolver.ts', 'typeorm'],
  ['shared-knows-no-database', 'backend/src/shared/sql.ts', 'typeorm'],
  ['connectors-are-pure', 'backend/src/ingestion/connectors/dbt/impure.ts', 'backend/src/catalog/index.ts'],
  [
    'connectors-do-not-share',
    'backend/src/ingestion/connectors/dbt/map.ts',
    'backend/src/ingestion/connectors/avro/map.ts',
  ],
  [
    'the-outbox-speaks-dbt',
    'backend/src/ingestion/connectors/dbt-outbox/map.ts',
    'backend/src/ingestion/connectors/avro/map.ts',
  ],
  [
    'upsert-knows-only-the-patch',
    'backend/src/ingestion/upsert/peeks.ts',
    'backend/src/ingestion/connectors/avro/map.ts',
  ],
  ['features-do-not-meet', 'frontend/features/search/meets.ts', 'frontend/features/lineage/graph/graph.ts'],
  ['components-serve-features', 'frontend/components/up.ts', 'frontend/features/lineage/graph/graph.ts'],
  ['the-client-is-the-floor', 'frontend/graphql/up.ts', 'frontend/components/table.ts'],
  ['cytoscape-stays-in-its-corner', 'frontend/features/lineage/elsewhere.ts', 'cytoscape'],
  ['they-meet-in-the-schema', 'frontend/graphql/types.ts', 'backend/src/shared/errors.ts'],
  ['the-product-stands-alone', 'backend/src/shared/starts.ts', 'launcher/start.ts'],
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'tributary-architecture-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('every rule of the architecture fires on a breach', () => {
  plant();
  const cruise = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruise, 'backend', 'frontend', '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8' },
  );
  /** @type {{ rule: { name: string }, from: string }[]} */
  const violations = JSON.parse(stdout).summary.violations;
  const fired = violations.map(({ rule, from }) => `${rule.name} in ${from}`);
  const missed = PLANTED.map(([rule, from]) => `${rule} in ${from}`).filter((breach) => !fired.includes(breach));
  assert.deepEqual(missed, []);
});

test('no rule is without a planted breach', () => {
  const rules = config.forbidden.map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual([...new Set(PLANTED.map(([rule]) => rule))].sort(), rules.sort());
});

function plant() {
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const files = PLANTED.flatMap(([, from, to]) => [from, to]).filter(isOurs);
  for (const file of files) write(file, '');
  write('backend/src/shared/ring.ts', "import './ring-back';\n");
  for (const [, from, to] of PLANTED) write(from, `import '${specifier(from, to)}';\n`);
}

/** A file, not a package. @param {string} file */
const isOurs = (file) => file.endsWith('.ts');

/**
 * @param {string} from
 * @param {string} to a file of ours or the name of a package
 */
function specifier(from, to) {
  if (!isOurs(to)) return to;
  const target = path.relative(path.dirname(from), to.replace(/\.ts$/, ''));
  return target.startsWith('.') ? target : `./${target}`;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}
