// @ts-check
// Policies on a large catalog: evaluating everything, trying one policy, the list of violations, and how soon an ingest
// of 100 assets is followed by classification and violations.
//   npm run build -w backend && node bench/policies.mjs [assets]
// DATABASE_URL names a database that load-columns.mjs filled; without it one is made.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

import { openWorld } from './governance-world.mjs';
import { figure, quantile, startBackend } from './service.mjs';

const require = createRequire(import.meta.url);
const dist = new URL('../backend/dist', import.meta.url).pathname;
const { propagate } = require(`${dist}/governance/store/classification/propagate`);
const { EvaluationService } = require(`${dist}/governance/policy/evaluation.service`);
const { PackService } = require(`${dist}/governance/policy/pack.service`);
const { insertPolicy } = require(`${dist}/governance/store/policy/policies`);
const { readPolicyOrRefuse } = require(`${dist}/governance/policy-language/read-policy`);

const [POLICIES, INGESTS, TOUCHED, ASKED] = [20, 8, 100, 200];
const TYPES = ['table', 'view', 'dashboard'];
const DEMANDS = [
  'owner: true',
  'description: true',
  'encryption: true',
  'accessLogging: true',
  'regions: { allow: [us-east-1, us-west-2] }',
  'retention: { mode: max, days: 3000 }',
];

const EFFECTS = ['classification', 'policy-evaluation'];

const world = await openWorld(Number(process.argv[2] ?? 100_000));
try {
  process.stdout.write(`${JSON.stringify(world.size)}\n`);
  const scale = Math.max(1, world.size.assets / 100_000);
  await world.db.transaction((tx) => propagate(tx, null));
  await installPolicies();
  const evaluations = new EvaluationService(world.db);
  const taken = await timed(() => evaluations.evaluateIfDue());
  await world.db.query('update policy_state set wanted = wanted + 1');
  const again = await timed(() => evaluations.evaluateIfDue());
  const [{ violations }] = await world.db.query('select count(*)::int as violations from violation');
  figure('violations found', violations, '', null);
  figure(`${POLICIES} policies, everything, first time`, taken / 1000, 's', 20 * scale);
  figure(`${POLICIES} policies, everything, nothing differs`, again / 1000, 's', 20 * scale);
  await world.db.query('vacuum analyze');
  await askService(scale);
} finally {
  await world.close();
}

/** The standard's own, and made ones that look at many assets. */
async function installPolicies() {
  await new PackService(world.db.manager).install();
  const [{ known }] = await world.db.query('select count(*)::int as known from policy');
  for (let number = known; number < POLICIES; number++) {
    const yaml = policyText(`made-${number}`, TYPES[number % TYPES.length], DEMANDS[number % DEMANDS.length]);
    await world.db.transaction((tx) =>
      insertPolicy(tx, { policy: readPolicyOrRefuse(yaml), yaml, hash: yaml, author: 'system', isShipped: false }),
    );
  }
  await world.db.query(`update policy set active_version = latest_version where name like 'made-%'`);
  await world.db.query('update policy_state set wanted = wanted + 1');
}

/** @param {string} name @param {string | undefined} type @param {string | undefined} demand */
function policyText(name, type, demand) {
  return `apiVersion: tributary/v1
kind: Policy
metadata: { name: ${name}, title: Made policy ${name} }
spec:
  mode: warn
  priority: 10
  match: { assetType: [${type}] }
  require: { ${demand} }
  violation: { severity: warning }
`;
}

/** @param {number} scale */
async function askService(scale) {
  await readEverything();
  const service = await startBackend(world.database);
  try {
    const yaml = policyText('tried', 'table', 'encryption: true');
    const preview = `query ($yaml: String!) { previewPolicy(yaml: $yaml) { added complete } }`;
    const tried = await several(3, () => service.graphql(preview, { yaml }));
    figure('dry run of one policy', Math.min(...tried) / 1000, 's', 2 * scale);
    const pii = policyText('tried', 'table', 'encryption: true').replace(
      'assetType: [table]',
      'classification: { category: PII }',
    );
    figure(
      'dry run, what is personal',
      Math.min(...(await several(3, () => service.graphql(preview, { yaml: pii })))) / 1000,
      's',
      2 * scale,
    );
    await askLists(service);
    await ingestSeveral(service);
  } finally {
    await service.stop();
  }
}

/** @param {{ graphql: (query: string, variables?: Record<string, unknown>) => Promise<unknown> }} service */
async function askLists(service) {
  const list = `query ($filter: ViolationFilter, $first: Int!) { violations(filter: $filter, first: $first) {
    total nodes { id policy status severity message asset { id name } column } } }`;
  const filters = [{}, { status: ['OPEN'] }, { severity: ['error'] }, { policy: ['de-pii'] }, { owner: ['team-3'] }];
  for (const filter of filters) await several(3, () => service.graphql(list, { filter, first: 50 }));
  let place = 0;
  const lists = await several(ASKED, () =>
    service.graphql(list, { filter: filters[place++ % filters.length], first: 50 }),
  );
  figure('violations, a page of 50: p50', quantile(lists, 0.5), 'ms', null);
  figure('violations, a page of 50: p95', quantile(lists, 0.95), 'ms', 60);
  const inbox = `{ governanceInbox { unassignedViolations openSuggestions waiversToDecide policiesToDecide } }`;
  const inboxes = await several(ASKED / 4, () => service.graphql(inbox));
  figure('inbox: p95', quantile(inboxes, 0.95), 'ms', 60);
}

/** @param {{ url: string, token: string }} service */
async function ingestSeveral(service) {
  const behind = /** @type {number[]} */ ([]);
  const rows = await world.db.query(`select name from asset where layer = 'source' order by id limit $1`, [TOUCHED]);
  const names = rows.map(({ name }) => name);
  for (let round = 0; round < INGESTS; round++) {
    const body = new FormData();
    body.set('manifest', new Blob([JSON.stringify(manifestOf(names, round))]), 'manifest.json');
    const response = await fetch(`${service.url}/api/v1/ingest/dbt?namespace=postgres://bench:5432`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.token}` },
      body,
    });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
    behind.push(await timed(caughtUp));
    await setTimeout(200);
  }
  figure(`after an ingest of ${TOUCHED} assets: current, p50`, quantile(behind.slice(1), 0.5), 'ms', 300);
  figure(`after an ingest of ${TOUCHED} assets: current, worst`, Math.max(...behind.slice(1)), 'ms', null);
}

/** What was evaluated above is not read again when the service starts. */
async function readEverything() {
  await world.db.query(
    `insert into effect_progress (name, seq)
     select name, coalesce((select max(seq) from change_log), 0) from unnest($1::text[]) as name
     on conflict (name) do update set seq = excluded.seq`,
    [[...EFFECTS, 'suggestions-1', 'sql-lineage']],
  );
}

/** Until classification and violations follow from all that is committed, and from one another. */
async function caughtUp() {
  for (;;) {
    const [{ behind }] = await world.db.query(
      `select count(*)::int as behind from effect_progress
        where name = any ($1) and seq < (select max(seq) from change_log where name <> 'classification' or operation <> 'CLASSIFIED')`,
      [EFFECTS],
    );
    if (behind === 0) return;
    await setTimeout(2);
  }
}

/** @param {number} count @param {() => Promise<unknown>} work @returns {Promise<number[]>} milliseconds each */
async function several(count, work) {
  const taken = /** @type {number[]} */ ([]);
  for (let time = 0; time < count; time++) taken.push(await timed(work));
  return taken;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** A project of such sources, one column of each personal in every second round. @param {string[]} names @param {number} round */
function manifestOf(names, round) {
  const meta = round % 2 === 0 ? { contains_pii: true } : {};
  const sources = names.map((full) => sourceOf(full, `Round ${round}`, meta));
  const metadata = {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
    dbt_version: '1.11.11',
    project_name: 'touching',
    adapter_type: 'postgres',
    generated_at: new Date(Date.now() + round * 1000).toISOString(),
    invocation_id: crypto.randomUUID(),
    env: {},
  };
  const empty = [
    'nodes',
    'macros',
    'docs',
    'exposures',
    'metrics',
    'groups',
    'selectors',
    'disabled',
    'parent_map',
    'child_map',
  ];
  return {
    metadata,
    sources: Object.fromEntries(sources.map((source) => [source.unique_id, source])),
    ...Object.fromEntries(empty.map((part) => [part, {}])),
  };
}

/** @param {string} full @param {string} description @param {Record<string, unknown>} meta */
function sourceOf(full, description, meta) {
  const [database, schema, name] = full.split('.');
  return {
    ...{ unique_id: `source.bench.${schema}.${name}`, resource_type: 'source', package_name: 'bench', fqn: [] },
    ...{ database, schema, name, identifier: name, source_name: schema, description, meta: {}, tags: [], config: {} },
    columns: { email: { name: 'email', data_type: 'text', meta, tags: [] } },
  };
}
