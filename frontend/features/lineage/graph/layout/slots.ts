import type { Components } from './cycles';
import { neighbours, type Dag } from './dag';
import { FRAME_PADDING, FRAME_TITLE, LANE_HEIGHT, MAX_LANES, ROW_GAP, type LayoutNode } from './layout-types';

/**
 * What stands in columns: slots 0…components-1 hold a node or a whole cycle, later ones are lanes for long edges.
 *
 * `before` and `after` join slots of neighbouring columns only. A source has one lane per column, shared by its edges.
 */
export interface Slots {
  readonly count: number;
  readonly components: number;
  readonly layer: Int32Array;
  readonly height: Float64Array;
  /** Slots of one block stay together in their column; a lane is a block of its own. */
  readonly block: readonly string[];
  readonly hasGroups: boolean;
  readonly before: readonly number[][];
  readonly after: readonly number[][];
  readonly layers: readonly number[][];
  /** The lane of a component in a layer, by `component:layer`. */
  readonly lanes: ReadonlyMap<string, number>;
}

/** Height of a component: a card, or a frame with the cards of a cycle under its title. */
export function componentHeight(members: readonly number[], nodes: readonly LayoutNode[]): number {
  const cards = members.reduce((sum, member) => sum + (nodes[member]?.height ?? 0), 0);
  if (members.length === 1) return cards;
  return cards + (members.length - 1) * ROW_GAP + FRAME_TITLE + 2 * FRAME_PADDING;
}

/** Builds the slots of a ranked component graph; layers count from 0 at the smallest rank. */
export function slotsOf(dag: Dag, rank: Int32Array, found: Components, nodes: readonly LayoutNode[]): Slots {
  const lowest = rank.reduce((least, value) => Math.min(least, value), Infinity);
  const layer = Array.from(rank, (value) => value - lowest);
  const building = new Building(layer, found, nodes);
  for (let source = 0; source < dag.count; source++) {
    for (const target of neighbours(dag.out, source)) building.join(source, target);
  }
  return building.done(dag.count);
}

class Building {
  private readonly before: number[][];
  private readonly after: number[][];
  private readonly heights: number[];
  private readonly blocks: string[];
  private readonly lanes = new Map<string, number>();

  constructor(
    private readonly layer: number[],
    found: Components,
    nodes: readonly LayoutNode[],
  ) {
    this.before = layer.map(() => []);
    this.after = layer.map(() => []);
    this.heights = found.members.map((members) => componentHeight(members, nodes));
    this.blocks = found.members.map((members, component) => blockOf(members, component, nodes));
  }

  /** Joins two components directly, through lanes, or not at all when the way is so long that the bus takes it. */
  join(source: number, target: number): void {
    const from = this.layer[source] ?? 0;
    const to = this.layer[target] ?? 0;
    if (to - from > MAX_LANES + 1) return;
    let last = source;
    for (let layer = from + 1; layer < to; layer++) last = this.lane(source, layer, last);
    this.link(last, target);
  }

  done(components: number): Slots {
    const layers: number[][] = [];
    this.layer.forEach((layer, slot) => {
      while (layers.length <= layer) layers.push([]);
      layers[layer]?.push(slot);
    });
    return {
      count: this.layer.length,
      components,
      layer: Int32Array.from(this.layer),
      height: Float64Array.from(this.heights),
      block: this.blocks,
      hasGroups: this.blocks.some((block) => block.startsWith('group:')),
      before: this.before,
      after: this.after,
      layers,
      lanes: this.lanes,
    };
  }

  private lane(source: number, layer: number, last: number): number {
    const key = `${String(source)}:${String(layer)}`;
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const slot = this.layer.length;
    this.lanes.set(key, slot);
    this.layer.push(layer);
    this.heights.push(LANE_HEIGHT);
    this.blocks.push(`lane:${key}`);
    this.before.push([]);
    this.after.push([]);
    this.link(last, slot);
    return slot;
  }

  private link(source: number, target: number): void {
    this.after[source]?.push(target);
    this.before[target]?.push(source);
  }
}

function blockOf(members: readonly number[], component: number, nodes: readonly LayoutNode[]): string {
  const group = members.length === 1 ? nodes[members[0] ?? -1]?.group : null;
  return group === null || group === undefined ? `one:${String(component)}` : `group:${group}`;
}
