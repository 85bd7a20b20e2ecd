import { expect, test } from '@playwright/test';

test('clicked filters and typed filters are the same address and the same results', async ({ page }) => {
  await page.goto('/search?q=orders');
  await page.getByRole('link', { name: /^Add Type table/ }).click();
  await page.getByRole('link', { name: /^Add Layer mart/ }).click();
  await expect(page).toHaveURL(/q=orders/);
  const field = page.getByRole('searchbox', { name: 'Search the catalog' });
  await expect(field).toHaveValue('orders type:table layer:mart');
  const clicked = { url: page.url(), total: await page.getByRole('status').first().innerText() };
  await page.goto('/search');
  await field.fill('layer:mart orders type:table');
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: clicked.total })).toBeVisible();
  await page.getByRole('link', { name: 'Remove layer', exact: true }).click();
  await expect(field).toHaveValue('orders type:table');
});

test('answers while one types', async ({ page }) => {
  await page.goto('/search');
  await page.getByRole('searchbox', { name: 'Search the catalog' }).fill('customers');
  await expect(page).toHaveURL(/q=customers/);
  await expect(page.getByRole('list', { name: 'Results' }).locator('mark').first()).toBeVisible();
});

test('walks the results by keys and opens the one it stands on', async ({ page }) => {
  await page.goto('/search?q=orders');
  await page.getByRole('status').first().waitFor();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.locator('main').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/assets\//);
});

test('says which filter excludes everything and drops it in one click', async ({ page }) => {
  await page.goto('/search?q=orders+platform:kafka+layer:mart');
  await expect(page.getByText(/^0 of .+ assets match$/)).toBeVisible();
  await page
    .getByRole('link', { name: /^Remove the filter/ })
    .first()
    .click();
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
});

test('names a filter that does not exist', async ({ page }) => {
  await page.goto('/search?q=orders+colour:red');
  await expect(page.getByRole('note').filter({ hasText: 'colour:red' })).toBeVisible();
});

test('leaves out what a facet is told to leave out, and takes it back', async ({ page }) => {
  await page.goto('/search?q=orders');
  const field = page.getByRole('searchbox', { name: 'Search the catalog' });
  await page.getByRole('link', { name: 'Leave out Type view' }).focus();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('orders -type:view');
  await expect(page.getByRole('link', { name: 'Remove not type' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('img', { name: 'view' })).toHaveCount(0);
  await page.getByRole('link', { name: /^No longer leave out Type view/ }).click();
  await expect(field).toHaveValue('orders');
  await page.goto('/search?q=orders+-lines+missing:owner');
  await expect(page.getByRole('list', { name: 'Results' })).not.toContainText('order_lines');
  await expect(page.getByRole('list', { name: 'Results' }).getByText('no owner').first()).toBeVisible();
});

for (const [what, q, sentence] of [
  ['an open quote', 'orders "placed', 'has no closing quote'],
  ['a value that no asset can have', 'orders type:tabel', 'can be one of'],
  ['an endless query', `orders ${'x '.repeat(2000)}`, 'at most 1000 characters'],
] as const) {
  test(`answers ${what} with a sentence beside the results`, async ({ page }) => {
    const response = await page.goto(`/search?${new URLSearchParams({ q }).toString()}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('note').filter({ hasText: sentence })).toBeVisible();
    await expect(page.getByRole('status').first()).toContainText('asset');
  });
}

test('finds, walks and opens by keys alone', async ({ page }) => {
  await page.goto('/search?q=orders');
  await page.getByRole('status').first().waitFor();
  const field = page.getByRole('searchbox', { name: 'Search the catalog' });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await field.fill('fct_orders');
  await expect(page).toHaveURL(/q=fct_orders$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('fct_orders');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/assets\/table\/.*fct_orders/);
});
