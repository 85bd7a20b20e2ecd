import type { DrawnEdge } from './bridge';

/** How an edge is drawn: solid, dotted, dashed where which column is not known, dash-dot over hidden assets, or pale towards a counted stand-in. */
export type EdgeLook = 'direct' | 'indirect' | 'whole' | 'bridged' | 'more';

/** Kinds under which the API reports edges that only influence rows (joins, filters), not values. */
export function lookOf(edge: Pick<DrawnEdge, 'kind' | 'via' | 'isWhole'>): EdgeLook {
  if (edge.via > 0) return 'bridged';
  if (edge.isWhole) return 'whole';
  return edge.kind.toUpperCase() === 'INDIRECT' ? 'indirect' : 'direct';
}

/** Of a line for several edges: theirs when they agree. */
export function lookOfAll(edges: readonly DrawnEdge[]): EdgeLook {
  const looks = [...new Set(edges.map(lookOf))];
  return looks.length === 1 ? (looks[0] ?? 'direct') : 'direct';
}

/** Dash pattern in model units; empty for a solid line. */
export const DASHES: Readonly<Record<EdgeLook, readonly number[]>> = {
  direct: [],
  indirect: [2, 4],
  whole: [7, 5],
  bridged: [8, 4, 2, 4],
  more: [4, 4],
};

/** Line width of an edge that stands for so many. */
export function bundleWidth(count: number): number {
  return count <= 1 ? 1.5 : Math.min(6, 1 + Math.log2(count));
}

/** What is written on an edge, if anything. */
export function edgeLabel(edge: { readonly via: number; readonly bundle: number }): string {
  if (edge.via > 0) return `via ${String(edge.via)} hidden`;
  return edge.bundle > 1 ? String(edge.bundle) : '';
}

/** What happens to a value on its way from column to column; nothing for one that is passed on as it is. */
export function howOf({ transformation, masking }: Pick<DrawnEdge, 'transformation' | 'masking'>): string {
  if (masking) return 'masked';
  return transformation === 'identity' ? '' : (transformation ?? '').replace('transformation', 'transformed');
}
