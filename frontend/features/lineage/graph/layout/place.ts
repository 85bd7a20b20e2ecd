import { FRAME_PADDING, FRAME_TITLE, ROW_GAP, WRAP_AFTER } from './layout-types';
import type { Slots } from './slots';
import { median, spread } from './spread';

const PASSES = 6;
/** A lane pulls harder than a card, so that long edges run straight. */
const LANE_WEIGHT = 4;
const LOOSE_WEIGHT = 0.05;

/** A wrapped layer: cards in rows of `perRow`, row by row in the layer's order. */
export interface Grid {
  readonly perRow: number;
  readonly index: ReadonlyMap<number, number>;
}

export interface Heights {
  /** Centre of each slot. */
  readonly y: Float64Array;
  /** Layers that wrap, by layer. */
  readonly grids: ReadonlyMap<number, Grid>;
}

/** Heights for ordered layers: each slot near the median of its neighbours, none overlapping; wide layers in a grid. */
export function placeLayers(slots: Slots, layers: readonly (readonly number[])[]): Heights {
  const y = new Float64Array(slots.count);
  const grids = new Map<number, Grid>();
  layers.forEach((layer, at) => {
    const grid = gridOf(slots, layer);
    if (grid) grids.set(at, grid);
  });
  const gaps = layers.map((layer) => gapsOf(slots, layer));
  layers.forEach((layer, at) => settle(slots, layer, { y, gaps: gaps[at] ?? [], grid: grids.get(at) }, () => 0));
  for (let pass = 0; pass < PASSES; pass++) {
    const order = pass % 2 === 0 ? layers.keys() : [...layers.keys()].toReversed();
    const wanted = wantedIn(slots, y, pass);
    for (const at of order) settle(slots, layers[at] ?? [], { y, gaps: gaps[at] ?? [], grid: grids.get(at) }, wanted);
  }
  return { y, grids };
}

/** Early passes follow one side so that columns line up from the ends; the last two weigh both. */
function wantedIn(slots: Slots, y: Float64Array, pass: number): (slot: number) => number {
  return (slot) => {
    const before = slots.before[slot] ?? [];
    const after = slots.after[slot] ?? [];
    const preferred = pass % 2 === 0 ? before : after;
    const neighbours = pass >= PASSES - 2 ? [...before, ...after] : preferred;
    return median(neighbours.map((neighbour) => y[neighbour] ?? 0));
  };
}

interface Column {
  readonly y: Float64Array;
  readonly gaps: readonly number[];
  readonly grid: Grid | undefined;
}

function settle(slots: Slots, layer: readonly number[], column: Column, wanted: (slot: number) => number): void {
  const { y, gaps, grid } = column;
  const wants = layer.map(wanted);
  const weights = layer.map((slot, i) =>
    Number.isNaN(wants[i]) ? LOOSE_WEIGHT : slot >= slots.components ? LANE_WEIGHT : 1,
  );
  const targets = wants.map((want, i) => (Number.isNaN(want) ? (y[layer[i] ?? 0] ?? 0) : want));
  if (grid) settleGrid(slots, layer, targets, { y, gaps, grid });
  else spread(targets, gaps, weights).forEach((value, i) => (y[layer[i] ?? 0] = value));
}

/** Centres the rows of a wrapped layer on what its cards want; lanes go to the nearest gap between rows. */
function settleGrid(
  slots: Slots,
  layer: readonly number[],
  targets: readonly number[],
  column: Column & { grid: Grid },
): void {
  const { y, grid } = column;
  const rowOf = (slot: number): number => Math.floor((grid.index.get(slot) ?? 0) / grid.perRow);
  const cards = layer.filter((slot) => grid.index.has(slot));
  const heights: number[] = [];
  for (const slot of cards) heights[rowOf(slot)] = Math.max(heights[rowOf(slot)] ?? 0, slots.height[slot] ?? 0);
  const tops = rowTops(heights, targets.reduce((sum, want) => sum + want, 0) / Math.max(1, targets.length));
  for (const slot of cards) y[slot] = (tops[rowOf(slot)] ?? 0) + (heights[rowOf(slot)] ?? 0) / 2;
  const gapLines = tops.map((value) => value - ROW_GAP / 2);
  layer.forEach((slot, i) => {
    if (!grid.index.has(slot)) y[slot] = nearest(gapLines, targets[i] ?? 0);
  });
}

/** Upper ends of rows around a middle, and, last, where a further row would begin. */
function rowTops(heights: readonly number[], middle: number): number[] {
  const total = heights.reduce((sum, height) => sum + height + ROW_GAP, -ROW_GAP);
  const tops = [Math.round(middle - total / 2)];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height + ROW_GAP);
  return tops;
}

function nearest(lines: readonly number[], wanted: number): number {
  return lines.reduce(
    (best, line) => (Math.abs(line - wanted) < Math.abs(best - wanted) ? line : best),
    lines[0] ?? wanted,
  );
}

function gridOf(slots: Slots, layer: readonly number[]): Grid | undefined {
  const cards = layer.filter((slot) => slot < slots.components);
  if (cards.length <= WRAP_AFTER || slots.hasGroups) return undefined;
  const perRow = Math.ceil(cards.length / WRAP_AFTER);
  return { perRow, index: new Map(cards.map((slot, index) => [slot, index])) };
}

function gapsOf(slots: Slots, layer: readonly number[]): number[] {
  return layer.map((slot, i) => (i === 0 ? 0 : gapBetween(slots, layer[i - 1] ?? 0, slot)));
}

/** Least distance between the centres of two slots, one below the other; frames need room for padding and title. */
function gapBetween(slots: Slots, upper: number, lower: number): number {
  const base = ((slots.height[upper] ?? 0) + (slots.height[lower] ?? 0)) / 2 + ROW_GAP;
  if (slots.block[upper] === slots.block[lower]) return base;
  const below = isFramed(slots, upper) ? FRAME_PADDING : 0;
  const above = isFramed(slots, lower) ? FRAME_PADDING + FRAME_TITLE : 0;
  return base + below + above;
}

function isFramed(slots: Slots, slot: number): boolean {
  return slots.block[slot]?.startsWith('group:') ?? false;
}
