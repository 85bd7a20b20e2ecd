import { expect, test } from '@playwright/test';
import { ask, plant, unique } from './lineage-world';
import { LineagePage } from './lineage-page';

/** `in` feeds `old`, then, later, `new`; `hub` is fed by the one, then by the other. */
async function plantHistory() {
  const prefix = unique('past');
  const name = (word: string): string => `${prefix}.marts.${prefix}_${word}`;
  const world = await plant([
    { name: name('old') },
    { name: name('new') },
    { name: name('hub'), parents: [name('old')] },
  ]);
  const id = (word: string): string => world.get(name(word)) ?? '';
  const input = { assetId: id('hub'), parentAssetIds: [id('new')], transformation: 'sql' };
  await ask('mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added removed } }', { input });
  const query = 'query ($id: ID!) { lineageChanges(assetIds: [$id]) { nodes { at } } }';
  const { lineageChanges } = await ask<{ lineageChanges: { nodes: { at: string }[] } }>(query, { id: id('hub') });
  return { id, name, before: lineageChanges.nodes[1]?.at ?? '' };
}

test('the time slider shows the graph as of each change, by key, and the asset page keeps the moment', async ({
  page,
}) => {
  const { id, name } = await plantHistory();
  const lineage = new LineagePage(page);
  await lineage.open(id('hub'), 'mode=time');
  expect(await lineage.ids()).toEqual([id('hub'), id('new')].sort());
  await expect(page.getByTestId('change-mark')).toHaveCount(2);
  await page.getByTestId('time-slider').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('moment-banner')).toBeVisible();
  await lineage.settle();
  await expect.poll(() => lineage.ids()).toEqual([id('hub'), id('old')].sort());
  await page.getByRole('button', { name: 'To the change before' }).click();
  await expect.poll(() => lineage.ids()).toEqual([id('hub')]);
  await page.goBack();
  await expect.poll(() => lineage.ids()).toEqual([id('hub'), id('old')].sort());
  await page.reload();
  await lineage.settle();
  expect(await lineage.ids()).toEqual([id('hub'), id('old')].sort());
  await lineage.card(id('hub')).getByRole('button').first().click();
  await page.getByRole('link', { name: 'Open page' }).click();
  await expect(page.getByTestId('moment-banner')).toBeVisible();
  await page.locator('[data-tab="lineage"]').click();
  await expect(page.getByRole('table', { name: 'Fed by' })).toContainText(name('old').split('.').at(-1) ?? '');
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page.getByRole('table', { name: 'Fed by' })).toContainText(name('new').split('.').at(-1) ?? '');
});

test('two moments compared: ghosts and marks in the graph, its table and a list that names the cause', async ({
  page,
}) => {
  const { id, before } = await plantHistory();
  const lineage = new LineagePage(page);
  await lineage.open(id('hub'), `mode=compare&from=${before}`);
  expect(await lineage.ids()).toEqual([id('hub'), id('new'), id('old')].sort());
  await expect(lineage.card(id('old'))).toHaveAttribute('data-difference', 'removed');
  await expect(lineage.card(id('new'))).toHaveAttribute('data-difference', 'added');
  await expect(page.getByTestId('diff-summary')).toHaveText('2 added, 2 removed');
  const list = page.getByTestId('changes');
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('listitem').first()).toContainText(/_old.*removed.* UTC, by /);
  await list.getByRole('button').first().click();
  await expect(page).toHaveURL(new RegExp(`sel=${id('old')}`));
  await expect(lineage.card(id('old'))).toHaveAttribute('data-selected', 'true');
  await lineage.showTable();
  await expect(page.locator(`[data-row="${id('old')}"]`)).toContainText('removed');
  await page.getByRole('button', { name: 'Close details' }).click();
  await expect(page).not.toHaveURL(/from=|mode=/);
  await expect(page.getByTestId('table').getByRole('row')).toHaveCount(3);
});

test('the ways between two assets: lit one by one, in words, by key and by link', async ({ page }) => {
  const prefix = unique('ways');
  const name = (word: string): string => `${prefix}.marts.${prefix}_${word}`;
  const world = await plant([
    { name: name('a') },
    { name: name('b'), parents: [name('a')] },
    { name: name('c'), parents: [name('b')] },
    { name: name('d'), parents: [name('c'), name('b')] },
    { name: name('x'), parents: [name('a')] },
    { name: name('alone') },
  ]);
  const id = (word: string): string => world.get(name(word)) ?? '';
  const lineage = new LineagePage(page);
  await lineage.open(id('a'), `mode=path&path=${id('d')}`);
  const ways = page.getByTestId('ways').getByRole('listitem');
  await expect(ways).toHaveCount(2);
  await expect(ways.first()).toContainText(/_a → .*_b → .*_d.*2.steps/);
  expect(await lineage.ids()).toEqual(['a', 'b', 'c', 'd', 'x'].map(id).sort());
  await expect(lineage.card(id('x'))).toHaveAttribute('data-dim', 'true');
  await expect(lineage.card(id('c'))).toHaveAttribute('data-dim', 'true');
  await page.getByRole('button', { name: 'The next way' }).click();
  await expect(page).toHaveURL(/way=2/);
  await expect(lineage.card(id('c'))).not.toHaveAttribute('data-dim');
  await expect(ways.nth(1)).toContainText(/_b → .*_c: sql/);
  await page.getByRole('button', { name: 'Close details' }).click();
  await expect(page).not.toHaveURL(/mode=|path=|way=/);
  await lineage.card(id('b')).getByRole('button').first().focus();
  await page.keyboard.press('p');
  await expect(ways).toHaveCount(1);
  await lineage.open(id('a'), `mode=path&path=${id('alone')}`);
  await expect(page.getByText('Neither feeds the other within 25 steps')).toBeVisible();
});

test("a selector of dbt's language: typed, drawn, told in words; a mistake is underlined and changes nothing", async ({
  page,
}) => {
  const prefix = unique('pick');
  const name = (word: string): string => `${prefix}.marts.${prefix}_${word}`;
  const world = await plant([
    { name: name('a') },
    { name: name('b'), parents: [name('a')] },
    { name: name('c'), parents: [name('b')] },
    { name: name('d'), parents: [name('c')] },
    { name: name('apart'), tags: [prefix] },
  ]);
  const ids = (...words: string[]): string[] => words.map((word) => world.get(name(word)) ?? '').sort();
  const lineage = new LineagePage(page);
  await lineage.open(world.get(name('b')) ?? '');
  await page.getByTestId('mode-select').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('selector')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(`+${prefix}_c tag:${prefix}`);
  await page.keyboard.press('Enter');
  const meaning = page.getByTestId('selector-meaning');
  await expect(meaning).toHaveText(`${prefix}_c with everything upstream, or tagged ${prefix} → 4 assets`);
  await lineage.settle();
  expect(await lineage.ids()).toEqual(ids('a', 'b', 'c', 'apart'));
  await expect(page.getByTestId('shown')).toHaveText('4 of 4 shown');
  await expect(page.getByRole('treeitem', { name: `${prefix}_apart` })).toBeVisible();

  await page.getByTestId('selector').fill(`+${prefix}_c,${prefix}_b+ --exclude ${prefix}_b`);
  await page.keyboard.press('Enter');
  await expect.poll(() => lineage.ids()).toEqual(ids('c'));
  await page.getByTestId('selector').fill(`${prefix}_c colour:red`);
  await page.keyboard.press('Enter');
  await expect(meaning).toContainText('colour: is no method');
  await expect(meaning.getByText('colour', { exact: true })).toHaveJSProperty('tagName', 'MARK');
  await expect(page.getByTestId('selector')).toHaveAttribute('aria-invalid', 'true');
  expect(await lineage.ids()).toEqual(ids('c'));

  await page.goBack();
  await page.goBack();
  await expect.poll(() => lineage.ids()).toEqual(ids('a', 'b', 'c', 'apart'));
  await page.reload();
  await lineage.settle();
  expect(await lineage.ids()).toEqual(ids('a', 'b', 'c', 'apart'));
  expect(await (await lineage.showTable()).count()).toBe(4);
  await page.getByTestId('mode-select').click();
  await expect(page).not.toHaveURL(/select=/);
  await expect(page.getByTestId('table').locator('[data-row]')).toHaveCount(3);
});
