import { nextArrivals, type Arrival } from './arrivals';
import { Draft } from './draft';
import { nearestFree, type Interval } from './free-space';
import type { Layout, LayoutEdge, LayoutNode, LayoutRequest } from './layout-types';
import { CARD_WIDTH, LANE_HEIGHT, ROW_GAP, SUB_GAP, WRAP_AFTER } from './layout-types';
import { spread } from './spread';
import { placeSubstitutes } from './substitutes';
import { waypointsOf } from './waypoints';

export type PinnedRequest = LayoutRequest & { readonly prior: Layout };

/**
 * Adds to a layout without moving what it places: new nodes go into the free space nearest to who leads to them.
 *
 * Removed nodes leave their space empty. Only a column that must grow wider moves the columns beyond it, sideways.
 * An edge that now points left is drawn as such until the reader asks for a fresh layout.
 */
export function pinnedLayout({ nodes, edges, prior }: PinnedRequest): Layout {
  const kept = new Set(nodes.filter((node) => prior.places[node.id]).map((node) => node.id));
  for (const id of followers(nodes, edges, kept)) kept.delete(id);
  const old = new Set(
    edges.filter(({ source, target }) => kept.has(source) && kept.has(target)).map((edge) => edge.id),
  );
  const draft = new Draft(prior, kept, old);
  const opened = placeSubstitutes(draft, nodes, prior);
  let waiting = nodes.filter((node) => !draft.places[node.id]);
  while (waiting.length > 0) {
    const arrivals = nextArrivals(waiting, edges, draft.places);
    if (arrivals.length === 0) break;
    for (const column of byRank(arrivals)) admit(draft, column);
    waiting = waiting.filter((node) => !draft.places[node.id]);
  }
  stackBelow(draft, waiting);
  const fresh = edges.filter((edge) => !prior.waypoints[edge.id] && !isDrawn(edge, old));
  const cards = cardsByRank(draft);
  const laneOf = (edge: LayoutEdge, rank: number): number => laneIn(draft, cards.get(rank) ?? [], edge, rank);
  const added = waypointsOf(fresh, { places: draft.places, columns: draft.columns, laneOf });
  const frames = prior.frames.filter((frame) => frame.members.every((member) => draft.places[member]));
  const columns = [...draft.columns.values()].sort((a, b) => a.rank - b.rank);
  return { places: draft.places, columns, frames: [...frames, ...opened], waypoints: { ...draft.waypoints, ...added } };
}

const isDrawn = (edge: LayoutEdge, old: ReadonlySet<string>): boolean => old.has(edge.id);

/** Stand-ins for more neighbours: they give way to the neighbours that arrive and stand below them again. */
function followers(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], kept: ReadonlySet<string>): string[] {
  const following = new Set(nodes.filter((node) => node.isFollower).map((node) => node.id));
  const touched = new Set(
    edges.flatMap(({ source, target }) => [
      ...(kept.has(target) ? [] : [`down:${source}`]),
      ...(kept.has(source) ? [] : [`up:${target}`]),
    ]),
  );
  return edges.flatMap(({ source, target }) => {
    if (following.has(target) && touched.has(`down:${source}`)) return [target];
    return following.has(source) && touched.has(`up:${target}`) ? [source] : [];
  });
}

function byRank(arrivals: readonly Arrival[]): Arrival[][] {
  const ranks = new Map<number, Arrival[]>();
  for (const arrival of arrivals) {
    const known = ranks.get(arrival.rank);
    if (known) known.push(arrival);
    else ranks.set(arrival.rank, [arrival]);
  }
  return [...ranks.values()];
}

/** Places the arrivals of one column: all evenly when the column is empty, else each in the nearest gap that fits. */
function admit(draft: Draft, arrivals: readonly Arrival[]): void {
  const rank = arrivals[0]?.rank ?? 0;
  const count = arrivals.reduce((sum, arrival) => sum + arrival.nodes.length, 0);
  if (count > WRAP_AFTER) {
    admitGrid(draft, rank, arrivals);
    return;
  }
  const wanted = arrivals.map((arrival) => draft.places[arrival.anchor]?.y ?? 0);
  const heights = arrivals.map((arrival) => heightOf(arrival.nodes));
  const column = draft.columnFor(rank, 1);
  const taken = draft.takenIn(rank);
  const gaps = heights.map((height, i) => (i === 0 ? 0 : (height + (heights[i - 1] ?? 0)) / 2 + ROW_GAP));
  const even = taken.length === 0 ? spread(wanted, gaps, heights) : null;
  arrivals.forEach(({ nodes }, i) => {
    const height = heights[i] ?? 0;
    const y = even?.[i] ?? nearestFree(taken, height, wanted[i] ?? 0, ROW_GAP);
    const x = rank < 0 ? column.right - CARD_WIDTH / 2 : column.left + CARD_WIDTH / 2;
    const top = Math.round(y - height / 2);
    stack(draft, nodes, { x, top, rank });
    taken.push({ top, bottom: top + height });
  });
}

/** A large wave wraps into rows of sub-columns, in the one free stretch nearest to the middle of its anchors. */
function admitGrid(draft: Draft, rank: number, arrivals: readonly Arrival[]): void {
  const nodes = arrivals.flatMap((arrival) => arrival.nodes);
  const perRow = Math.ceil(nodes.length / WRAP_AFTER);
  const rows = Array.from({ length: Math.ceil(nodes.length / perRow) }, (_, row) =>
    nodes.slice(row * perRow, (row + 1) * perRow),
  );
  const tallest = rows.map((row) => Math.max(...row.map((node) => node.height)));
  const height = tallest.reduce((sum, each) => sum + each + ROW_GAP, -ROW_GAP);
  const middle = arrivals.reduce((sum, { anchor }) => sum + (draft.places[anchor]?.y ?? 0), 0) / arrivals.length;
  const column = draft.columnFor(rank, perRow);
  let top = Math.round(nearestFree(draft.takenIn(rank), height, middle, ROW_GAP) - height / 2);
  rows.forEach((row, at) => {
    row.forEach((node, i) => {
      const x = column.left + CARD_WIDTH / 2 + i * (CARD_WIDTH + SUB_GAP);
      draft.places[node.id] = { x, y: top + (tallest[at] ?? 0) / 2, rank, height: node.height };
    });
    top += (tallest[at] ?? 0) + ROW_GAP;
  });
}

function stack(draft: Draft, nodes: readonly LayoutNode[], start: { x: number; top: number; rank: number }): void {
  let top = Math.round(start.top);
  for (const node of nodes) {
    draft.places[node.id] = { x: start.x, y: top + node.height / 2, rank: start.rank, height: node.height };
    top += node.height + ROW_GAP;
  }
}

/** Nodes that nothing drawn leads to: below everything, in the focus's column. */
function stackBelow(draft: Draft, nodes: readonly LayoutNode[]): void {
  if (nodes.length === 0) return;
  const column = draft.columnFor(0, 1);
  const bottom = Math.max(...draft.takenIn(0).map((interval) => interval.bottom), -ROW_GAP);
  stack(draft, nodes, { x: column.left + CARD_WIDTH / 2, top: bottom + ROW_GAP, rank: 0 });
}

function heightOf(nodes: readonly LayoutNode[]): number {
  return nodes.reduce((sum, node) => sum + node.height + ROW_GAP, -ROW_GAP);
}

function cardsByRank(draft: Draft): Map<number, Interval[]> {
  const ranks = new Map<number, Interval[]>();
  for (const { rank, y, height } of Object.values(draft.places)) {
    const card = { top: y - height / 2, bottom: y + height / 2 };
    const known = ranks.get(rank);
    if (known) known.push(card);
    else ranks.set(rank, [card]);
  }
  return ranks;
}

/** The gap between cards nearest to the straight line from end to end. */
function laneIn(draft: Draft, cards: readonly Interval[], edge: LayoutEdge, rank: number): number {
  const source = draft.places[edge.source];
  const target = draft.places[edge.target];
  if (!source || !target) return 0;
  const share = (rank - source.rank) / (target.rank - source.rank);
  return nearestFree(cards, LANE_HEIGHT, source.y + (target.y - source.y) * share, LANE_HEIGHT / 2);
}
