import { expect, test, type Page } from '@playwright/test';
import { ask, unique } from './lineage-world';

async function someTable(): Promise<string> {
  const input = {
    namespace: 'postgres://broken.e2e.example:5432',
    name: `shop.public.${unique('slow')}`,
    type: 'TABLE',
    columns: [{ name: 'id', type: 'bigint' }],
  };
  const query = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
  return (await ask<{ registerAsset: { id: string } }>(query, { input })).registerAsset.id;
}

async function describe(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
}

test('a description that could not be saved is given back, and saved once the service answers', async ({ page }) => {
  await page.goto(`/assets/id/${await someTable()}`);
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: '{}' }));
  await describe(page, 'Written while the service was away');
  await expect(page.getByText('The description was not saved.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Description' });
  await expect(field).toHaveValue('Written while the service was away');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The description was saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Written while the service was away').first()).toBeVisible();
});

test('an ended session is told where something was refused, and the way back leads to the same page', async ({
  page,
}) => {
  await page.goto(`/assets/id/${await someTable()}`);
  await page.context().clearCookies();
  await describe(page, 'Written after the session had ended');
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Written after the session had ended');
  await page.goto('/search?q=orders+layer:mart');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsearch%3Fq%3Dorders/);
});

test('a column shows its ways without the graph library', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    void response.text().then(
      (text) => scripts.push(text),
      () => undefined,
    );
  });
  await page.goto(`/assets/id/${await someTable()}?tab=columns&col=id`);
  await expect(page.getByRole('link', { name: 'Open in lineage' })).toBeVisible();
  expect(scripts.some((text) => text.includes('cytoscape'))).toBe(false);
});

test('a preview that does not arrive says so', async ({ page }) => {
  await page.goto('/search?q=orders');
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: '{}' }));
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('not available', { timeout: 900 });
  }).toPass();
});
