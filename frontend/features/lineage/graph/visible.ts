import { bridgeOver, type DrawnEdge } from './bridge';
import {
  adjacencyOf,
  SIDES,
  type Adjacency,
  type AssetSummary,
  type Change,
  type ColumnSummary,
  type Scene,
  type SceneEdge,
  type SceneNode,
  type Side,
} from './graph';
import { classOf } from './lens';
import { reach } from './reach';
import { rootIn } from './root';
import { expansionOf, isClosed, type GraphFilter, type View } from './view';

/** One side of a drawn node: how many neighbours there are, are drawn, and are not. */
export interface SideState {
  readonly total: number;
  readonly shown: number;
  /** Those not drawn because nobody asked for them yet or the side is closed; filtered and hidden ones do not count. */
  readonly more: number;
  /** The reader, or the depth, has opened this side. */
  readonly isOpen: boolean;
}

export interface VisibleNode {
  readonly id: string;
  readonly asset: AssetSummary;
  /** The column of the asset that this node is; null for a whole asset. */
  readonly column: ColumnSummary | null;
  /** Hops from the focus within what is drawn, negative on the upstream side. */
  readonly distance: number;
  readonly up: SideState;
  readonly down: SideState;
  /** Only where two moments are compared. */
  readonly change?: Change;
}

/** A counted stand-in for the neighbours of `owner` that an open side does not draw. */
export interface MoreNode {
  readonly id: string;
  readonly owner: string;
  readonly side: Side;
  readonly count: number;
}

export interface Counts {
  /** Assets drawn, or columns of them; the focus included. */
  readonly shown: number;
  /** Assets drawn or counted by an open side; an upper bound when `isExact` is false. */
  readonly total: number;
  readonly isExact: boolean;
  readonly filtered: number;
  readonly hidden: number;
}

export interface VisibleGraph {
  /** The node everything is seen from: an asset, or a column. */
  readonly focus: string;
  readonly nodes: readonly VisibleNode[];
  readonly more: readonly MoreNode[];
  readonly edges: readonly DrawnEdge[];
  readonly counts: Counts;
  /** The answers did not hold all that the depth asks for. */
  readonly isPart: boolean;
}

/** The name of the stand-in for what one side of a node does not draw. */
export function moreId(side: Side, owner: string): string {
  return `more:${side}:${owner}`;
}

/**
 * What is drawn: focus + depth + expansions − closed sides − hidden and filtered nodes, with bridges over the gaps.
 *
 * The scene holds the answers for this view's depth and expansions; a node that nothing drawn leads to is left out.
 * Order is distance, then name, so that equal input gives equal output.
 */
export function visibleGraph(scene: Scene, view: View): VisibleGraph {
  const root = rootIn(scene, view);
  const recorded = edgesOf(scene, view);
  const beside = adjacencyOf(scene.nodes.keys(), recorded);
  const distances = distancesIn(scene, beside, view, root);
  const isFocus = (node: SceneNode): boolean => node.id === root || node.asset.id === view.focus;
  const reached = [...distances.keys()].flatMap((id) => scene.nodes.get(id) ?? []);
  const passing = reached.filter((node) => isFocus(node) || passes(node.asset, view.filter));
  const drawn = passing.filter((node) => isFocus(node) || !view.hidden.includes(node.asset.id));
  const kept = new Set(drawn.map((node) => node.id));
  const nodes = drawn.map((node) => toVisible(node, { beside, distances, kept, view })).sort(inOrder);
  const more = nodes.flatMap(moreOf);
  const inReach = recorded.filter((edge) => distances.has(edge.source) && distances.has(edge.target));
  const filtered = reached.length - passing.length;
  const counted = more.reduce((sum, node) => sum + node.count, 0);
  const isCounted = ({ column }: SceneNode | VisibleNode): boolean => column !== null || view.level === 'table';
  const total = Math.max(reached.filter(isCounted).length + counted, scene.selection?.total ?? 0);
  return {
    focus: root ?? view.focus,
    nodes,
    more,
    edges: bridgeOver(inReach, kept),
    isPart: scene.omitted.some(({ reason }) => reason === 'BUDGET'),
    counts: {
      shown: nodes.filter(isCounted).length,
      total,
      isExact: more.length <= 1 || more.every((node) => node.owner === root),
      filtered,
      hidden: passing.length - drawn.length,
    },
  };
}

function edgesOf(scene: Scene, { isDirectOnly }: View): SceneEdge[] {
  const edges = [...scene.edges.values()];
  return isDirectOnly ? edges.filter(({ kind }) => kind !== 'INDIRECT') : edges;
}

/** From the root; what is selected is there whether or not anything leads to it. */
function distancesIn(scene: Scene, beside: Adjacency, view: View, root: string | null): ReadonlyMap<string, number> {
  if (root === null) return apart(scene);
  const reached = reach(beside, { ...view, focus: root });
  return scene.selection ? new Map([...apart(scene), ...reached]) : reached;
}

/** All there, none leading to another: columns to choose from, and assets that were selected. */
function apart(scene: Scene): Map<string, number> {
  return new Map([...scene.nodes.keys()].map((id) => [id, 0]));
}

function inOrder(a: VisibleNode, b: VisibleNode): number {
  return a.distance - b.distance || compare(a.asset.name, b.asset.name) || compare(a.id, b.id);
}

interface Surroundings {
  readonly beside: Adjacency;
  readonly distances: ReadonlyMap<string, number>;
  readonly kept: ReadonlySet<string>;
  readonly view: View;
}

function toVisible(node: SceneNode, around: Surroundings): VisibleNode {
  return {
    id: node.id,
    asset: node.asset,
    column: node.column,
    distance: around.distances.get(node.id) ?? 0,
    up: sideState(node, 'up', around),
    down: sideState(node, 'down', around),
    ...(node.change && { change: node.change }),
  };
}

function sideState(node: SceneNode, side: Side, { beside, distances, kept, view }: Surroundings): SideState {
  const neighbours = new Set(beside[side].get(node.id) ?? []);
  neighbours.delete(node.id);
  const reached = [...neighbours].filter((id) => distances.has(id));
  const total = Math.max(node.totals[side], neighbours.size);
  const at = { side, id: node.id };
  const isOpen = !isClosed(view, at) && (node.walked[side] || expansionOf(view, at) !== undefined);
  return { total, shown: reached.filter((id) => kept.has(id)).length, more: total - reached.length, isOpen };
}

function moreOf(node: VisibleNode): MoreNode[] {
  return SIDES.filter((side) => node[side].isOpen && node[side].more > 0).map((side) => ({
    id: moreId(side, node.id),
    owner: node.id,
    side,
    count: node[side].more,
  }));
}

/** Whether an asset passes a filter: any value within a list, all lists together. */
export function passes(asset: AssetSummary, filter: GraphFilter): boolean {
  return (
    matches(filter.type, [asset.type]) &&
    matches(filter.layer, [asset.layer ?? '']) &&
    matches(filter.tag, asset.tags) &&
    matches(filter.owner, [asset.owner ?? '']) &&
    matches(filter.class, [classOf(asset)]) &&
    matches(filter.platform, [asset.platform])
  );
}

function matches(wanted: readonly string[], values: readonly string[]): boolean {
  return wanted.length === 0 || values.some((value) => wanted.includes(value));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
