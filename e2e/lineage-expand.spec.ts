import { expect, test } from '@playwright/test';
import { ask, plantFan, type Fan } from './lineage-world';
import { LineagePage } from './lineage-page';

test.describe.configure({ mode: 'default' });

let fan: Fan;
test.beforeAll(async () => {
  fan = await plantFan();
});

test('one hop each way, ten consumers and a counted stand-in whose number is the API’s', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  await expect(page.getByTestId('node')).toHaveCount(12);
  await expect(page.getByTestId('more')).toContainText('290 more');
  const { neighbours } = await ask<{ neighbours: { total: number } }>(
    `query ($id: ID!) { neighbours(assetId: $id, direction: BOTH, first: 1) { total } }`,
    { id: fan.focus },
  );
  await expect(page.getByTestId('shown')).toHaveText(`12 of ${String(neighbours.total + 1)} shown`);
  await expect(page.getByTestId('more').locator('svg').first()).toBeVisible();
});

test('expanding moves nothing that is on screen; collapsing puts everything back', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  const before = await lineage.positions();
  const place = await lineage.place(fan.child);
  await lineage.handle(fan.child, 'down').click();
  await expect(lineage.handle(fan.child, 'down')).toHaveAttribute('data-open', 'true');
  await lineage.settle();
  expect(await lineage.place(fan.child)).toEqual(place);
  expect(await lineage.positions()).toMatchObject(before);
  await expect(page.getByTestId('announcer')).toContainText('8 downstream of');
  await lineage.handle(fan.child, 'down').click();
  await expect(lineage.handle(fan.child, 'down')).toHaveText('+8');
  await lineage.settle();
  expect(await lineage.positions()).toEqual(before);
});

test('ten more appear below, the stand-in counts down, and collapsing them restores the picture', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  const before = await lineage.positions();
  await page
    .getByTestId('more')
    .getByRole('button', { name: /^Show the next 10/ })
    .click();
  await expect(page.getByTestId('shown')).toHaveText('22 of 302 shown');
  await page.goBack();
  await expect(page.getByTestId('shown')).toHaveText('12 of 302 shown');
  await lineage.settle();
  expect(await lineage.positions()).toEqual(before);
});

test('Back removes exactly the last expansion and keeps the zoom', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await page.waitForTimeout(300);
  const zoom = await page.getByRole('button', { name: /^Zoom \d+ %/ }).getAttribute('aria-label');
  const before = await lineage.ids();
  await lineage.handle(fan.child, 'down').click();
  await expect(page).toHaveURL(/[?&]x=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/[?&]x=/);
  await lineage.settle();
  expect(await lineage.ids()).toEqual(before);
  expect(await page.getByRole('button', { name: /^Zoom \d+ %/ }).getAttribute('aria-label')).toBe(zoom);
});

test('a link reproduces the same nodes, lens and selection', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus, `x=d:${fan.child}&lens=type&sel=${fan.child}`);
  await lineage.fit();
  const before = await lineage.ids();
  expect(before.length).toBe(20);
  await page.reload();
  await lineage.settle();
  await lineage.fit();
  expect(await lineage.ids()).toEqual(before);
  await expect(page.getByTestId('lens')).toHaveValue('type');
  await expect(page.getByTestId('details')).toBeVisible();
});

test('hovering changes neither address nor history', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  const state = () => page.evaluate(() => [location.href, history.length]);
  const before = await state();
  for (const card of await page.getByTestId('node').all()) await card.hover();
  expect(await state()).toEqual(before);
});

test('find names drawn and hidden matches with the API’s count, and reveals a hidden one', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  await page.getByTestId('find').fill('c1');
  await expect(page.getByTestId('find-summary')).toHaveText('0 visible, 100 hidden');
  await page.getByTestId('find').fill('c123');
  await expect(page.getByTestId('find-summary')).toHaveText('0 visible, 1 hidden');
  await page.getByRole('button', { name: /reveal/ }).click();
  await lineage.settle();
  const id = await fan.idOf('c123');
  await expect(page.locator(`[data-outline-node="${id}"]`)).toBeVisible();
  await expect(page.getByTestId('shown')).toHaveText('13 of 302 shown');
});

test('a scene takes at most four requests of the API', async ({ page }) => {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) count++;
  });
  const lineage = new LineagePage(page);
  await lineage.open(fan.focus);
  await expect(page.getByTestId('more').locator('svg').first()).toBeVisible();
  // Three more are made on the server: who is looking, whether there is such an asset, and the first scene.
  expect(count + 3).toBeLessThanOrEqual(4);
});
