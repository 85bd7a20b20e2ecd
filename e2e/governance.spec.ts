import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { ask, unique } from './lineage-world';

const PASSWORD = 'seven purple lanterns float';
const NAMESPACE = 'postgres://governance.e2e.example:5432';
const REASON = 'The telephones are replaced by the end of the month.';

const REGISTER = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
const RECORD = 'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { __typename } }';
const CLASSIFY = 'mutation ($input: ClassifyInput!) { classify(input: $input) { id } }';

interface World {
  readonly source: string;
  readonly dashboard: string;
  readonly table: string;
}

/** A table whose two personal columns a dashboard shows unmasked. */
async function givenUnmaskedColumns(): Promise<World> {
  const table = unique('callers');
  const register = async (name: string, type: string, columns: string[]) => {
    const shape = columns.map((column) => ({ name: column, type: 'text' }));
    const input = { namespace: NAMESPACE, name, type, owner: 'support', columns: shape };
    return (await ask<{ registerAsset: { id: string } }>(REGISTER, { input })).registerAsset.id;
  };
  const source = await register(`crm.public.${table}`, 'TABLE', ['email', 'phone']);
  const dashboard = await register(`${table}_board`, 'DASHBOARD', ['shown', 'called']);
  const world = { source, dashboard, table };
  await record(world, false);
  for (const column of ['email', 'phone']) {
    const said = { level: 'CONFIDENTIAL', categories: ['PII'], reason: 'Identifies a person' };
    await ask(CLASSIFY, { input: { assetId: source, column, ...said } });
  }
  return world;
}

/** What the dashboard reads, as its next run would report it. */
async function record({ source, dashboard }: World, isPhoneMasked: boolean): Promise<void> {
  const columns = [
    { column: 'shown', parentAssetId: source, parentColumn: 'email' },
    { column: 'called', parentAssetId: source, parentColumn: 'phone', masking: isPhoneMasked },
  ];
  await ask(RECORD, { input: { assetId: dashboard, parentAssetIds: [source], transformation: 'reads', columns } });
}

const rows = (page: Page): Locator => page.getByRole('list', { name: 'Violations' }).getByRole('listitem');

/** Effects come after the answer; the page is loaded anew until they are there. */
async function openUntil(page: Page, address: string, count: number): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(rows(page)).toHaveCount(count, { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
}

const inboxOf = ({ dashboard }: World, status = 'open'): string =>
  `/governance/violations?requirement=reaches&asset=${dashboard}&status=${status}`;

/** Another steward, signed in, in a window of their own. */
async function colleague(browser: Browser): Promise<Page> {
  const username = unique('ada');
  const input = { username, displayName: 'Ada Okafor', role: 'STEWARD', password: PASSWORD };
  await ask('mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }', { input });
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await context.request.post('/api/v1/session', { data: { username, password: PASSWORD } });
  return context.newPage();
}

async function askToWaive(page: Page): Promise<void> {
  await page.keyboard.press('w');
  const asking = page.getByRole('dialog', { name: /^Ask to waive 1 violation/ });
  await expect(asking.getByLabel('For')).toHaveValue('30');
  await asking.getByLabel('Why').fill(REASON);
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(asking).toBeHidden();
}

test("a steward's Monday: looked at, assigned, waived by a colleague, and the rest resolved by the next run", async ({
  page,
  browser,
}) => {
  test.slow(); // two people, and three evaluations that each wait for the catalog's effects
  const world = await givenUnmaskedColumns();
  const { table } = world;
  await openUntil(page, inboxOf(world), 2);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  const assigning = page.getByRole('dialog', { name: 'Assign 2 violations' });
  await assigning.getByLabel('To').selectOption({ label: 'Morgan Reyes' });
  await expect(assigning).toContainText('Changes 2 of 2.');
  await assigning.getByRole('button', { name: 'Assign' }).click();
  await expect(rows(page).getByText('Morgan Reyes')).toHaveCount(2);

  await rows(page).filter({ hasText: 'shown' }).getByRole('button').click();
  await expect(page).toHaveURL(/[?&]v=[0-9a-f-]{36}/);
  const details = page.getByRole('complementary', { name: 'Details of the violation' });
  await expect(details.getByRole('list', { name: 'Path, source first' }).getByRole('listitem')).toHaveText([
    new RegExp(`${table}email↓ renamed`),
    new RegExp(`${table}_boardshown`),
  ]);
  await expect(details).toContainText(`${table}.email → ${table}_board.shown`);
  await expect(details.getByRole('list', { name: 'Where a mask would fix most' })).toContainText('clears 1 violation');
  await askToWaive(page);

  const other = await colleague(browser);
  await other.goto('/governance/waivers?show=pending');
  const request = other.getByRole('row').filter({ hasText: `${table}_board` });
  await expect(request).toContainText(REASON);
  await request.getByRole('button', { name: 'Approve' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(request).toBeHidden();
  await other.context().close();
  await openUntil(page, inboxOf(world), 1);

  await record(world, true);
  await openUntil(page, inboxOf(world, 'resolved'), 1);
  await expect(rows(page)).toContainText('called');
  await page.goto(inboxOf(world));
  await expect(page.getByText('No violation fits all of this')).toBeVisible();
});

test('from a violation its way is lit in the explorer, and said there', async ({ page }) => {
  const world = await givenUnmaskedColumns();
  await openUntil(page, inboxOf(world), 2);
  await page.keyboard.press('j');
  await page.getByRole('link', { name: 'Open in lineage' }).click();
  await expect(page.getByTestId('evidence')).toContainText(/reaches dashboard .* unmasked/);
  await expect(page.getByTestId('legend')).toContainText('✗ error');
  await expect(page.getByTestId('node').filter({ hasText: `${world.table}_board` })).toContainText('⚖ 2');
  await page.getByTestId('evidence').getByRole('button').click();
  await expect(page.getByTestId('evidence')).toBeHidden();
  await expect(page).not.toHaveURL(/evidence=/);
});

test('k goes back, e acknowledges, and undo opens again; whoever asked for a waiver may only withdraw it', async ({
  page,
}) => {
  const world = await givenUnmaskedColumns();
  await openUntil(page, inboxOf(world), 2);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows(page).first()).toHaveAttribute('data-current', 'true');
  await page.keyboard.press('e');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('complementary', { name: 'Details of the violation' }).waitFor();
  await askToWaive(page);
  await page.goto('/governance/waivers?show=pending');
  const row = page.getByRole('row').filter({ hasText: `${world.table}_board` });
  await expect(row.getByRole('button')).toHaveText(['Withdraw']);
});

test('why a column is personal is told with its way; a steward closes it with a reason and opens it again', async ({
  page,
}) => {
  const { dashboard, table } = await givenUnmaskedColumns();
  const address = `/assets/id/${dashboard}?tab=columns&col=shown`;
  const why = page.getByRole('region', { name: /^Why shown is/ });
  await expect(async () => {
    await page.goto(address);
    await expect(why).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(why.getByRole('list', { name: `Way from ${table}.email` }).getByRole('listitem')).toHaveCount(2);
  await why.getByRole('button', { name: /^Let nothing pass here/ }).click();
  const form = page.getByRole('dialog', { name: 'Close the way from email to shown' });
  await form.getByLabel('Why').fill('The board shows the number of mails');
  await form.getByRole('button', { name: 'Close', exact: true }).last().click();
  const closed = why.getByRole('list', { name: 'Closed by a steward' });
  await expect(closed).toContainText('The board shows the number of mails');
  // What follows has gone with the edge; where it was closed it is opened again, now and by whoever comes later.
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('region', { name: 'Why shown is not classified' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(closed).toContainText('The board shows the number of mails');
  await closed.getByRole('button', { name: 'Open again' }).click();
  const opening = page.getByRole('dialog', { name: 'Open the way from email to shown' });
  await opening.getByLabel('Why').fill('It shows the mails after all');
  await opening.getByRole('button', { name: 'Open again' }).click();
  await expect(closed).toBeHidden();
});

test('the inbox says what waits and where a mask fixes most; a group of suggestions is accepted and taken back', async ({
  page,
}) => {
  await page.goto('/governance');
  await expect(page.getByRole('list', { name: 'Where a mask would fix most' })).toContainText('dim_customers');
  await expect(page.getByRole('list', { name: 'Access asked for' })).toContainText('Jo Kim');
  await page
    .getByRole('list', { name: 'Waiting for you' })
    .getByRole('link', { name: /Suggestions to decide/ })
    .click();
  const list = page.getByRole('list', { name: 'Suggestions' });
  const group = list.getByRole('listitem').filter({ hasText: 'name: phone' });
  await group.getByRole('button').click();
  await expect(page.getByText('Accepting classifies 2 places in 2 assets')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Columns that would be marked' })).toContainText('reach_at');
  await page.keyboard.press('y');
  await expect(group).toBeHidden();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(group).toBeVisible();
});

test('a mistake in a policy is named with its line, and a dry run counts what it would find', async ({ page }) => {
  await page.goto('/governance/policies/new');
  await expect(page.getByTestId('dry-run')).toContainText(/\d+ new, \d+ clears?\./);
  const text = page.getByLabel('Text of the policy');
  await text.fill((await text.inputValue()).replace('mode: warn', 'mode: warm'));
  await expect(page.getByRole('button', { name: /^line 8:\d+ spec\.mode/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as a draft' })).toBeDisabled();
});
