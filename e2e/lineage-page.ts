import { expect, type Locator, type Page } from '@playwright/test';

/** The lineage explorer as a reader meets it. */
export class LineagePage {
  readonly graph: Locator;

  constructor(readonly page: Page) {
    this.graph = page.getByTestId('graph');
  }

  async open(focus: string, query = ''): Promise<void> {
    await this.page.goto(`/lineage?focus=${focus}${query && `&${query}`}`);
    await this.settle();
  }

  /** Everything asked for has been answered, laid out and drawn. */
  async settle(): Promise<void> {
    await expect(this.graph).toHaveAttribute('data-canvas', 'true');
    await expect(this.graph).toHaveAttribute('data-ready', 'true');
  }

  card(id: string): Locator {
    return this.page.locator(`[data-node="${id}"]`);
  }

  handle(id: string, side: 'up' | 'down'): Locator {
    return this.card(id).getByTestId(`handle-${side}`);
  }

  /** Ids of the assets drawn as cards. */
  async ids(): Promise<string[]> {
    const ids = await this.page
      .getByTestId('node')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-node') ?? ''));
    return ids.sort();
  }

  /** Where cards stand in the model, by id. */
  positions(): Promise<Record<string, string>> {
    return this.page
      .locator('[data-testid="node"], [data-testid="more"]')
      .evaluateAll((cards) =>
        Object.fromEntries(
          cards.map((card) => [card.getAttribute('data-node') ?? '', (card as HTMLElement).style.transform]),
        ),
      );
  }

  /** Where a card is on screen. */
  async place(id: string): Promise<{ x: number; y: number }> {
    const box = await this.card(id).boundingBox();
    if (!box) throw new Error(`${id} is not drawn`);
    return { x: box.x, y: box.y };
  }

  /** Its rows are there: the table's code travels when it is first asked for. */
  async showTable(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = this.page.getByTestId('table').locator('[data-row]');
    await expect(rows.first()).toBeVisible();
    return rows;
  }

  /** Zooms out until every card is drawn, for tests that count them. */
  async fit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fit everything' }).click();
    await this.page.waitForTimeout(350);
  }
}
