// @ts-check
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { after, before, test } from 'node:test';

import { main } from '../src/main.mjs';
import { parcelsOf } from '../src/outbox/rows.mjs';

/** @type {string} */
let folder;
/** @type {import('node:http').Server} */
let server;
/** @type {{ url: string, body: string }[]} */
let requests = [];
let answer = { status: 200, body: '{"deliveryId":"d1","status":"PROCESSED"}' };

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tributary-outbox-'));
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text) => (body += text));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
});
after(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** @param {object} more */
const row = (more = {}) => ({
  ...{ id: 1, namespace: 'postgres://db:5432', project: 'shop', invocation_id: 'i', unique_id: 'model.shop.a' },
  ...{ kind: 'node', part: 1, parts: 1, payload: '{"v":1}', created_at: '2026-01-01' },
  ...more,
});

/**
 * A dbt that prints these rows and writes down how it was called.
 *
 * @param {object[]} rows
 */
async function givenDbt(...rows) {
  const program = path.join(folder, `dbt-${Math.random().toString(36).slice(2)}`);
  const lines = ['Running with dbt=1.12', ...rows.map((one) => JSON.stringify(one)), '{"not": "a row"}'].join('\n');
  const script = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(`${program}.calls`)}, JSON.stringify(process.argv.slice(2)) + '\\n');
if (process.argv.includes('tributary.print_outbox')) console.log(${JSON.stringify(lines)});`;
  await writeFile(program, script);
  await chmod(program, 0o755);
  const calls = async () =>
    (await readFile(`${program}.calls`, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { program, calls };
}

/** @param {string[]} args */
async function run(...args) {
  requests = [];
  let out = '';
  const stream = new Writable({
    write(piece, _encoding, done) {
      out += String(piece);
      done();
    },
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const code = await main(['--url', `http://127.0.0.1:${port}`, ...args], {}, { out: stream, err: stream });
  return { code, out };
}

test('drains a warehouse through dbt, and acknowledges what the catalog has stored', async () => {
  answer = { status: 202, body: '{"deliveryId":"d1","status":"PENDING"}' };
  const dbt = await givenDbt(row(), row({ id: 2, unique_id: 'model.shop.b' }));
  const { code, out } = await run('dbt', 'pull', '--dbt', dbt.program, '--', '--target', 'prod');
  assert.deepEqual([code, out.split('\n')[0]], [0, '2 rows sent and acknowledged']);
  assert.equal(requests[0]?.url, '/api/v1/ingest/dbt-outbox?namespace=postgres%3A%2F%2Fdb%3A5432');
  assert.equal(requests[0]?.body.trim().split('\n').length, 2);
  assert.deepEqual(
    (await dbt.calls()).map((call) => call.slice(3)),
    [
      ['tributary.print_outbox', '--args', '{"limit":500}', '--target', 'prod'],
      ['tributary.acknowledge_outbox', '--args', '{"ids":[1,2]}', '--target', 'prod'],
    ],
  );
});

test('acknowledges nothing that the catalog has not stored', async () => {
  answer = { status: 403, body: '{"error":{"code":"FORBIDDEN","message":"This token may not write"}}' };
  const dbt = await givenDbt(row());
  assert.equal((await run('dbt', 'pull', '--dbt', dbt.program)).code, 4);
  assert.equal((await dbt.calls()).length, 1);
});

test('does not send again what the catalog keeps as a dead letter, and says so', async () => {
  answer = { status: 400, body: '{"deliveryId":"d9","status":"DEAD","error":{"code":"INVALID","message":"no rows"}}' };
  const dbt = await givenDbt(row());
  const { code, out } = await run('dbt', 'pull', '--dbt', dbt.program);
  assert.deepEqual([code, /no rows\. Kept as delivery d9/.test(out)], [1, true]);
  assert.equal((await dbt.calls()).length, 2);
});

test('puts payloads together from their pieces, and leaves out those that are not all there', () => {
  const pieces = [1, 2, 3].map((part) => row({ id: part, part, parts: 3, payload: `p${part}` }));
  const [parcel, ...none] = parcelsOf(
    [pieces[2], pieces[0], pieces[1], pieces[1]].flatMap((one) => one ?? []),
    undefined,
  );
  assert.deepEqual([none, parcel?.ids, JSON.parse(parcel?.body ?? '').payload], [[], [3, 1, 2, 2], 'p1p2p3']);
  assert.deepEqual(parcelsOf(pieces.slice(1), undefined), []);
});

test('makes a parcel for each namespace, with the rows of an invocation together', () => {
  const rows = [row(), row({ id: 2, invocation_id: 'j' }), row({ id: 3 }), row({ id: 4, namespace: 'other' })];
  const parcels = parcelsOf(rows, undefined);
  assert.deepEqual(
    parcels.map(({ namespace, ids }) => [namespace, ids]),
    [
      ['postgres://db:5432', [1, 2, 3]],
      ['other', [4]],
    ],
  );
  const order = parcels[0]?.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).invocation_id);
  assert.deepEqual(order, ['i', 'i', 'j']);
  assert.equal(parcelsOf(rows, 'mine').length, 1);
});
