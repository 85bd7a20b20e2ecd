import { expect, test } from '@playwright/test';
import { plantLarge } from './lineage-world';
import { LineagePage } from './lineage-page';

test('more than one answer holds arrives as counted groups, opened one by one and linked as they are', async ({
  page,
}) => {
  const { focus } = await plantLarge();
  const lineage = new LineagePage(page);
  await lineage.open(focus, 'down=3');
  await expect(page.getByTestId('shown')).toHaveText('911 of 911 shown');
  await expect(page.getByTestId('footer')).toContainText('in 3\u00A0groups');
  await expect(page.getByRole('combobox', { name: 'group' })).toHaveValue('layer');
  await page.getByRole('button', { name: ', 10 assets, closed group; open it' }).click();
  await lineage.settle();
  await expect(page.getByTestId('footer')).toContainText('900 in 2\u00A0groups');
  await lineage.fit();
  expect(await lineage.ids()).toHaveLength(11);
  await page.reload();
  await lineage.settle();
  await expect(page.getByTestId('footer')).toContainText('900 in 2\u00A0groups');
  await page.goBack();
  await lineage.settle();
  await expect(page.getByTestId('footer')).toContainText('910 in 3\u00A0groups');
  expect(Number(await page.getByTestId('canvas').getAttribute('data-live-nodes'))).toBeLessThanOrEqual(600);
});
