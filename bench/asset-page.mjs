// @ts-check
// The asset page as the server renders it, from a generated catalog: first byte and whole page; memory of both services.
//   npm run build && node bench/asset-page.mjs [assets]
import pg from 'pg';

import { loadGraph } from './load-graph.mjs';
import { figure, memoryOf, quantile, startService } from './service.mjs';
import { startWeb } from './web.mjs';

const ASSETS = Number(process.argv[2] ?? 100_000);
const [RANDOM, HUBS, ROUNDS] = [200, 20, 5];
const PERSON = { username: 'reader', displayName: 'Reader', role: 'VIEWER', password: 'a-long-bench-password' };

const service = await startService();
const web = await startWeb(service.url);
const client = new pg.Client(service.database);
try {
  figure('memory of backend and web when idle', memoryOf(service.pid).now + memoryOf(web.pid).now, 'MB', 500);
  const loaded = await loadGraph(service.database, ASSETS);
  await client.connect();
  process.stdout.write(`${loaded.assets} assets, ${loaded.edges} edges\n`);
  const cookie = await signIn();
  await measure('random assets', await addresses(`order by md5(id::text) limit ${RANDOM}`), 1, cookie);
  await measure('hubs', await addresses(`order by downstream_count desc limit ${HUBS}`), ROUNDS, cookie);
  figure('memory of backend and web afterwards', memoryOf(service.pid).now + memoryOf(web.pid).now, 'MB', null);
} finally {
  await client.end();
  await web.stop();
  await service.stop();
}

/** Pages by name; the address by id leads there. @param {string} order */
async function addresses(order) {
  const { rows } = await client.query(`select public_id from asset ${order}`);
  return rows.map((row) => `${web.origin}/assets/id/${row.public_id}`);
}

async function measure(name, pages, rounds, cookie) {
  const named = [];
  for (const page of pages) named.push(await placeOf(page, cookie)); // also warms what is warmed in daily use
  const first = /** @type {number[]} */ ([]);
  const whole = /** @type {number[]} */ ([]);
  for (let round = 0; round < rounds; round++) {
    for (const page of named) {
      const before = performance.now();
      const response = await fetch(page, { headers: { cookie }, redirect: 'manual' });
      first.push(performance.now() - before);
      const text = await response.text();
      whole.push(performance.now() - before);
      if (response.status !== 200 || !text.includes('</html>')) throw new Error(`${page} answered ${response.status}`);
    }
  }
  for (const [part, taken, limit] of /** @type {const} */ ([
    ['first byte', first, null],
    ['whole page', whole, 150],
  ])) {
    figure(`${name}: ${part} p50`, quantile(taken, 0.5), 'ms', null);
    figure(`${name}: ${part} p95`, quantile(taken, 0.95), 'ms', limit);
  }
}

async function placeOf(page, cookie) {
  const response = await fetch(page, { headers: { cookie }, redirect: 'manual' });
  const location = response.headers.get('location');
  await response.arrayBuffer();
  return location === null ? page : new URL(location, page).href;
}

/** @returns {Promise<string>} the session's cookie */
async function signIn() {
  await service.graphql(`mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }`, {
    input: PERSON,
  });
  const { username, password } = PERSON;
  const response = await fetch(`${web.origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: web.origin },
    body: JSON.stringify({ username, password }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || cookie === undefined) throw new Error(`Signing in answered ${response.status}`);
  return cookie.split(';')[0] ?? '';
}
