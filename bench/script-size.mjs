// @ts-check
// Script that each kind of page asks for until it is quiet, compressed, with an empty cache.
//   npm run build && node bench/script-size.mjs [--chunks]     --chunks: and which files those are
import { chromium } from '@playwright/test';

import { findChromium } from '../launcher/checks/chromium.mjs';
import { figure, startService } from './service.mjs';
import { startWeb } from './web.mjs';

const PERSON = { username: 'reader', displayName: 'Reader', role: 'ADMIN', password: 'a-long-bench-password' };
const NAMESPACE = 'postgres://bench.example:5432';
const CATALOG_PAGE = 230;
const LINEAGE_PAGE = 380;
const isDetailed = process.argv.includes('--chunks');

const service = await startService();
const web = await startWeb(service.url);
const { executablePath, env } = await findChromium();
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ['--disable-gpu'] });
try {
  const id = await givenTable();
  const session = await signIn();
  const table = `/assets/table/${encodeURIComponent(`${NAMESPACE};shop.public.orders`)}`;
  const pages = ['/', '/search', '/search?q=orders', ...tabs(table), `/impact?asset=${id}`, '/pipelines'];
  const governance = ['', '/violations', '/suggestions', '/access', '/policies'].map((each) => `/governance${each}`);
  for (const address of [...pages, ...governance, '/admin/ingestion', '/admin/people', '/explorer'])
    await measure(session, address, CATALOG_PAGE);
  await measure(session, `/lineage?focus=${id}`, LINEAGE_PAGE);
} finally {
  await browser.close();
  await web.stop();
  await service.stop();
}

/** @param {string} asset */
function tabs(asset) {
  return ['overview', 'columns', 'lineage', 'quality', 'policies', 'history', 'identity'].map(
    (tab) => `${asset}?tab=${tab}`,
  );
}

/**
 * @param {Awaited<ReturnType<typeof signIn>>} storageState
 * @param {string} address
 * @param {number} limit
 */
async function measure(storageState, address, limit) {
  const context = await browser.newContext({ baseURL: web.origin, storageState });
  const page = await context.newPage();
  /** @type {Promise<[string, number]>[]} */
  const scripts = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    scripts.push(request.sizes().then(({ responseBodySize }) => [request.url(), responseBodySize]));
  });
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}`);
  const sizes = (await Promise.all(scripts)).sort(([, a], [, b]) => b - a);
  figure(
    address.replace(/\/assets\/table\/[^?]+/, 'table '),
    sizes.reduce((sum, [, size]) => sum + size, 0) / 1000,
    'kB',
    limit,
  );
  if (isDetailed)
    for (const [url, size] of sizes) process.stdout.write(`    ${(size / 1000).toFixed(1)} ${url.split('/').at(-1)}\n`);
  await context.close();
}

/** A table with columns, classification and lineage, so that no tab is empty. */
async function givenTable() {
  const parent = await register('shop.public.raw');
  const assetId = await register('shop.public.orders');
  await service.graphql(`mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { __typename } }`, {
    input: {
      assetId,
      parentAssetIds: [parent],
      transformation: 'copy',
      columns: [{ column: 'id', parentAssetId: parent, parentColumn: 'id', kind: 'DIRECT' }],
    },
  });
  return assetId;
}

/** @param {string} name */
async function register(name) {
  const columns = [
    { name: 'id', type: 'int' },
    { name: 'email', type: 'text' },
  ];
  const answer = /** @type {{ registerAsset: { id: string } }} */ (
    await service.graphql(`mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }`, {
      input: { namespace: NAMESPACE, name, type: 'TABLE', description: 'Orders', columns },
    })
  );
  return answer.registerAsset.id;
}

async function signIn() {
  await service.graphql(`mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }`, {
    input: PERSON,
  });
  const context = await browser.newContext({ baseURL: web.origin });
  const { username, password } = PERSON;
  const response = await context.request.post('/api/v1/session', { data: { username, password } });
  if (!response.ok()) throw new Error(`Signing in answered ${response.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}
