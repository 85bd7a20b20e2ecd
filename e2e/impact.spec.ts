import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { violations } from './accessibility';
import { plantColumns } from './column-world';
import { ask } from './lineage-world';

test('what a change reaches is listed whole, changes with the change, and is a file of as many rows', async ({
  page,
}) => {
  const world = await plantColumns();
  const id = world.idOf('clean');
  const query = 'query ($id: ID!) { impact(assetId: $id, column: "mail", first: 1) { total } }';
  const { impact } = await ask<{ impact: { total: number } }>(query, { id });
  await page.goto(`/assets/id/${id}?tab=columns&col=mail`);
  await page.getByRole('link', { name: 'What would a change break?' }).click();
  const rows = page.getByRole('table', { name: 'Impact' }).locator('tbody tr');
  await expect(rows).toHaveCount(impact.total);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: `All ${String(impact.total)} as CSV` }).click();
  const csv = (await readFile(await (await download).path())).toString();
  expect(csv.trim().split('\r\n')).toHaveLength(impact.total + 1);
  await expect(rows.first()).toContainText('breaking');
  await page.getByRole('combobox', { name: 'change' }).selectOption('deprecate');
  await expect(rows.first()).toContainText('safe');
  await expect(page).toHaveURL(/change=deprecate/);
  expect(await violations(page)).toEqual([]);
  await page.goBack();
  await expect(rows.first()).toContainText('breaking');
});
