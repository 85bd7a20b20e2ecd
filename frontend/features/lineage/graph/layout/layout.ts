import { centerOf, columnsOf } from './columns';
import { componentsOf, type Components } from './cycles';
import { dagOf, neighbours, type Dag } from './dag';
import { framesOf } from './frames';
import type { Column, Layout, LayoutEdge, LayoutNode, LayoutRequest, Place } from './layout-types';
import { FRAME_PADDING, FRAME_TITLE, ROW_GAP } from './layout-types';
import { orderLayers } from './order';
import { pinnedLayout } from './pinned';
import { placeLayers, type Heights } from './place';
import { rankFromFocus, rankOverall } from './ranks';
import { slotsOf, type Slots } from './slots';
import { waypointsOf } from './waypoints';

/**
 * Left-to-right columns, sources first; pure: the same request always gets the same layout.
 *
 * With a prior layout nothing that it places moves: new nodes go into free space beside their neighbours. Without one
 * the focus stands at (0, 0). O((nodes + edges) · sweeps).
 */
export function layoutGraph(request: LayoutRequest): Layout {
  const nodes = request.nodes.toSorted((a, b) => compare(a.sortKey, b.sortKey) || compare(a.id, b.id));
  const sorted = { ...request, nodes };
  const { prior } = request;
  return prior && canAddTo(prior, sorted) ? pinnedLayout({ ...sorted, prior }) : freshLayout(sorted);
}

/** A prior layout is of no use when it places nothing of this graph, or when a cycle has come up that it does not frame. */
function canAddTo(prior: Layout, { nodes, edges, focus }: LayoutRequest): boolean {
  if (!nodes.some((node) => prior.places[node.id]) || (focus !== null && !prior.places[focus])) return false;
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const { members } = componentsOf(dagOf(nodes.length, pairsOf(edges, indexOf)));
  const framed = new Set(prior.frames.filter((frame) => frame.kind === 'cycle').map((frame) => frame.members.join()));
  return members
    .filter((group) => group.length > 1)
    .every((group) => framed.has(group.map((index) => nodes[index]?.id).join()));
}

function freshLayout({ nodes, edges, focus }: LayoutRequest): Layout {
  if (nodes.length === 0) return { places: {}, columns: [], frames: [], waypoints: {} };
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const graph = dagOf(nodes.length, pairsOf(edges, indexOf));
  const found = componentsOf(graph);
  const dag = condense(graph, found);
  const focusIndex = focus === null ? undefined : indexOf.get(focus);
  const rank = focusIndex === undefined ? rankOverall(dag) : rankFromFocus(dag, found.of[focusIndex] ?? 0);
  const slots = slotsOf(dag, rank, found, nodes);
  const heights = placeLayers(slots, orderLayers(slots));
  const lowest = rank.reduce((least, value) => Math.min(least, value), Infinity);
  return assemble({ nodes, edges, found, slots, heights, lowest, focusIndex, indexOf });
}

/** The column of each node as a fresh layout would have it, 0 for the focus. */
export function ranksOf(
  ids: readonly string[],
  edges: Iterable<{ source: string; target: string }>,
  focus: string,
): Map<string, number> {
  const sorted = ids.toSorted(compare);
  const indexOf = new Map(sorted.map((id, index) => [id, index]));
  const graph = dagOf(sorted.length, pairsOf(edges, indexOf));
  const found = componentsOf(graph);
  const start = indexOf.get(focus);
  const dag = condense(graph, found);
  const rank = start === undefined ? rankOverall(dag) : rankFromFocus(dag, found.of[start] ?? 0);
  return new Map(sorted.map((id, index) => [id, rank[found.of[index] ?? 0] ?? 0]));
}

interface Parts {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  readonly found: Components;
  readonly slots: Slots;
  readonly heights: Heights;
  readonly lowest: number;
  readonly focusIndex: number | undefined;
  readonly indexOf: ReadonlyMap<string, number>;
}

function assemble(parts: Parts): Layout {
  const { nodes, edges, found, slots, heights, lowest, focusIndex } = parts;
  const raw = columnsOf(slots, lowest, heights.grids);
  const atOrigin = standing(parts, raw, { x: 0, y: 0 });
  const focus = focusIndex === undefined ? undefined : atOrigin[nodes[focusIndex]?.id ?? ''];
  const shift = { x: focus?.x ?? 0, y: focus?.y ?? 0 };
  const places = standing(parts, raw, shift);
  const columns = raw.map((column) => ({ ...column, left: column.left - shift.x, right: column.right - shift.x }));
  const laneOf = (edge: LayoutEdge, rank: number): number => {
    const source = found.of[parts.indexOf.get(edge.source) ?? -1] ?? -1;
    const lane = slots.lanes.get(`${String(source)}:${String(rank - lowest)}`);
    return lane === undefined ? (places[edge.source]?.y ?? 0) : (heights.y[lane] ?? 0) - shift.y;
  };
  const byRank = new Map(columns.map((column) => [column.rank, column]));
  return {
    places,
    columns,
    frames: framesOf(nodes, found, places),
    waypoints: waypointsOf(edges, { places, columns: byRank, laneOf }),
  };
}

function standing(parts: Parts, columns: readonly Column[], shift: { x: number; y: number }): Record<string, Place> {
  const { nodes, found, slots, heights, lowest } = parts;
  const places: Record<string, Place> = {};
  found.members.forEach((members, slot) => {
    const center = centerOf(slots, heights, columns, slot);
    const rank = (slots.layer[slot] ?? 0) + lowest;
    const pad = members.length > 1 ? FRAME_PADDING + FRAME_TITLE : 0;
    let top = center.y - (slots.height[slot] ?? 0) / 2 + pad;
    for (const member of members) {
      const node = nodes[member];
      if (!node) continue;
      places[node.id] = { x: center.x - shift.x, y: top + node.height / 2 - shift.y, rank, height: node.height };
      top += node.height + ROW_GAP;
    }
  });
  return places;
}

function pairsOf(
  edges: Iterable<{ source: string; target: string }>,
  indexOf: ReadonlyMap<string, number>,
): [number, number][] {
  return [...edges].flatMap(({ source, target }): [number, number][] => {
    const from = indexOf.get(source);
    const to = indexOf.get(target);
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
}

/** The graph of components: one node for each, its edges those between different components. */
function condense(graph: Dag, found: Components): Dag {
  const pairs: [number, number][] = [];
  for (let node = 0; node < graph.count; node++) {
    for (const target of neighbours(graph.out, node)) pairs.push([found.of[node] ?? 0, found.of[target] ?? 0]);
  }
  return dagOf(found.members.length, pairs);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
