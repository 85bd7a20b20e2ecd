import { expect, test, type Page } from '@playwright/test';
import { violations } from './accessibility';
import { ask, unique } from './lineage-world';

async function someTable(): Promise<string> {
  const input = {
    namespace: 'postgres://classify.e2e.example:5432',
    name: `hr.public.${unique('people')}`,
    type: 'TABLE',
    columns: [{ name: 'email', type: 'text' }, { name: 'city' }],
  };
  const query = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
  return (await ask<{ registerAsset: { id: string } }>(query, { input })).registerAsset.id;
}

async function classify(page: Page, level: string, category: string, reason: string): Promise<void> {
  const form = page.getByRole('dialog', { name: /^Classify/ });
  await form.getByLabel('Level').selectOption(level);
  if (category !== '') await form.getByLabel(category, { exact: true }).check();
  await form.getByLabel('Why').fill(reason);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test('a steward says how sensitive an asset is, and takes it back', async ({ page }) => {
  await page.goto(`/assets/id/${await someTable()}`);
  await expect(page.getByText('not classified')).toBeVisible();
  await page.getByRole('button', { name: /^Classify/ }).click();
  await classify(page, 'restricted', 'PII', 'Pay slips of everybody');
  await expect(page.getByTitle('restricted, asserted here').first()).toBeVisible();
  await page.reload();
  const head = page.getByRole('main').locator('header').first();
  await expect(head).toContainText('restricted');
  await expect(head).toContainText('PII');
  await page.getByRole('button', { name: /^Classify/ }).click();
  const form = page.getByRole('dialog', { name: /^Classify/ });
  await expect(form.getByLabel('PII', { exact: true })).toBeChecked();
  await form.getByLabel('PII', { exact: true }).uncheck();
  await classify(page, 'not said', '', 'It was another table');
  await expect(page.getByText('not classified')).toBeVisible();
});

test('a column is classified where its lineage is looked at; without a reason it is not', async ({ page }) => {
  await page.goto(`/assets/id/${await someTable()}?tab=columns&col=email`);
  await page.getByRole('button', { name: 'Classify email' }).click();
  const form = page.getByRole('dialog', { name: 'Classify email' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeVisible();
  await classify(page, 'confidential', 'PII', 'Identifies a person');
  await expect(page.getByRole('row').filter({ hasText: 'email' }).first()).toContainText('confidential');
  await expect(page.getByRole('row').filter({ hasText: 'city' }).first()).not.toContainText('confidential');
});

test('the form has no accessibility violation', async ({ page }) => {
  await page.goto(`/assets/id/${await someTable()}?tab=columns&col=email`);
  await page.getByRole('button', { name: 'Classify email' }).click();
  await expect(page.getByRole('dialog', { name: 'Classify email' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
