import type { Picture } from './group';
import { classOf } from './lens';
import type { VisibleNode } from './visible';

/** One line of the table twin: an asset that is drawn, or stands in a closed group that is. */
export interface TableRow {
  readonly id: string;
  readonly node: VisibleNode;
  readonly hops: number;
  readonly direction: 'focus' | 'upstream' | 'downstream' | 'beside';
  readonly sensitivity: string;
}

export type TableKey = 'name' | 'direction' | 'hops' | 'type' | 'layer' | 'owner' | 'up' | 'down';

/** The assets of a picture in order of hops, then name; the same set that is drawn. */
export function tableRows(picture: Picture): TableRow[] {
  const nodes = picture.nodes.flatMap((node) => {
    if (node.kind === 'asset') return [node.node];
    return node.kind === 'group' ? node.members.members : [];
  });
  return nodes.map((node) => ({
    id: node.id,
    node,
    hops: Math.abs(node.distance),
    direction: directionOf(node, picture.focus),
    sensitivity: classOf(node.asset),
  }));
}

function directionOf(node: VisibleNode, focus: string): TableRow['direction'] {
  if (node.id === focus) return 'focus';
  if (node.distance === 0) return 'beside';
  return node.distance < 0 ? 'upstream' : 'downstream';
}

/** Sorted by one column; ties by hops, then name. */
export function sortRows(rows: readonly TableRow[], key: TableKey, isDescending: boolean): TableRow[] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted(
    (a, b) =>
      sign * compare(valueOf(a, key), valueOf(b, key)) ||
      a.hops - b.hops ||
      compare(a.node.asset.name, b.node.asset.name),
  );
}

function valueOf(row: TableRow, key: TableKey): string | number {
  const { asset, up, down } = row.node;
  if (key === 'hops') return row.hops;
  if (key === 'up') return up.total;
  if (key === 'down') return down.total;
  if (key === 'direction') return row.direction;
  if (key === 'name') return asset.displayName;
  return asset[key] ?? '';
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
