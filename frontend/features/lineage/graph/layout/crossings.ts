import type { Slots } from './slots';

/** Layers longer than this are left to the sweeps: swapping pairs costs the square of a node's degree. */
const SWAP_LIMIT = 60;
const SWAP_ROUNDS = 3;

/** Pairs of edges between neighbouring layers that cross; O(edges · log(width)). */
export function countCrossings(slots: Slots, layers: readonly (readonly number[])[]): number {
  const position = new Int32Array(slots.count);
  for (const layer of layers) layer.forEach((slot, index) => (position[slot] = index));
  let total = 0;
  for (let at = 1; at < layers.length; at++) {
    total += crossingsBetween(slots, layers[at - 1] ?? [], position, (layers[at] ?? []).length);
  }
  return total;
}

function crossingsBetween(slots: Slots, left: readonly number[], position: Int32Array, width: number): number {
  const tree = new Int32Array(width + 1);
  let seen = 0;
  let crossings = 0;
  for (const slot of left) {
    const ends = slots.after[slot] ?? [];
    for (const end of ends) crossings += seen - countUpTo(tree, (position[end] ?? 0) + 1);
    for (const end of ends) addAt(tree, (position[end] ?? 0) + 1);
    seen += ends.length;
  }
  return crossings;
}

function countUpTo(tree: Int32Array, index: number): number {
  let sum = 0;
  for (let at = index; at > 0; at -= at & -at) sum += tree[at] ?? 0;
  return sum;
}

function addAt(tree: Int32Array, index: number): void {
  for (let at = index; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
}

/** Exchanges neighbours of one block or of two single blocks as long as that removes crossings; at most three rounds. */
export function swapToUncross(slots: Slots, layers: readonly (readonly number[])[]): number[][] {
  const result = layers.map((layer) => layer.slice());
  const position = new Int32Array(slots.count);
  for (const layer of result) layer.forEach((slot, index) => (position[slot] = index));
  for (let round = 0; round < SWAP_ROUNDS; round++) {
    let hasChanged = false;
    for (const layer of result) if (layer.length <= SWAP_LIMIT && swapIn(slots, layer, position)) hasChanged = true;
    if (!hasChanged) break;
  }
  return result;
}

function swapIn(slots: Slots, layer: number[], position: Int32Array): boolean {
  let hasChanged = false;
  for (let at = 1; at < layer.length; at++) {
    const upper = layer[at - 1] ?? 0;
    const lower = layer[at] ?? 0;
    if (!mayTrade(slots, upper, lower) || gain(slots, upper, lower, position) <= 0) continue;
    layer[at - 1] = lower;
    layer[at] = upper;
    position[lower] = at - 1;
    position[upper] = at;
    hasChanged = true;
  }
  return hasChanged;
}

const isSingle = (block: string): boolean => !block.startsWith('group:');

function mayTrade(slots: Slots, upper: number, lower: number): boolean {
  const one = slots.block[upper] ?? '';
  const other = slots.block[lower] ?? '';
  return one === other || (isSingle(one) && isSingle(other));
}

function gain(slots: Slots, upper: number, lower: number, position: Int32Array): number {
  const sides = [slots.before, slots.after];
  return sides.reduce((sum, beside) => {
    const above = beside[upper] ?? [];
    const below = beside[lower] ?? [];
    return sum + inversions(above, below, position) - inversions(below, above, position);
  }, 0);
}

function inversions(above: readonly number[], below: readonly number[], position: Int32Array): number {
  let count = 0;
  for (const one of above) {
    for (const other of below) if ((position[one] ?? 0) > (position[other] ?? 0)) count++;
  }
  return count;
}
