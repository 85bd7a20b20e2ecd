import { expect, test, type Page } from '@playwright/test';
import { violations } from './accessibility';
import { LineagePage } from './lineage-page';
import { ask } from './lineage-world';

const PAGES = [
  '/',
  '/search?q=orders',
  '/search?q=nothing+layer:mart+colour:red',
  '/admin/ingestion',
  '/pipelines',
  '/pipelines?q=nothing+is+called+so',
  '/pipelines/airflow.nightjar;nightly_warehouse',
  '/admin/namespaces',
  '/admin/people',
  '/admin/tokens',
  '/admin/webhooks',
  '/governance',
  '/governance/violations?status=open,resolved&group=policy',
  '/governance/suggestions',
  '/governance/waivers',
  '/governance/access',
  '/governance/audit',
  '/governance/policies',
  '/governance/standards',
  '/governance/policies/de-pii',
  '/governance/policies/new',
  '/account',
  '/explorer',
  '/assets/table/nowhere;nothing',
];
/** The rules of axe's default set that depend on how things are painted. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const TABS = ['overview', 'columns', 'lineage', 'runs', 'quality', 'policies', 'history', 'sources', 'sql'];

test.describe.configure({ mode: 'parallel' });

/** What a page throws, of its own accord: scripts that fail, and markup that is not what the server sent. */
let thrown: string[] = [];

test.beforeEach(({ page }) => {
  thrown = [];
  page.on('pageerror', (error) => thrown.push(error.message));
});
test.afterEach(() => {
  expect(thrown, 'errors in the page').toEqual([]);
});

for (const address of PAGES) {
  test(`${address} has no accessibility violation`, async ({ page }) => {
    await page.goto(address);
    await page.getByRole('main').waitFor();
    await expectNoViolation(page);
  });
}

for (const tab of TABS) {
  test(`the ${tab} tab of an asset has no accessibility violation`, async ({ page }) => {
    await page.goto(`/assets/id/${await someMart()}?tab=${tab}`);
    await page.getByRole('main').waitFor();
    await expectNoViolation(page);
  });
}

test('a run that failed has no accessibility violation', async ({ page }) => {
  await page.goto(`/runs/${await failedRun()}?cmp=median`);
  await page.getByText('The same as a table').click();
  await expectNoViolation(page);
});

test('the modes of the explorer have no accessibility violation', async ({ page }) => {
  test.slow(); // four pages, each looked at in both themes
  const focus = await someMart();
  const lineage = new LineagePage(page);
  for (const mode of [
    'mode=time',
    'mode=compare&from=2026-01-01T00:00:00.000Z',
    `mode=path&path=${await farSource(focus)}`,
    'mode=select&select=%2Bdim_customers%2Ctag%3Apii',
  ]) {
    await lineage.open(focus, mode);
    await expectNoViolation(page);
  }
});

test('dialogs and menus have no accessibility violation', async ({ page }) => {
  await page.goto('/admin/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await expect(page.getByRole('dialog', { name: 'New token' })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Theme' }).click();
  await expectNoViolation(page);
});

/** The id of a table in the demo's marts. */
async function someMart(): Promise<string> {
  const query = '{ search(query: "", filter: { type: [TABLE], layer: ["mart"] }, first: 1) { hits { asset { id } } } }';
  const { search } = await ask<{ search: { hits: { asset: { id: string } }[] } }>(query);
  return search.hits[0]?.asset.id ?? '';
}

/** The id of what feeds an asset from furthest away. */
async function farSource(id: string): Promise<string> {
  const query = `{ lineage(assetId: "${id}", direction: UPSTREAM, depth: 3) { nodes { asset { id } distance } } }`;
  const { lineage } = await ask<{ lineage: { nodes: { asset: { id: string }; distance: number }[] } }>(query);
  return lineage.nodes.toSorted((one, other) => other.distance - one.distance)[0]?.asset.id ?? '';
}

/** The id of the run of the demo's warehouse build that failed. */
async function failedRun(): Promise<string> {
  const query = `{ jobByName(namespace: "airflow.nightjar", name: "nightly_warehouse") { recentRuns(first: 1) { id } } }`;
  const { jobByName } = await ask<{ jobByName: { recentRuns: { id: string }[] } }>(query);
  return jobByName.recentRuns[0]?.id ?? '';
}

test.describe('for a visitor', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('the sign-in page has no accessibility violation', async ({ page }) => {
    await page.goto('/sign-in');
    await expectNoViolation(page);
  });
});

/** Every rule in the light theme; in the dark one, which differs in nothing but colours, those that look at colours. */
async function expectNoViolation(page: Page): Promise<void> {
  await paint(page, 'light');
  expect(await violations(page)).toEqual([]);
  await paint(page, 'dark');
  expect(await violations(page, COLOUR_RULES)).toEqual([]);
  await paint(page, 'light');
}

/** Changes the theme as the button does, without loading the page again. */
async function paint(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // no colour half-way between two
  const attribute = 'data-mantine-color-scheme';
  await page
    .locator('html')
    .evaluate((html, [name, value]) => html.setAttribute(name, value), [attribute, scheme] as const);
}
