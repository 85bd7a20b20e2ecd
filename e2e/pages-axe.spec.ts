import { expect, test, type Page } from '@playwright/test';
import { violations } from './accessibility';
import { ADMIN_TOKEN } from './installation';

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
    await page.goto(`/assets/id/${await someMart(page)}?tab=${tab}`);
    await page.getByRole('main').waitFor();
    await expectNoViolation(page);
  });
}

test('a run that failed has no accessibility violation', async ({ page }) => {
  await page.goto(`/runs/${await failedRun(page)}?cmp=median`);
  await page.getByText('The same as a table').click();
  await expectNoViolation(page);
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
async function someMart(page: Page): Promise<string> {
  const query = '{ search(query: "", filter: { type: [TABLE], layer: ["mart"] }, first: 1) { hits { asset { id } } } }';
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const response = await page.request.post('/graphql', { headers, data: { query } });
  const { data } = (await response.json()) as { data: { search: { hits: { asset: { id: string } }[] } } };
  return data.search.hits[0]?.asset.id ?? '';
}

/** The id of the run of the demo's warehouse build that failed. */
async function failedRun(page: Page): Promise<string> {
  const query = `{ jobByName(namespace: "airflow.nightjar", name: "nightly_warehouse") { recentRuns(first: 1) { id } } }`;
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const response = await page.request.post('/graphql', { headers, data: { query } });
  const { data } = (await response.json()) as { data: { jobByName: { recentRuns: { id: string }[] } } };
  return data.jobByName.recentRuns[0]?.id ?? '';
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
