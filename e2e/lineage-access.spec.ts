import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { violations } from './accessibility';
import { plantChain } from './lineage-world';
import { LineagePage } from './lineage-page';

test.describe.configure({ mode: 'default' });

let chain: Awaited<ReturnType<typeof plantChain>>;
test.beforeAll(async () => {
  chain = await plantChain();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const show of ['graph', 'table'] as const) {
    test(`nothing stands in the way of assistive technology: ${show}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const lineage = new LineagePage(page);
      const address = `/lineage?focus=${chain.id('b')}&down=2&sel=${chain.id('c')}&view=${show}`;
      await page.goto(address);
      if (show === 'graph') await lineage.settle();
      await expect(page.getByTestId('details')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('with the keyboard alone: walk, expand, open details, export', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(chain.id('b'));
  await page.locator(`#node-${chain.id('b')}`).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`#node-${chain.id('c')}`)).toBeFocused();
  await page.keyboard.press('e');
  await expect(lineage.card(chain.id('d'))).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`#node-${chain.id('d')}`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('details')).toContainText(chain.name('d'));
  await page.getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await readFile(await (await download).path())).toString()).toContain('upstream_namespace');
});

test('the graph is one tab stop, the ring is visible and never covered, Tab leaves', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(chain.id('b'), 'down=2');
  const stops = await lineage.graph.locator('[tabindex="0"]').count();
  const own = await lineage.graph.getAttribute('tabindex');
  expect(stops + (own === '0' ? 1 : 0)).toBe(1);
  await page.locator(`#node-${chain.id('b')}`).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(260);
    const isSeen = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      if (!box) return false;
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return document.activeElement?.contains(top) ?? false;
    });
    expect(isSeen).toBe(true);
  }
  await page.keyboard.press('Tab');
  expect(await lineage.graph.evaluate((host) => host.contains(document.activeElement))).toBe(false);
});

test('the outline is walked with arrows and moves the graph along', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(chain.id('b'));
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem', { name: /upstream/ })).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('details')).toContainText(chain.name('a'));
});

test('with reduced motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lineage = new LineagePage(page);
  await lineage.open(chain.id('b'));
  await lineage.handle(chain.id('c'), 'down').click();
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await page.getByTestId('lens').selectOption('owner');
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0)),
    ),
  );
  expect(longest).toBe(0);
});

test('controls are at least 24 pixels high and wide, and dragging has buttons beside it', async ({ page }) => {
  const lineage = new LineagePage(page);
  await lineage.open(chain.id('b'));
  await page
    .getByRole('button', { name: 'Back to 100 %' })
    .or(page.getByRole('button', { name: /^Zoom \d+ %/ }))
    .first()
    .click();
  await page.waitForTimeout(300);
  const small = await page.locator('main button:visible').evaluateAll((buttons) =>
    buttons
      .map((button) => ({
        name: button.getAttribute('aria-label') ?? button.textContent,
        box: button.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
      .map(({ name, box }) => `${name} ${String(box.width)}×${String(box.height)}`),
  );
  expect(small).toEqual([]);
  const before = await lineage.place(chain.id('b'));
  await page.getByRole('button', { name: 'Look right' }).click();
  await page.waitForTimeout(300);
  expect((await lineage.place(chain.id('b'))).x).toBeLessThan(before.x);
});

test('a narrow page is an outline and a list', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await page.goto(`/lineage?focus=${chain.id('b')}`);
  await expect(page.getByTestId('table')).toBeVisible();
  await expect(page.getByTestId('outline')).toBeVisible();
  await expect(page.getByTestId('stage')).toHaveCount(0);
});
