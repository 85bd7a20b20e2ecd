import { expect, test } from '@playwright/test';
import { ADMIN_TOKEN } from './installation';

test.describe('pipelines', () => {
  test('are narrowed to the late ones by an address, and opened by keys', async ({ page }) => {
    await page.goto('/pipelines');
    const table = page.getByRole('table', { name: 'Pipelines' });
    await expect(table.getByRole('row').filter({ hasText: 'nightly_warehouse' })).toContainText('failed');
    await page.getByRole('link', { name: 'Add Late only' }).click();
    await expect(page).toHaveURL(/late=true/);
    await expect(table.getByRole('link')).toHaveText(['adlane_daily_pull']);
    await expect(async () => {
      await page.keyboard.press('j');
      await expect(table.getByRole('link')).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/pipelines\/cron\.nightjar;adlane_daily_pull/);
    await expect(page.getByRole('img', { name: /^How long runs took/ })).toBeVisible();
  });

  test('say of a failed run where it failed, what it has not written and what is stale', async ({ page }) => {
    await page.goto('/pipelines/airflow.nightjar;nightly_warehouse');
    await expect(page.getByRole('table', { name: 'Tasks' })).toContainText('dbt_build');
    await page
      .getByRole('table', { name: 'Runs', exact: true })
      .getByRole('row')
      .filter({ hasText: 'failed' })
      .getByRole('link')
      .click();
    await expect(page.getByRole('alert').filter({ hasText: 'int_stall_daily' })).toContainText('does not exist');
    await expect(page.getByRole('table', { name: 'What it has not written' })).toContainText('fin_stall_payouts');
    await expect(page.getByRole('table', { name: 'Stale assets' })).toContainText('stall-keepers');
  });

  test('draw the runs of a run over time, with a table of the same rows and the zoom in the address', async ({
    page,
  }) => {
    await page.goto('/pipelines/airflow.nightjar;customer_data_pipeline');
    const runs = page.getByRole('table', { name: 'Runs', exact: true });
    await runs.getByRole('link').first().click();
    await page.getByText('The same as a table, 4 runs').click();
    const rows = page.getByRole('table', { name: 'Runs that it started' }).getByRole('row');
    await expect(rows).toHaveCount(5);
    await expect(rows.filter({ hasText: 'yes' })).toHaveCount(4);
    await page.getByRole('link', { name: 'Zoom in' }).click();
    await expect(page).toHaveURL(/z=\d+-\d+/);
  });
});

test('an asset tells which run wrote it last, and lists those that touched it', async ({ page }) => {
  await page.goto('/assets/table/postgres:%2F%2Fwarehouse.nightjar.example:5432;nightjar.raw_shop.customers?tab=runs');
  await expect(page.getByRole('banner').or(page.locator('header')).getByText('written by').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('load_to_warehouse');
});

test('an event that was refused is mended and replayed', async ({ page }) => {
  const job = `e2e-${String(Date.now())}`;
  await page.request.post('/api/v1/lineage', {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    data: {
      eventType: 'START',
      eventTime: 'the day before yesterday',
      producer: 'https://example.org/e2e',
      schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
      run: { runId: '0190a000-0000-7000-8000-0000000000e2' },
      job: { namespace: 'e2e', name: job },
    },
  });
  await page.goto('/admin/ingestion');
  await page.getByRole('table', { name: 'Events that failed, by reason' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Edit and replay' }).first().click();
  const body = page.getByRole('textbox', { name: 'What was sent' });
  await body.fill((await body.inputValue()).replace('the day before yesterday', new Date().toISOString()));
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByText('It is taken up again.')).toBeVisible();
  await expect(async () => {
    await page.goto(`/pipelines/e2e;${job}`);
    await expect(page.getByRole('table', { name: 'Runs', exact: true })).toContainText('running', { timeout: 500 });
  }).toPass();
});
