// @ts-check
// A real Airflow with its OpenLineage provider runs the standard's four tasks; no more is configured than where to send.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstallation } from './installation.mjs';
import { pythonPrograms } from './python-env.mjs';

const DAGS = path.join(import.meta.dirname, 'fixtures/airflow');
const DAG = 'customer_data_pipeline';

/** @type {import('./installation.mjs').Installation} */
let given;
before(async () => {
  const airflow = path.join(pythonPrograms('airflow-requirements.txt'), 'airflow');
  given = await startInstallation();
  run(airflow, ['db', 'migrate']);
  run(airflow, ['dags', 'test', DAG, '2026-11-01']);
  await given.settle();
});
after(() => given.stop());

/**
 * @param {string} airflow
 * @param {string[]} args
 */
function run(airflow, args) {
  const auth = { type: 'api_key', apiKey: given.token };
  const env = {
    ...process.env,
    AIRFLOW_HOME: path.join(given.folder, 'airflow'),
    AIRFLOW__CORE__DAGS_FOLDER: DAGS,
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW__OPENLINEAGE__NAMESPACE: 'night',
    AIRFLOW__OPENLINEAGE__TRANSPORT: JSON.stringify({ type: 'http', url: given.url, auth }),
    PATH: `${path.dirname(airflow)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const { status, stdout, stderr } = spawnSync(airflow, args, { env, encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(status, 0, `airflow ${args.join(' ')}\n${stdout}\n${stderr}`);
}

/** @typedef {{ name: string }} Named */

test('the DAG and its tasks are jobs with a run each, in their order of work', async () => {
  /** @type {{ jobByName: { children: Named[], controlEdges: { upstream: Named, downstream: Named }[], recentRuns: { state: string, children: { state: string, job: Named }[] }[] } }} */
  const { jobByName } = await given.graphql(`{ jobByName(namespace: "night", name: "${DAG}") {
    children { name } controlEdges { upstream { name } downstream { name } }
    recentRuns { state children { state job { name } } } } }`);
  const tasks = ['extract_customer_data', 'validate_data_quality', 'transform_data', 'load_to_warehouse'];
  const names = tasks.map((task) => `${DAG}.${task}`);
  assert.deepEqual(jobByName.children.map(({ name }) => name).sort(), names.toSorted());
  const order = jobByName.controlEdges.map(({ upstream, downstream }) => `${upstream.name} → ${downstream.name}`);
  assert.deepEqual(
    order.sort(),
    names
      .slice(1)
      .map((name, index) => `${names[index]} → ${name}`)
      .sort(),
  );
  assert.deepEqual(
    jobByName.recentRuns.map(({ state, children }) => [state, children.map((child) => child.state)]),
    [['COMPLETED', names.map(() => 'COMPLETED')]],
  );
});

test('what the tasks read and wrote is lineage, along the data and not along the order of work', async () => {
  /** @type {{ assetByName: { id: string, lastWrittenBy: { job: Named } | null } }} */
  const { assetByName } = await given.graphql(`{ assetByName(namespace: "postgres://airflow.internal:5432",
    name: "shop.public.dim_customer") { id lastWrittenBy { job { name } } } }`);
  assert.equal(assetByName.lastWrittenBy?.job.name, `${DAG}.load_to_warehouse`);
  /** @type {{ lineage: { nodes: { distance: number, asset: Named }[] } }} */
  const { lineage } = await given.graphql(
    'query ($id: ID!) { lineage(assetId: $id, direction: UPSTREAM, depth: 9) { nodes { distance asset { name } } } }',
    { id: assetByName.id },
  );
  assert.deepEqual(
    lineage.nodes
      .toSorted((a, b) => a.distance - b.distance)
      .map(({ asset }) => asset.name.replace('shop.public.', '')),
    ['dim_customer', 'customer_models', 'extracted', 'customers'],
  );
});
