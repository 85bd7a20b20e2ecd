import { expect, test } from '@playwright/test';
import { plantChain } from './lineage-world';
import { LineagePage } from './lineage-page';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a copied link opened elsewhere shows the same picture from the same place', async ({ page, browser }) => {
  const { id } = await plantChain();
  const lineage = new LineagePage(page);
  await lineage.open(id('b'), `up=0&down=0&x=d:${id('b')},d:${id('c')}&lens=owner&type=TABLE,DASHBOARD&sel=${id('c')}`);
  for (const name of ['Zoom out', 'Look right', 'Look down']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForTimeout(260);
  }
  await page.getByRole('button', { name: 'Copy a link to this place and zoom' }).click();
  await expect(page.getByText('Link to exactly this view copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const seen = async (on: LineagePage) => ({
    ids: await on.ids(),
    at: await on.place(id('c')),
    zoom: await on.page.getByRole('button', { name: /^Zoom \d+ %/ }).getAttribute('aria-label'),
    lens: await on.page.getByTestId('lens').inputValue(),
    details: await on.page.getByRole('complementary', { name: /^Details of/ }).getAttribute('aria-label'),
    footer: await on.page.getByTestId('footer').innerText(),
  });
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 1440, height: 900 },
  });
  const elsewhere = new LineagePage(await context.newPage());
  await elsewhere.page.goto(link);
  await elsewhere.settle();
  const [here, there] = [await seen(lineage), await seen(elsewhere)];
  expect({ ...there, at: null }).toEqual({ ...here, at: null });
  expect(Math.abs(there.at.x - here.at.x)).toBeLessThanOrEqual(2);
  expect(Math.abs(there.at.y - here.at.y)).toBeLessThanOrEqual(2);
  expect(elsewhere.page.url()).not.toContain('v=');
  await context.close();
});
