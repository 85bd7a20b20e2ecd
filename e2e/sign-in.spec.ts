import { expect, test } from '@playwright/test';
import { PERSON } from './installation';

test.describe('a visitor', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('is asked to sign in, and lands where they wanted to go', async ({ page }) => {
    await page.goto('/search?q=orders');
    await page.getByLabel('User name').fill(PERSON.username);
    await page.getByLabel('Password', { exact: true }).fill(PERSON.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/search\?q=orders/);
  });
});

test('a signed-in person sees the home page over the demo catalog', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
});
