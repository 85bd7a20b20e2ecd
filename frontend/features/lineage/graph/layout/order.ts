import { countCrossings, swapToUncross } from './crossings';
import type { Slots } from './slots';

const SWEEPS = 8;

/**
 * The order of slots within each layer: barycenter sweeps in alternating directions, the best of all kept.
 *
 * Starts from the order given by `slots.layers` (sort keys); ties keep it, so that equal input gives equal output.
 * Blocks stay together. Source: Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical systems" (1981).
 */
export function orderLayers(slots: Slots): number[][] {
  const position = new Float64Array(slots.count);
  for (const layer of slots.layers) record(layer, position);
  let layers = slots.layers.map((layer) => gather(slots, layer, (slot) => position[slot] ?? 0));
  for (const layer of layers) record(layer, position);
  let best = layers;
  let fewest = countCrossings(slots, layers);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    layers = sweepOnce(slots, layers, position, sweep % 2 === 0);
    const crossings = countCrossings(slots, layers);
    if (crossings < fewest) {
      fewest = crossings;
      best = layers;
    }
  }
  return fewest === 0 ? best : swapToUncross(slots, best);
}

function sweepOnce(slots: Slots, layers: number[][], position: Float64Array, isForward: boolean): number[][] {
  const result = layers.slice();
  const beside = isForward ? slots.before : slots.after;
  for (let step = 1; step < layers.length; step++) {
    const at = isForward ? step : layers.length - 1 - step;
    const sorted = gather(slots, result[at] ?? [], (slot) => center(beside[slot] ?? [], position, slot));
    record(sorted, position);
    result[at] = sorted;
  }
  return result;
}

/** Positions are relative to the layer's length, so that layers of different lengths can be compared. */
function record(layer: readonly number[], position: Float64Array): void {
  layer.forEach((slot, index) => (position[slot] = (index + 0.5) / layer.length));
}

function center(neighbours: readonly number[], position: Float64Array, slot: number): number {
  if (neighbours.length === 0) return position[slot] ?? 0;
  let sum = 0;
  for (const neighbour of neighbours) sum += position[neighbour] ?? 0;
  return sum / neighbours.length;
}

interface Keyed {
  readonly slot: number;
  readonly index: number;
  readonly key: number;
}

const byKey = (a: Keyed, b: Keyed): number => a.key - b.key || a.index - b.index;

/** Sorts a layer by `key` with the slots of one block beside each other; blocks stand at the mean of their slots. */
function gather(slots: Slots, layer: readonly number[], key: (slot: number) => number): number[] {
  const keyed = layer.map((slot, index): Keyed => ({ slot, index, key: key(slot) }));
  if (!slots.hasGroups) return keyed.sort(byKey).map(({ slot }) => slot);
  const blocks = new Map<string, Keyed[]>();
  for (const entry of keyed) {
    const block = slots.block[entry.slot] ?? '';
    const known = blocks.get(block);
    if (known) known.push(entry);
    else blocks.set(block, [entry]);
  }
  const means = [...blocks.values()].map((members) => ({
    members: members.sort(byKey),
    index: members[0]?.index ?? 0,
    key: members.reduce((sum, member) => sum + member.key, 0) / members.length,
  }));
  means.sort((a, b) => a.key - b.key || a.index - b.index);
  return means.flatMap(({ members }) => members.map(({ slot }) => slot));
}
