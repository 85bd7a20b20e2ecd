import { expect, test } from '@playwright/test';
import { violations } from './accessibility';

test('a webhook is added, signs with a secret shown once, says why a test did not arrive, and is deleted', async ({
  page,
}) => {
  const name = `e2e-${String(Date.now())}`;
  await page.goto('/admin/webhooks');
  await page.getByRole('button', { name: 'New webhook' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address').fill('http://127.0.0.1:1/x');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('https');
  await page.getByLabel('Address').fill('https://hooks.invalid/tributary'); // a name that no network knows
  await page.getByLabel('Violations resolved').check();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByTestId('secret')).toHaveText(/^[\w-]{40,}$/);
  await page.getByRole('button', { name: 'I have it' }).click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('violation.opened, violation.resolved, waiver.requested');
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Send a test' }).click();
  await expect(page.getByText(`${name} did not take it: No such host: hooks.invalid`)).toBeVisible();
  await expect(row).toContainText('failing');
  await row.getByRole('link', { name }).click();
  await expect(page.getByRole('row').filter({ hasText: 'test' })).toContainText('waits for its next try');
  expect(await violations(page)).toEqual([]);
  await page.goto('/admin/webhooks');
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete with what waits for it' }).click();
  await expect(row).toHaveCount(0);
});
