import { expect, test, type Page } from '@playwright/test';
import { ADMIN_TOKEN, PERSON } from './installation';

const main = (page: Page) => page.getByRole('main');

async function ask(page: Page, query: string, variables: object = {}): Promise<Record<string, never>> {
  const response = await page.request.post('/graphql', {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    data: { query, variables },
  });
  return ((await response.json()) as { data: Record<string, never> }).data;
}

interface KnownAsset {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly displayName: string;
}

/** A table of the demo with columns and neighbours on both sides. */
async function someTable(page: Page): Promise<KnownAsset> {
  const query = `{ search(query: "", filter: { type: [TABLE], layer: ["mart"] }, first: 1)
    { hits { asset { id namespace name displayName } } } }`;
  const { search } = (await ask(page, query)) as unknown as { search: { hits: { asset: KnownAsset }[] } };
  const asset = search.hits[0]?.asset;
  if (!asset) throw new Error('The demo has no mart');
  return asset;
}

test.describe('signing in', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('tells a wrong password from nothing, and keeps the name', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('User name').fill(PERSON.username);
    await page.getByLabel('Password', { exact: true }).fill('not this one, surely');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible();
    await expect(page.getByLabel('User name')).toHaveValue(PERSON.username);
  });

  test('never leads to another site afterwards', async ({ page }) => {
    await page.goto('/sign-in?next=//evil.example/');
    await page.getByLabel('User name').fill(PERSON.username);
    await page.getByLabel('Password', { exact: true }).fill(PERSON.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(main(page).getByRole('heading', { name: 'Overview' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

test.describe('an asset', () => {
  test('has one address; its id and other types lead there', async ({ page }) => {
    const asset = await someTable(page);
    await page.goto(`/assets/id/${asset.id}?tab=columns`);
    await expect(page).toHaveURL(/\/assets\/table\/.*tab=columns/);
    const own = page.url();
    await page.goto(own.replace('/table/', '/dashboard/'));
    await expect(page).toHaveURL(own);
    expect((await page.goto('/assets/table/nowhere;nothing'))?.status()).toBe(404);
  });

  test('that nobody has heard of is answered with the nearest names', async ({ page }) => {
    const asset = await someTable(page);
    const near = page.getByRole('list', { name: 'Nearest names' }).getByRole('link');
    const misspelled = asset.displayName.replace(/.(.)$/, '$1');
    expect(
      (await page.goto(`/assets/table/${asset.namespace};old.${misspelled}_v9`.replaceAll('//', '%2F%2F')))?.status(),
    ).toBe(404);
    await near.first().click();
    await expect(page).toHaveURL(/\/assets\/[a-z-]+\/[^/]+$/);
    await page.goto(`/lineage?focus=nowhere;old.${asset.displayName}_v9`);
    await near.filter({ hasText: asset.displayName }).first().click();
    await expect(page).toHaveURL(new RegExp(`focus=${asset.id}`));
  });

  test('shows what it is, what feeds it and who said so', async ({ page }) => {
    const asset = await someTable(page);
    await page.goto(`/assets/id/${asset.id}`);
    await expect(main(page).getByRole('heading', { level: 1, name: asset.displayName })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'One step each way' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Where each fact comes from' })).toContainText('dbt');
  });

  test('opens a column from its address, with where it comes from', async ({ page }) => {
    const asset = await someTable(page);
    await page.goto(`/assets/id/${asset.id}?tab=columns`);
    const first = page
      .getByRole('table', { name: 'Columns' })
      .getByRole('button', { name: /: lineage$/ })
      .first();
    await first.click();
    await expect(page).toHaveURL(/col=/);
    await expect(page.getByRole('link', { name: 'Open in lineage' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: 'Open in lineage' })).toBeVisible();
    await expect(first).toBeFocused();
    await page.goBack();
  });

  test('is described by hand, undone from the toast', async ({ page }) => {
    const asset = await someTable(page);
    const text = `Described by a test <b>${String(Date.now())}</b>`;
    await page.goto(`/assets/id/${asset.id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill(text);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(text).first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(main(page).getByText(text)).toHaveCount(0);
  });

  test('walks its tabs by digits', async ({ page }) => {
    const asset = await someTable(page);
    await page.goto(`/assets/id/${asset.id}`);
    await expect(async () => {
      await page.keyboard.press('8');
      await expect(page).toHaveURL(/tab=sources/, { timeout: 700 });
    }).toPass();
    await expect(page.getByRole('table', { name: 'Spellings' })).toBeVisible();
  });

  test('shows hostile names and descriptions as text', async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const payload = `<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3))`;
    const input = {
      namespace: 'postgres://hostile.example:5432',
      name: `h.public.<img src=x onerror=alert(4)>`,
      type: 'TABLE',
      description: payload,
      tags: [payload],
      owner: payload,
      columns: [{ name: 'a<b', type: '<i>', description: payload }],
    };
    const data = await ask(page, 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }', {
      input,
    });
    const { id } = (data as unknown as { registerAsset: { id: string } }).registerAsset;
    for (const tab of ['overview', 'columns', 'history', 'sources']) {
      await page.goto(`/assets/id/${id}?tab=${tab}`);
      await expect(main(page).getByRole('heading', { level: 1 })).toContainText('<img');
    }
    await page.goto('/search?q=hostile');
    await expect(page.getByRole('list', { name: 'Results' })).toContainText('<img');
    expect(dialogs).toEqual([]);
  });
});

test('the palette finds an asset and Enter opens it', async ({ page }) => {
  const asset = await someTable(page);
  await page.goto('/');
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('combobox', { name: 'Command palette' }).fill(asset.displayName);
  await expect(page.getByRole('option').filter({ hasText: asset.name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/assets\//);
});

test('ingestion adds up and leads to the report of a delivery', async ({ page }) => {
  await page.goto('/admin/ingestion');
  await expect(page.getByText('✓ balances')).toBeVisible();
  await page.getByRole('link', { name: 'Processed', exact: true }).click();
  await expect(page).toHaveURL(/status=processed/);
  await page.getByRole('table', { name: 'Deliveries' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Report' })).toBeVisible();
});

test('a dead letter says why, and can be replayed', async ({ page }) => {
  await page.request.post('/api/v1/ingest/dbt?namespace=postgres://dead.example:5432', {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    multipart: {
      manifest: { name: 'manifest.json', mimeType: 'application/json', buffer: Buffer.from('{"metadata": ') },
    },
  });
  await page.goto('/admin/ingestion?status=dead');
  await page.getByRole('table', { name: 'Deliveries' }).getByRole('link').first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'manifest' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('It is taken up again.')).toBeVisible();
});

test('a token is shown once, works, and is revoked', async ({ page }) => {
  const name = `e2e-${String(Date.now())}`;
  await page.goto('/admin/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Role').selectOption('VIEWER');
  await page.getByRole('button', { name: 'Create' }).click();
  const secret = await page.getByTestId('secret').innerText();
  await page.getByRole('button', { name: 'I have it' }).click();
  const asked = () =>
    page.request.post('/graphql', {
      headers: { authorization: `Bearer ${secret}`, cookie: '' },
      data: { query: '{ me { role } }' },
    });
  expect(await (await asked()).json()).toEqual({ data: { me: { role: 'VIEWER' } } });
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('revoked');
  expect(JSON.stringify(await (await asked()).json())).toContain('UNAUTHENTICATED');
});

test('a person is made, disabled and erased, after reading what stays', async ({ page }) => {
  const username = `e2e${String(Date.now())}`;
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByLabel('User name').fill(username);
  await page.getByRole('button', { name: 'Create' }).click();
  const row = page.getByRole('row').filter({ hasText: username });
  await row.getByRole('button', { name: /^Actions/ }).click();
  await page.getByRole('menuitem', { name: 'Disable and sign out' }).click();
  await expect(row).toContainText('disabled');
  await row.getByRole('button', { name: /^Actions/ }).click();
  await page.getByRole('menuitem', { name: 'Erase…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Erase/ });
  await expect(dialog).toContainText('Stays, under an opaque id');
  await dialog.getByLabel('Why, for the audit log').fill('Asked for it in writing');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await dialog.getByLabel(/^User name, to be sure/).fill(username);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(row).toHaveCount(0);
});

test('the API explorer runs its examples as the person who is signed in', async ({ page }) => {
  await page.goto('/explorer');
  for (const name of ['Search', 'Overview', 'One asset', 'Lineage']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByText(/^answered in/)).toBeVisible();
    await expect(page.getByTestId('answer')).toContainText('"data"');
  }
  await expect(page.getByRole('complementary', { name: 'Schema' })).toContainText('assetByName');
});

test('chords lead from page to page and ? lists them', async ({ page }) => {
  await page.goto('/');
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/search$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the catalog' })).toBeFocused();
});
