// @ts-check
/// <reference lib="dom" />
// The lineage page in a browser: script sent, time until 586 assets are drawn, frames while panning them, requests.
//   npm run build && node bench/explorer.mjs
import { chromium } from '@playwright/test';

import { findChromium } from '../launcher/checks/chromium.mjs';
import { figure, quantile, startService } from './service.mjs';
import { startWeb } from './web.mjs';

const PERSON = { username: 'reader', displayName: 'Reader', role: 'ADMIN', password: 'a-long-bench-password' };
const NAMESPACE = 'postgres://bench.example:5432';
/** 1 + 9 + 72 + 504: nearly what one answer holds; more would arrive as counted groups. */
const FAN = [9, 8, 7];

const service = await startService();
const web = await startWeb(service.url);
const { executablePath, env } = await findChromium();
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ['--disable-gpu'] });
try {
  await ingest();
  const focus = await idOf('lineage.bench.root');
  const context = await browser.newContext({ baseURL: web.origin, viewport: { width: 1440, height: 900 } });
  await signIn(context.request);
  await measureLoad(context, `/lineage?focus=${focus}`);
  await measureLarge(context, `/lineage?focus=${focus}&down=3`);
} finally {
  await browser.close();
  await web.stop();
  await service.stop();
}

/** @param {import('@playwright/test').BrowserContext} context @param {string} address */
async function measureLoad(context, address) {
  const page = await context.newPage();
  let beforePaint = 0;
  let total = 0;
  let requests = 0;
  let isCanvas = false;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) requests++;
  });
  page.on('requestfinished', async (request) => {
    if (request.resourceType() !== 'script') return;
    const { responseBodySize } = await request.sizes();
    total += responseBodySize;
    const text = await (await request.response())?.text();
    if (text?.includes('cytoscape')) isCanvas = true;
    else beforePaint += responseBodySize;
  });
  await page.goto(address);
  await ready(page);
  await page.waitForLoadState('networkidle');
  figure('script of the lineage page, compressed, with the canvas', total / 1000, 'kB', 380);
  figure('… of it before the canvas is asked for', beforePaint / 1000, 'kB', null);
  if (!isCanvas) process.stdout.write('the canvas library was not seen arriving by itself\n');
  // Who is looking, whether there is such an asset and the first scene are asked for on the server.
  figure('requests of the API for one scene', requests + 3, '', 4);
  await page.close();
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} address
 */
async function measureLarge(context, address) {
  const drawn = [];
  const handedOver = [];
  for (let round = 0; round < 5; round++) {
    const page = await context.newPage();
    await page.addInitScript(noteFirstDrawing);
    await page.goto(address, { waitUntil: 'commit' });
    await ready(page);
    const times = await page.evaluate(sinceAnswer);
    drawn.push(times.drawn);
    handedOver.push(times.now);
    if (round === 4) await measurePan(page);
    await page.close();
  }
  figure('586 assets: cards and edges painted after the answer, median', quantile(drawn, 0.5), 'ms', 1000);
  figure('… the canvas, arriving later, has taken the edges over', quantile(handedOver, 0.5), 'ms', null);
}

/** Notes the first frame in which cards and edges stand in the page. Runs in the page, before it. */
function noteFirstDrawing() {
  const look = () => {
    if (document.querySelector('[data-testid="node"]') && document.querySelector('[data-testid="edge-layer"] path'))
      requestAnimationFrame(() => performance.mark('drawn'));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds since the last byte of the page: when the graph was drawn, and now. Runs in the page. */
function sinceAnswer() {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  const [mark] = performance.getEntriesByName('drawn');
  const end = navigation?.responseEnd ?? 0;
  return { drawn: Math.max(0, (mark?.startTime ?? NaN) - end), now: performance.now() - end };
}

/** @param {import('@playwright/test').Page} page */
async function measurePan(page) {
  const shown = await page.getByTestId('shown').textContent();
  for (const [name, zoom] of [
    ['as it opens', null],
    ['fitted', 'Fit everything'],
  ]) {
    if (zoom) await page.getByRole('button', { name: zoom }).click();
    await page.waitForTimeout(500);
    const { frames, cpu } = await withCpu(page, () => page.evaluate(pan));
    const live = Number(await page.getByTestId('canvas').getAttribute('data-live-nodes'));
    const mean = frames.reduce((sum, each) => sum + each, 0) / frames.length;
    figure(`frame while panning, ${name} (${shown}), mean`, mean, 'ms', 20);
    figure(`… of it work of the page, ${name}, mean`, cpu / frames.length, 'ms', null);
    figure(`frame while panning, ${name}, p95`, quantile(frames, 0.95), 'ms', null);
    figure(`nodes alive in the canvas, ${name}`, live, '', 600);
  }
}

/**
 * Frames of a movement and the milliseconds of processor time that the page's own thread spent on them: unlike the
 * frames, that does not depend on what else the machine does.
 *
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<number[]>} move
 */
async function withCpu(page, move) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await spent();
  const frames = await move();
  return { frames, cpu: (await spent()) - before };
}

/** Drags the ground for three seconds, one step each frame, and gives the times between frames. Runs in the page. */
async function pan() {
  const host = /** @type {HTMLElement} */ (document.querySelector('[data-testid="graph"]'));
  const box = host.getBoundingClientRect();
  const at = (/** @type {number} */ step) => ({
    pointerId: 1,
    bubbles: true,
    button: 0,
    buttons: 1,
    clientX: box.x + box.width / 2 + 240 * Math.sin(step / 24),
    clientY: box.y + 20 + 120 * Math.sin(step / 40),
  });
  host.setPointerCapture = () => undefined;
  host.dispatchEvent(new PointerEvent('pointerdown', at(0)));
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 1; step <= 180; step++) {
    host.dispatchEvent(new PointerEvent('pointermove', at(step)));
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  host.dispatchEvent(new PointerEvent('pointerup', at(180)));
  return frames;
}

/** @param {import('@playwright/test').Page} page */
async function ready(page) {
  await page.locator('[data-testid="graph"][data-ready="true"][data-canvas="true"]').waitFor();
}

/** Sends a dbt project shaped like a fan: ten models, ten for each of them, five for each of those. */
async function ingest() {
  const nodes = Object.fromEntries(models('root', [], 0).map((model) => [model.unique_id, model]));
  const version = 'https://schemas.getdbt.com/dbt/manifest/v12.json';
  const metadata = {
    dbt_schema_version: version,
    dbt_version: '1.9.0',
    adapter_type: 'postgres',
    project_name: 'bench',
  };
  const rest = { sources: {}, exposures: {}, metrics: {}, groups: {}, macros: {}, docs: {}, disabled: {} };
  const form = new FormData();
  form.set(
    'manifest',
    new Blob([JSON.stringify({ metadata, nodes, ...rest })], { type: 'application/json' }),
    'manifest.json',
  );
  const response = await fetch(`${service.url}/api/v1/ingest/dbt?namespace=${encodeURIComponent(NAMESPACE)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token}` },
    body: form,
  });
  const text = await response.text();
  if (!text.includes('PROCESSED')) throw new Error(text);
}

/**
 * @param {string} name
 * @param {string[]} parents
 * @param {number} depth
 */
function models(name, parents, depth) {
  const id = (/** @type {string} */ each) => `model.bench.${each}`;
  const own = {
    ...{ unique_id: id(name), resource_type: 'model', name, alias: name, package_name: 'bench', fqn: ['bench', name] },
    ...{ database: 'lineage', schema: 'bench', relation_name: `"lineage"."bench"."${name}"` },
    ...{ config: { materialized: 'table', enabled: true }, depends_on: { nodes: parents.map(id) } },
    ...{ columns: {}, tags: [], meta: {}, description: '' },
  };
  const children = Array.from({ length: FAN[depth] ?? 0 }, (_, i) => models(`${name}_${i}`, [name], depth + 1));
  return [own, ...children.flat()];
}

/** @param {string} name */
async function idOf(name) {
  const query = `query ($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { id } }`;
  const answer = /** @type {{ assetByName: { id: string } }} */ (
    await service.graphql(query, { namespace: NAMESPACE, name })
  );
  return answer.assetByName.id;
}

/** @param {import('@playwright/test').APIRequestContext} request */
async function signIn(request) {
  await service.graphql(`mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }`, {
    input: PERSON,
  });
  const { username, password } = PERSON;
  const response = await request.post('/api/v1/session', { data: { username, password } });
  if (!response.ok()) throw new Error(`Signing in answered ${response.status()}`);
}
