import type { LayoutEdge, LayoutNode, Place } from './layout-types';

/** New nodes that arrive together: same column, led to by the same placed node. */
export interface Arrival {
  readonly rank: number;
  readonly anchor: string;
  readonly nodes: readonly LayoutNode[];
}

/**
 * The next wave of nodes that hang off placed ones, as blocks in order of their anchors' heights.
 *
 * A node with placed sources stands one column right of the rightmost; one with placed consumers only, one left of the
 * leftmost. Nodes that hang off nothing placed are not in the answer.
 */
export function nextArrivals(
  waiting: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  places: Readonly<Record<string, Place>>,
): Arrival[] {
  const ways = placedNeighbours(waiting, edges, places);
  const blocks = new Map<string, { rank: number; anchor: string; nodes: LayoutNode[] }>();
  for (const node of waiting) {
    const found = standing(ways.sources.get(node.id), 1, places) ?? standing(ways.targets.get(node.id), -1, places);
    if (!found) continue;
    const key = `${String(found.rank)}:${found.anchor}`;
    const known = blocks.get(key);
    if (known) known.nodes.push(node);
    else blocks.set(key, { ...found, nodes: [node] });
  }
  const height = (arrival: Arrival): number => places[arrival.anchor]?.y ?? 0;
  return [...blocks.values()].sort((a, b) => a.rank - b.rank || height(a) - height(b));
}

interface PlacedNeighbours {
  readonly sources: ReadonlyMap<string, string[]>;
  readonly targets: ReadonlyMap<string, string[]>;
}

function placedNeighbours(
  waiting: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  places: Readonly<Record<string, Place>>,
): PlacedNeighbours {
  const ids = new Set(waiting.map((node) => node.id));
  const sources = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  for (const { source, target } of edges) {
    if (ids.has(target) && places[source]) push(sources, target, source);
    if (ids.has(source) && places[target]) push(targets, source, target);
  }
  return { sources, targets };
}

/** One column beyond the outermost of the anchors, on the side that `step` points to. */
function standing(
  anchors: readonly string[] | undefined,
  step: 1 | -1,
  places: Readonly<Record<string, Place>>,
): { rank: number; anchor: string } | null {
  if (!anchors) return null;
  const rankOf = (id: string): number => places[id]?.rank ?? 0;
  const anchor = anchors.reduce((best, id) => (step * rankOf(id) > step * rankOf(best) ? id : best));
  return { rank: rankOf(anchor) + step, anchor };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
