import type { Column, Point } from './layout-types';
import { CARD_WIDTH, COLUMN_GAP, SUB_GAP } from './layout-types';
import type { Grid, Heights } from './place';
import type { Slots } from './slots';

const MOST_EXTRA = 72;

/** Columns side by side from x = 0; a wrapped layer is as wide as its sub-columns. */
export function columnsOf(slots: Slots, lowest: number, grids: ReadonlyMap<number, Grid>): Column[] {
  const columns: Column[] = [];
  let left = 0;
  for (let layer = 0; layer < slots.layers.length; layer++) {
    const perRow = grids.get(layer)?.perRow ?? 1;
    const right = left + widthOf(perRow);
    columns.push({ rank: layer + lowest, left, right });
    left = right + gapAfter(slots, layer);
  }
  return columns;
}

/** Many lines between two columns need more room to bend. */
function gapAfter(slots: Slots, layer: number): number {
  const lines = (slots.layers[layer] ?? []).reduce((sum, slot) => sum + (slots.after[slot]?.length ?? 0), 0);
  return COLUMN_GAP + Math.min(MOST_EXTRA, Math.max(0, lines - 4) * 6);
}

/** Width of a column of so many sub-columns. */
export function widthOf(perRow: number): number {
  return perRow * CARD_WIDTH + (perRow - 1) * SUB_GAP;
}

/** Which sub-column of its layer a slot stands in, 0 unless the layer wraps. */
function subColumn(heights: Heights, layer: number, slot: number): number {
  const grid = heights.grids.get(layer);
  return grid ? (grid.index.get(slot) ?? 0) % grid.perRow : 0;
}

/** The centre of a slot that holds a card or a cycle. */
export function centerOf(slots: Slots, heights: Heights, columns: readonly Column[], slot: number): Point {
  const layer = slots.layer[slot] ?? 0;
  const left = columns[layer]?.left ?? 0;
  const x = left + subColumn(heights, layer, slot) * (CARD_WIDTH + SUB_GAP) + CARD_WIDTH / 2;
  return { x, y: heights.y[slot] ?? 0 };
}
