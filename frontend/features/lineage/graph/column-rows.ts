import type { DrawnEdge } from './bridge';
import { howOf, lookOf } from './edge-kind';
import { classOf } from './lens';
import type { VisibleGraph, VisibleNode } from './visible';

/** One line of the table twin of a graph of columns. */
export interface ColumnTableRow {
  readonly id: string;
  readonly node: VisibleNode;
  readonly hops: number;
  readonly direction: 'followed' | 'upstream' | 'downstream' | 'beside';
  /** How it hangs on the columns one step nearer: direct, indirect or both. */
  readonly kind: string;
  /** What happens on that step. */
  readonly how: string;
  readonly sensitivity: string;
}

/** The columns drawn, nearest first; the same set as the rows of the cards. */
export function columnTableRows({ nodes, edges, focus }: VisibleGraph): ColumnTableRow[] {
  const distances = new Map(nodes.map(({ id, distance }) => [id, distance]));
  const steps = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const farther = fartherEnd(edge, distances);
    steps.set(farther, [...(steps.get(farther) ?? []), edge]);
  }
  const rows = nodes.map((node): ColumnTableRow => {
    const own = steps.get(node.id) ?? [];
    const words = (of: (edge: DrawnEdge) => string): string => [...new Set(own.map(of))].filter(Boolean).join(', ');
    return {
      id: node.id,
      node,
      hops: Math.abs(node.distance),
      direction: directionOf(node, focus),
      kind: words(lookOf),
      how: words(howOf),
      sensitivity: node.column ? classOf(node.column) : '',
    };
  });
  return rows.sort((a, b) => a.hops - b.hops);
}

function fartherEnd({ source, target }: DrawnEdge, distances: ReadonlyMap<string, number>): string {
  const far = (id: string): number => Math.abs(distances.get(id) ?? 0);
  return far(target) >= far(source) ? target : source;
}

function directionOf({ id, distance }: VisibleNode, focus: string): ColumnTableRow['direction'] {
  if (id === focus) return 'followed';
  if (distance === 0) return 'beside';
  return distance < 0 ? 'upstream' : 'downstream';
}
