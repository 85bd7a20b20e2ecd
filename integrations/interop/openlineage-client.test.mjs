// @ts-check
// The real openlineage-python client: its transports, its compression, and its retries against an endpoint that fails.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstallation } from './installation.mjs';
import { pythonPrograms } from './python-env.mjs';

const SCRIPT = path.join(import.meta.dirname, 'fixtures/openlineage_client.py');
const NAMESPACE = 'postgres://client.internal:5432';

/** @type {import('./installation.mjs').Installation} */
let given;
before(async () => {
  given = await startInstallation();
});
after(() => given.stop());

/**
 * @param {object} transport
 * @param {string} job
 * @param {number} runs
 */
async function emit(transport, job, runs) {
  const python = process.env['INTEROP_PYTHON'] ?? path.join(pythonPrograms('dbt-requirements.txt'), 'python');
  const auth = { type: 'api_key', apiKey: given.token };
  const config = JSON.stringify({ url: given.url, auth, ...transport });
  const child = spawn(python, [SCRIPT, config, job, String(runs)], { stdio: ['ignore', 'inherit', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(code, 0, complaints);
}

const TARGET = `query ($name: String!) { assetByName(namespace: "${NAMESPACE}", name: $name) { id columns { name type } } }`;
const COLUMN = `query ($id: ID!) { columnLineage(assetId: $id, column: "total", direction: UPSTREAM, depth: 1) {
  nodes { column distance asset { name } } } }`;

/**
 * What the catalog says of a job that ran.
 *
 * @param {string} job
 * @param {number} runs
 */
async function check(job, runs) {
  await given.settle();
  const { rows } = await given.inCatalog(
    `select run.state, run.event_count, run.rows_written::int as rows from run join job on job.id = run.job_id where job.name = $1`,
    [job],
  );
  assert.deepEqual(
    rows,
    Array.from({ length: runs }, () => ({ state: 'COMPLETED', event_count: 2, rows: 7 })),
  );
  /** @type {{ assetByName: { id: string, columns: { name: string }[] } | null }} */
  const { assetByName } = await given.graphql(TARGET, { name: `shop.public.${job}_out` });
  assert.deepEqual(
    assetByName?.columns.map(({ name }) => name),
    ['id', 'total'],
  );
  /** @type {{ columnLineage: { nodes: { column: string, distance: number, asset: { name: string } }[] } }} */
  const { columnLineage } = await given.graphql(COLUMN, { id: assetByName?.id });
  const upstream = columnLineage.nodes.filter(({ distance }) => distance === 1);
  assert.deepEqual(
    upstream.map(({ column, asset }) => [asset.name, column]),
    [[`shop.public.${job}_in`, 'total']],
  );
}

test('the HTTP transport', async () => {
  await emit({ type: 'http' }, 'plain', 2);
  await check('plain', 2);
});

test('the HTTP transport with gzip', async () => {
  await emit({ type: 'http', compression: 'gzip' }, 'gzip', 2);
  await check('gzip', 2);
});

test('the asynchronous HTTP transport', async () => {
  await emit({ type: 'async_http' }, 'async', 50);
  await check('async', 50);
});

/**
 * An endpoint that fails the first times, in each of the ways that clients try again, then passes on.
 *
 * @param {number} failures
 * @returns {Promise<{ url: string, failed: () => number, close: () => void }>}
 */
async function flaky(failures) {
  let failed = 0;
  const server = http.createServer((request, response) => {
    const pass = () => {
      const { method, headers, url } = request;
      const onward = http.request(new URL(url ?? '', given.url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    };
    if (failed >= failures) return pass();
    failed += 1;
    request.resume();
    // The last one gives no answer at all.
    if (failed === failures) return request.socket.destroy();
    return response.writeHead(503, { 'retry-after': '1' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, failed: () => failed, close: () => server.close() };
}

for (const type of ['http', 'async_http']) {
  test(`retries of ${type} against an endpoint that fails first`, async () => {
    const endpoint = await flaky(3);
    try {
      await emit({ type, url: endpoint.url }, `retried_${type}`, 1);
      assert.equal(endpoint.failed(), 3);
      await check(`retried_${type}`, 1);
    } finally {
      endpoint.close();
    }
  });
}

test('an event that is sent again counts once', async () => {
  const { rows: before } = await given.inCatalog('select count(*)::int as count from pipeline_event', []);
  const { rows } = await given.inCatalog('select bytes from event_inbox', []);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${given.token}` };
  for (const { bytes } of rows.slice(0, 20)) {
    const answer = await fetch(`${given.url}/api/v1/lineage`, { method: 'POST', headers, body: String(bytes) });
    assert.equal(answer.status, 201);
  }
  await given.settle();
  const { rows: now } = await given.inCatalog('select count(*)::int as count from pipeline_event', []);
  assert.deepEqual(now, before);
});
