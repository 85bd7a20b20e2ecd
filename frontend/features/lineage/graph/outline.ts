import { count as digits } from '../../../components/text/numbers';
import type { Picture, PictureNode } from './group';
import { changeSign } from './change-signs';
import { shortCount } from './describe';

/** One line of the outline. Branches have `isOpen`; the nodes of the graph have `isNode`. */
export interface OutlineItem {
  readonly key: string;
  readonly id: string;
  readonly kind: 'branch' | 'column' | PictureNode['kind'];
  readonly isNode: boolean;
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly type: string | null;
  readonly level: number;
  readonly position: number;
  readonly size: number;
  readonly isOpen: boolean | undefined;
}

interface Entry {
  readonly node: PictureNode;
  readonly distance: number;
}

/**
 * The graph as lines: the focus, then upstream and downstream, each by number of hops, each by name.
 *
 * `closed` holds the keys of branches that are folded; their nodes are left out.
 */
export function outlineOf(picture: Picture, closed: ReadonlySet<string>): OutlineItem[] {
  const distances = new Map(picture.nodes.map((node) => [node.id, ownDistance(node)]));
  const entries = picture.nodes.map((node): Entry => ({ node, distance: distanceOf(node, distances) }));
  const focus = entries.find(({ node }) => node.id === picture.focus);
  const sides: readonly [string, Entry[]][] = [
    ['upstream', entries.filter(({ distance }) => distance < 0)],
    ['downstream', entries.filter(({ distance }) => distance > 0)],
    ['beside', entries.filter(({ node, distance }) => distance === 0 && node.id !== picture.focus)],
  ];
  const branches = sides.filter(([, members]) => members.length > 0);
  const size = branches.length + 1;
  return [
    ...(focus ? linesFor(focus, { level: 1, position: 1, size }, closed) : []),
    ...branches.flatMap(([name, members], index) => branch(name, members, { position: index + 2, size }, closed)),
  ];
}

function branch(
  name: string,
  members: readonly Entry[],
  at: { position: number; size: number },
  closed: ReadonlySet<string>,
): OutlineItem[] {
  const isOpen = !closed.has(name);
  const head = heading(name, name, members, { level: 1, ...at }, isOpen);
  if (!isOpen) return [head];
  const hops = [...new Set(members.map(({ distance }) => Math.abs(distance)))].sort((a, b) => a - b);
  if (hops.length <= 1) return [head, ...linesOf(members, 2, closed)];
  const levels = hops.flatMap((hop, index) => {
    const key = `${name}/${String(hop)}`;
    const own = members.filter(({ distance }) => Math.abs(distance) === hop);
    const isHopOpen = !closed.has(key);
    const label = `${String(hop)} ${hop === 1 ? 'hop' : 'hops'}`;
    const line = heading(key, label, own, { level: 2, position: index + 1, size: hops.length }, isHopOpen);
    return isHopOpen ? [line, ...linesOf(own, 3, closed)] : [line];
  });
  return [head, ...levels];
}

interface Position {
  readonly level: number;
  readonly position: number;
  readonly size: number;
}

function heading(key: string, label: string, members: readonly Entry[], at: Position, isOpen: boolean): OutlineItem {
  const count = members.reduce((sum, { node }) => sum + weightOf(node), 0);
  return {
    key,
    id: `branch:${key}`,
    kind: 'branch',
    isNode: false,
    label,
    title: label,
    note: shortCount(count),
    type: null,
    isOpen,
    ...at,
  };
}

function linesOf(members: readonly Entry[], level: number, closed: ReadonlySet<string>): OutlineItem[] {
  const sorted = members.toSorted(
    (a, b) =>
      Number(a.node.kind === 'more') - Number(b.node.kind === 'more') || (labelOf(a.node) < labelOf(b.node) ? -1 : 1),
  );
  return sorted.flatMap((entry, index) => linesFor(entry, { level, position: index + 1, size: sorted.length }, closed));
}

/** A node, and below it the columns that are drawn of it. */
function linesFor(entry: Entry, at: Position, closed: ReadonlySet<string>): OutlineItem[] {
  const line = lineOf(entry, at);
  const rows = entry.node.kind === 'asset' ? (entry.node.rows?.shown ?? []) : [];
  if (rows.length === 0) return [line];
  const isOpen = !closed.has(line.key);
  const below = rows.map(({ id, node }, index): OutlineItem => {
    const name = node.column?.name ?? '';
    const place = { level: at.level + 1, position: index + 1, size: rows.length };
    return { ...line, ...place, key: id, id, kind: 'column', label: name, title: name, note: '', isOpen: undefined };
  });
  return [{ ...line, isOpen }, ...(isOpen ? below : [])];
}

function lineOf({ node }: Entry, at: Position): OutlineItem {
  const isAsset = node.kind === 'asset';
  return {
    key: node.id,
    id: node.id,
    kind: node.kind,
    isNode: true,
    label: labelOf(node),
    title: isAsset ? node.node.asset.name : labelOf(node),
    note: noteOf(node),
    type: isAsset ? node.node.asset.type : null,
    isOpen: undefined,
    ...at,
  };
}

function noteOf(node: PictureNode): string {
  if (node.kind === 'group') return shortCount(node.members.members.length);
  return node.kind === 'asset' ? changeSign(node.node.change?.difference).word : '';
}

function labelOf(node: PictureNode): string {
  if (node.kind === 'asset') return node.node.asset.displayName;
  if (node.kind === 'group') return node.members.label;
  return `${digits(node.more.count)} more…`;
}

function weightOf(node: PictureNode): number {
  if (node.kind === 'more') return node.more.count;
  return node.kind === 'group' ? node.members.members.length : 1;
}

function ownDistance(node: PictureNode): number {
  if (node.kind === 'asset') return node.node.distance;
  return node.kind === 'group' ? (node.members.members[0]?.distance ?? 0) : 0;
}

/** A stand-in stands one hop beyond its owner. */
function distanceOf(node: PictureNode, distances: ReadonlyMap<string, number>): number {
  if (node.kind !== 'more') return distances.get(node.id) ?? 0;
  return (distances.get(node.more.owner) ?? 0) + (node.more.side === 'up' ? -1 : 1);
}
