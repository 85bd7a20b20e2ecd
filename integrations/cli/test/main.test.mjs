// @ts-check
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { after, test } from 'node:test';

import { main } from '../src/main.mjs';

/** @type {import('node:http').Server[]} */
const servers = [];
/** @type {string[]} */
const folders = [];
after(async () => {
  servers.forEach((server) => server.close());
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function givenFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-cli-'));
  folders.push(folder);
  return folder;
}

/**
 * A service that answers each request with the next of the given answers, the last one forever.
 *
 * @param {{ status: number, body: string }[]} answers
 */
async function givenService(...answers) {
  const requests =
    /** @type {{ method: string, url: string, headers: import('node:http').IncomingHttpHeaders, body: string }[]} */ ([]);
  const server = createServer((request, response) => {
    const pieces = /** @type {Buffer[]} */ ([]);
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(pieces).toString('utf8') });
      const { status, body } = answers[Math.min(requests.length, answers.length) - 1] ?? { status: 500, body: '' };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** @param {string[]} args */
async function run(...args) {
  const written = { out: '', err: '' };
  /** @param {'out' | 'err'} name */
  const stream = (name) =>
    new Writable({
      write(piece, _encoding, done) {
        written[name] += String(piece);
        done();
      },
    });
  const code = await main(args, {}, { out: stream('out'), err: stream('err') });
  return { code, ...written };
}

/** @param {unknown} data */
const ok = (data) => ({ status: 200, body: JSON.stringify({ data }) });

test('waits and tries again while the service is away', async () => {
  const found = { total: 0, totalIsExact: true, correctedQuery: null, hits: [] };
  const service = await givenService({ status: 503, body: '{}' }, ok({ search: found }));
  const result = await run('search', 'orders', '--json', '--url', service.url, '--token', 't');
  assert.equal(result.code, 0);
  assert.deepEqual(JSON.parse(result.out), found);
  assert.match(result.err, /not available; trying again in 0.5 s/);
  assert.equal(service.requests[1]?.headers.authorization, 'Bearer t');
});

test('tells refusal, missing rights and missing things apart by exit code', async () => {
  const codes = [];
  for (const code of ['INVALID', 'FORBIDDEN', 'NOT_FOUND']) {
    const errors = [{ message: `it is ${code}`, extensions: { code } }];
    const service = await givenService({ status: 200, body: JSON.stringify({ errors }) });
    codes.push((await run('search', 'x', '--url', service.url)).code);
  }
  assert.deepEqual(codes, [1, 4, 5]);
});

test('explains wrong usage', async () => {
  assert.deepEqual(
    await Promise.all([run('nothing'), run('export', 'all'), run('ingest', 'dbt', '/nowhere')]).then((results) =>
      results.map(({ code, err }) => [code, err.trim()]),
    ),
    [
      [2, 'tributary: Unknown command: nothing (see: tributary --help)'],
      [2, 'tributary: export: one of assets, edges, column-edges, gate-snapshot (see: tributary --help)'],
      [2, 'tributary: /nowhere/manifest.json is not there: run dbt first, or name its target folder'],
    ],
  );
});

test('sends every artifact of a target folder as one multipart body', async () => {
  const folder = await givenFolder();
  await writeFile(path.join(folder, 'manifest.json'), '{"nodes":{}}');
  await writeFile(path.join(folder, 'catalog.json.gz'), 'zipped');
  const service = await givenService({
    status: 202,
    body: JSON.stringify({ deliveryId: 'd1', status: 'PENDING', report: null }),
  });
  const result = await run('ingest', 'dbt', folder, '--namespace', 'postgres://h:5432', '--url', service.url);
  assert.deepEqual(
    [result.code, result.out],
    [0, 'Stored as delivery d1; it is processed as soon as the service can.\n'],
  );
  const [request] = service.requests;
  assert.equal(request?.url, '/api/v1/ingest/dbt?namespace=postgres%3A%2F%2Fh%3A5432');
  assert.match(request?.body ?? '', /name="manifest"[^]*\{"nodes":\{\}\}[^]*name="catalog"[^]*zipped/);
  assert.equal(Buffer.byteLength(request?.body ?? ''), Number(request?.headers['content-length']));
});

test('leaves no file behind when an export ends early', async () => {
  const folder = await givenFolder();
  const file = path.join(folder, 'edges.ndjson');
  const cut = await givenService({ status: 200, body: '{"upstream":{}}\n' });
  const broken = await run('export', 'edges', '-o', file, '--url', cut.url);
  assert.deepEqual([broken.code, await readdir(folder)], [1, []]);
  const whole = await givenService({ status: 200, body: '{"upstream":{}}\n{"complete":true,"count":1}\n' });
  const fine = await run('export', 'edges', '-o', file, '--url', whole.url);
  assert.deepEqual([fine.code, (await readFile(file, 'utf8')).split('\n').length], [0, 3]);
});

test('prints hostile names without steering the terminal', async () => {
  const asset = { id: '1', namespace: 'n', name: 'a\u001b[31mred\u0007', type: 'TABLE', owner: null };
  const service = await givenService(
    ok({ search: { total: 1, totalIsExact: true, correctedQuery: null, hits: [{ asset }] } }),
  );
  const { out } = await run('search', 'a', '--url', service.url);
  assert.ok(!out.includes('\u001b') && !out.includes('\u0007'));
});
