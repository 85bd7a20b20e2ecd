import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { violations } from './accessibility';
import { plantColumns, type ColumnWorld } from './column-world';
import { LineagePage } from './lineage-page';

test.describe.configure({ mode: 'default' });

let world: ColumnWorld;
test.beforeAll(async () => {
  world = await plantColumns();
});

const row = (page: Page, column: string) => page.locator(`[data-column="${world.row(column)}"]`);
const drawn = (page: Page) =>
  page.getByTestId('column').evaluateAll((rows) => rows.map((each) => each.getAttribute('data-column')).sort());
const followed = (...columns: string[]) => columns.map((column) => world.row(column)).sort();

async function follow(page: Page, query = ''): Promise<LineagePage> {
  const lineage = new LineagePage(page);
  await lineage.open(world.idOf('mart'), `level=column&col=mail${query}`);
  return lineage;
}

test('the page of an asset leads to the ways of one of its columns', async ({ page }) => {
  await page.goto(`/assets/id/${world.idOf('clean')}?tab=columns&col=mail`);
  await page.getByRole('link', { name: 'Open in lineage' }).click();
  await expect(row(page, 'clean.mail')).toHaveAttribute('data-root', 'true');
  expect(await drawn(page)).toEqual(followed('raw.mail', 'clean.mail', 'mart.mail', 'report.mail_hash', 'report.city'));
  await expect(page.getByTestId('shown')).toHaveText('5 of 5 columns shown');
});

test('lines go from row to row; leaving out indirect ones takes only them', async ({ page }) => {
  const lineage = await follow(page);
  await expect(page.getByTestId('legend')).toContainText('indirect');
  await page.getByTestId('filter').click();
  await page.getByRole('checkbox', { name: /^Indirect lines/ }).uncheck();
  await lineage.settle();
  await expect(page).toHaveURL(/edges=direct/);
  expect(await drawn(page)).toEqual(followed('raw.mail', 'clean.mail', 'mart.mail', 'report.mail_hash'));
  await page.goBack();
  await expect(row(page, 'report.city')).toBeVisible();
});

test('a row opens what is known of its column, and can be followed in turn', async ({ page }) => {
  await follow(page);
  await row(page, 'report.mail_hash').getByRole('button').first().click();
  const details = page.getByTestId('details');
  await expect(details).toContainText('direct · masked');
  await page.getByRole('button', { name: 'Follow this column' }).click();
  await expect(row(page, 'report.mail_hash')).toHaveAttribute('data-root', 'true');
  await page.reload();
  await expect(row(page, 'report.mail_hash')).toHaveAttribute('data-root', 'true');
  expect(await drawn(page)).toEqual(followed('raw.mail', 'clean.mail', 'mart.mail', 'report.mail_hash'));
});

test('one column of four hundred is found by name and followed without the mouse', async ({ page }) => {
  const lineage = await follow(page);
  await page.getByRole('button', { name: '+ 399 columns' }).click();
  const field = page.getByRole('combobox', { name: 'Part of the column name' });
  await field.fill('field_39');
  await expect(page.getByRole('listbox', { name: 'Columns' }).getByRole('option')).toHaveCount(9);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(/col=field_391/);
  await lineage.settle();
  expect(await drawn(page)).toEqual(followed('mart.field_391'));
  await expect(page.getByText('No source says which columns feed')).toBeVisible();
});

test('without a column there are columns to choose from', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(world.idOf('report'));
  await page.locator(`#node-${world.idOf('report')}`).focus();
  await page.keyboard.press('c');
  await expect(page.getByText('Choose a column of')).toBeVisible();
  await lineage.settle();
  expect(await drawn(page)).toEqual(followed('report.mail_hash', 'report.city'));
  await row(page, 'report.city').getByRole('button').first().click();
  await expect(row(page, 'raw.mail')).toBeVisible();
});

test('arrows walk along the column, the outline and the table hold the same columns', async ({ page }) => {
  const lineage = await follow(page);
  await row(page, 'mart.mail').getByRole('button').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'clean.mail').getByRole('button').first()).toBeFocused();
  const outlined = await page
    .locator('[data-kind="column"]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-outline-node')).sort());
  const onCards = await drawn(page);
  expect(outlined).toEqual(onCards);
  const rows = await lineage.showTable();
  const listed = await rows.evaluateAll((all) => all.map((each) => each.getAttribute('data-row')).sort());
  expect(listed).toEqual(onCards);
  await expect(rows.and(page.locator(`[data-row="${world.row('report.city')}"]`))).toContainText('indirect');
});

test('goes one step further where the depth ends', async ({ page }) => {
  const lineage = await follow(page, '&up=1&down=0');
  expect(await drawn(page)).toEqual(followed('clean.mail', 'mart.mail'));
  await row(page, 'clean.mail').getByTestId('further-up').click();
  await lineage.settle();
  expect(await drawn(page)).toEqual(followed('raw.mail', 'clean.mail', 'mart.mail'));
  await expect(page).toHaveURL(/up=2/);
});

test('exports hold columns', async ({ page }) => {
  await follow(page);
  const saved = async (entry: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: entry }).click();
    return (await readFile(await (await download).path())).toString();
  };
  expect(await saved('Edges, CSV')).toContain(`${world.nameOf('mart')},mail,`);
  const svg = await saved('Picture, SVG');
  expect(svg).toContain('>mail_hash</text>');
  expect(svg.match(/marker-end/g)).toHaveLength(4);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await follow(page, `&sel=${encodeURIComponent(world.row('mart.mail'))}`);
    await expect(page.getByTestId('details')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
