import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { plantChain, plantCycle } from './lineage-world';
import { LineagePage } from './lineage-page';

async function exported(page: Page, entry: string): Promise<Buffer> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return readFile(await (await waiting).path());
}

test('a cycle is drawn in a frame that says so', async ({ page }) => {
  const { focus } = await plantCycle();
  const lineage = new LineagePage(page);
  await lineage.open(focus, 'up=3&down=3');
  await expect(page.getByTestId('frame-cycle')).toHaveText('cycle (4)');
  await expect(page.getByTestId('node')).toHaveCount(5);
});

test('a filtered asset leaves a bridged edge that counts it', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('a'), 'down=3&type=TABLE,DASHBOARD');
  await expect(lineage.card(id('b'))).toHaveCount(0);
  await expect(page.getByTestId('footer')).toContainText('1 filtered out');
  const svg = (await exported(page, 'Picture, SVG')).toString();
  expect(svg).toContain('via 1 hidden');
  await page.getByRole('button', { name: /filtered out/ }).click();
  await expect(lineage.card(id('b'))).toBeVisible();
});

test('hiding takes one asset out, says so, and brings it back', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('a'), `down=3&sel=${id('b')}`);
  await page.getByTestId('details').getByRole('button', { name: 'Hide' }).click();
  await expect(lineage.card(id('b'))).toHaveCount(0);
  await page.getByRole('button', { name: /1 hidden/ }).click();
  await expect(lineage.card(id('b'))).toBeVisible();
});

test('SVG and PNG hold every asset, the legend and the moment; CSV has a line for each', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('b'), 'down=2&up=1');
  const names = await page.locator('[data-outline-node]').allInnerTexts();
  const svg = (await exported(page, 'Picture, SVG')).toString();
  const isWellFormed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg,
  );
  expect(isWellFormed).toBe(true);
  for (const name of names) expect(svg.split(`>${name}<`).length - 1).toBe(1);
  expect(svg).toMatch(/as of \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  expect(svg).toContain('no layer 4');
  const width = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
  const png = await exported(page, 'Picture, PNG at 2×');
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(Math.floor(2 * width));
  const csv = (await exported(page, 'Assets, CSV')).toString();
  expect(csv.trim().split('\r\n')).toHaveLength(1 + names.length);
});

test('outline and table list exactly what the graph draws', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('b'), 'down=2');
  const drawn = await lineage.ids();
  const outline = await page
    .locator('[data-outline-node]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-outline-node') ?? ''));
  expect(outline.sort()).toEqual(drawn);
  await expect(page.getByRole('treeitem').first()).toHaveAttribute('aria-level', '1');
  const rows = await (
    await lineage.showTable()
  ).evaluateAll((items) => items.map((item) => item.getAttribute('data-row') ?? ''));
  expect(rows.sort()).toEqual(drawn);
});

test('the legend counts sum to what is shown, and a click filters', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('a'), 'down=3&lens=owner');
  const counts = await page.getByTestId('legend').locator('button').allInnerTexts();
  expect(counts.map((text) => Number(/\d+$/.exec(text.trim())?.[0])).reduce((sum, count) => sum + count, 0)).toBe(4);
  await page.getByTestId('legend').getByRole('button', { name: /^one/ }).click();
  await expect(page).toHaveURL(/owner=one/);
  await lineage.settle();
  expect(await lineage.ids()).toEqual([id('a'), id('c')].sort());
});

test('an unknown focus is a 404 with a way on', async ({ page }) => {
  const response = await page.goto('/lineage?focus=01990000-0000-7000-8000-000000000000');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'Start from another asset' })).toBeVisible();
});

test('when the service fails the last graph stays, and Retry brings the answer', async ({ page }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('b'));
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: '{}' }));
  await lineage.handle(id('c'), 'down').click();
  await expect(page.getByTestId('retry')).toBeVisible();
  await expect(lineage.card(id('b'))).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByTestId('retry').click();
  await expect(lineage.card(id('d'))).toBeVisible();
});
