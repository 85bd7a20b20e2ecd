import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ADMIN_TOKEN } from './installation';

const PAGES = [
  '/',
  '/search?q=orders',
  '/search?q=nothing+layer:mart+colour:red',
  '/admin/ingestion',
  '/admin/namespaces',
  '/admin/people',
  '/admin/tokens',
  '/governance/violations?status=open,resolved',
  '/governance/waivers',
  '/governance/policies',
  '/governance/policies/de-pii',
  '/governance/policies/new',
  '/account',
  '/explorer',
  '/assets/table/nowhere;nothing',
];
const TABS = ['overview', 'columns', 'lineage', 'quality', 'history', 'sources', 'sql'];

test.describe.configure({ mode: 'parallel' });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const address of PAGES) {
      test(`${address} has no accessibility violation`, async ({ page }) => {
        await page.goto(address);
        await page.getByRole('main').waitFor();
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const tab of TABS) {
      test(`the ${tab} tab of an asset has no accessibility violation`, async ({ page }) => {
        await page.goto(`/assets/id/${await someMart(page)}?tab=${tab}`);
        await page.getByRole('main').waitFor();
        expect(await violations(page)).toEqual([]);
      });
    }

    test('dialogs and menus have no accessibility violation', async ({ page }) => {
      await page.goto('/admin/tokens');
      await page.getByRole('button', { name: 'New token' }).click();
      await expect(page.getByRole('dialog', { name: 'New token' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Theme' }).click();
      expect(await violations(page)).toEqual([]);
    });
  });
}

/** The id of a table in the demo's marts. */
async function someMart(page: Page): Promise<string> {
  const query = '{ search(query: "", filter: { type: [TABLE], layer: ["mart"] }, first: 1) { hits { asset { id } } } }';
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const response = await page.request.post('/graphql', { headers, data: { query } });
  const { data } = (await response.json()) as { data: { search: { hits: { asset: { id: string } }[] } } };
  return data.search.hits[0]?.asset.id ?? '';
}

test.describe('for a visitor', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the sign-in page has no accessibility violation in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/sign-in');
      expect(await violations(page)).toEqual([]);
    });
  }
});

/** What axe objects to, short enough to read in a failure. */
async function violations(page: ConstructorParameters<typeof AxeBuilder>[0]['page']): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
