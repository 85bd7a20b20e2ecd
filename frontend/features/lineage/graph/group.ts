import { groupKey, groupLabel } from './layout/group-key';
import { ranksOf } from './layout/layout';
import { CARD_HEIGHT } from './layout/layout-types';
import type { DrawnEdge } from './bridge';
import { lookOfAll, type EdgeLook } from './edge-kind';
import { edgeId, type AssetSummary, type Change } from './graph';
import type { MoreNode, VisibleGraph, VisibleNode } from './visible';

export type GroupBy = 'none' | 'layer' | 'schema' | 'owner';

/** More assets than this are shown as counted groups. */
export const SCENE_LIMIT = 600;
/** Up to this many, chosen groups start out open. */
const OPEN_LIMIT = 60;
export const GROUP_HEIGHT = 72;

export interface GroupNode {
  readonly id: string;
  readonly label: string;
  readonly members: readonly VisibleNode[];
}

/** A column of a card. */
export interface ColumnRow {
  readonly id: string;
  readonly node: VisibleNode;
  /** From the middle of the card down to the middle of the row. */
  readonly y: number;
}

/** The columns of a card: those on the ways drawn, then how many there are besides. */
export interface Rows {
  readonly shown: readonly ColumnRow[];
  /** On the ways, but folded into one line. */
  readonly folded: { readonly id: string; readonly count: number; readonly y: number } | null;
  /** On no way. */
  readonly others: number;
}

/** What the canvas draws: assets, stand-ins for more neighbours, closed groups. */
export type PictureNode =
  | {
      readonly kind: 'asset';
      readonly id: string;
      readonly height: number;
      /** The key of the group it stands in, `column:label`. */
      readonly group: string | null;
      readonly node: VisibleNode;
      /** Null when whole assets are drawn. */
      readonly rows: Rows | null;
    }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly height: number;
      readonly group: string | null;
      readonly more: MoreNode;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly height: number;
      readonly group: null;
      readonly members: GroupNode;
    };

export interface EdgeEnds {
  readonly source: string;
  readonly target: string;
  readonly sourceY: number;
  readonly targetY: number;
}

export interface PictureEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The rows it leaves and enters; null when it goes from card to card. */
  readonly ends: EdgeEnds | null;
  readonly look: EdgeLook;
  /** What became of it, where two moments are compared. */
  readonly difference?: Change['difference'];
  readonly via: number;
  /** What happens on the way, in a word; empty between whole assets. */
  readonly how: string;
  /** Recorded edges this line stands for. */
  readonly bundle: number;
  readonly edges: readonly DrawnEdge[];
}

export interface Picture {
  readonly focus: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly grouping: GroupBy;
  /** Keys of all groups, open or closed. */
  readonly groups: readonly string[];
}

/** The group an asset belongs to; assets that do not say stand in one of their own. */
export function groupOf(asset: AssetSummary, by: GroupBy): string | null {
  if (by === 'none') return null;
  if (by === 'layer') return asset.layer ?? 'no layer';
  if (by === 'owner') return asset.owner ?? 'no owner';
  return asset.name.split('.').slice(0, -1).join('.') || asset.namespace;
}

/**
 * The picture of a graph: as it is, or with each column's groups framed or closed into counted nodes.
 *
 * `toggled` holds the groups (`column:label`) that are not as they would be by default: open up to 60 assets, closed
 * above. More than 600 assets, and parts of more than one answer holds, are always grouped, by layer unless told
 * otherwise. The focus never disappears in a group.
 */
export function pictureOf(graph: VisibleGraph, wanted: GroupBy, toggled: ReadonlySet<string>): Picture {
  const isTooMany = graph.isPart || graph.nodes.length > SCENE_LIMIT;
  const grouping = wanted === 'none' && isTooMany ? 'layer' : wanted;
  const members = grouping === 'none' ? new Map<string, VisibleNode[]>() : membersByKey(graph, grouping);
  const keys = new Map([...members].flatMap(([key, nodes]) => nodes.map((node) => [node.id, key])));
  const closedIn = closedGroups(graph, members, toggled);
  const standIn = (id: string): string => closedIn.get(id)?.id ?? id;
  const groups = [...new Map([...closedIn.values()].map((group) => [group.id, group])).values()];
  const nodes: PictureNode[] = [
    ...graph.nodes
      .filter((node) => !closedIn.has(node.id))
      .map((node) => ({
        kind: 'asset' as const,
        id: node.id,
        height: CARD_HEIGHT,
        group: keys.get(node.id) ?? ownKey(node, grouping),
        node,
        rows: null,
      })),
    ...groups.map((members) => ({
      kind: 'group' as const,
      id: members.id,
      height: GROUP_HEIGHT,
      group: null,
      members,
    })),
    ...graph.more
      .filter((more) => !closedIn.has(more.owner))
      .map((more) => ({ kind: 'more' as const, id: more.id, height: CARD_HEIGHT, group: null, more })),
  ];
  const edges = bundled(graph.edges, standIn);
  return {
    focus: graph.focus,
    nodes,
    edges: [...edges, ...nodes.flatMap(edgeToMore)],
    grouping,
    groups: [...members.keys()],
  };
}

/** Of the focus, which is in no group that can be closed but stands among those of its own. */
function ownKey({ asset }: VisibleNode, by: GroupBy): string | null {
  const label = groupOf(asset, by);
  return label === null ? null : groupKey(0, label);
}

function closedGroups(
  graph: VisibleGraph,
  groups: ReadonlyMap<string, readonly VisibleNode[]>,
  toggled: ReadonlySet<string>,
): Map<string, GroupNode> {
  const isClosedByDefault = graph.nodes.length > OPEN_LIMIT;
  const closed = new Map<string, GroupNode>();
  for (const [key, members] of groups) {
    if (isClosedByDefault === toggled.has(key)) continue;
    const group = { id: `group:${key}`, label: groupLabel(key), members };
    for (const member of members) closed.set(member.id, group);
  }
  return closed;
}

/** Assets by column and group; the focus is in none. */
function membersByKey(graph: VisibleGraph, by: GroupBy): Map<string, VisibleNode[]> {
  const ids = graph.nodes.map((node) => node.id);
  const ranks = ranksOf(ids, graph.edges, graph.focus);
  const groups = new Map<string, VisibleNode[]>();
  for (const node of graph.nodes) {
    if (node.id === graph.focus) continue;
    const key = groupKey(ranks.get(node.id) ?? 0, groupOf(node.asset, by) ?? '');
    const members = groups.get(key);
    if (members) members.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}

/** One line for all edges between the same two ends; `standIn` names the end that stands for a node. */
export function bundled(edges: readonly DrawnEdge[], standIn: (id: string) => string): PictureEdge[] {
  const bundles = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const source = standIn(edge.source);
    const target = standIn(edge.target);
    if (source === target) continue;
    const id = edgeId(source, target);
    const known = bundles.get(id);
    if (known) known.push(edge);
    else bundles.set(id, [edge]);
  }
  return [...bundles].map(([id, members]) => {
    const [first] = members as [DrawnEdge, ...DrawnEdge[]];
    const isBridged = members.every((edge) => edge.via > 0);
    return {
      id,
      source: standIn(first.source),
      target: standIn(first.target),
      ends: null,
      how: '',
      look: lookOfAll(members),
      via: isBridged ? Math.min(...members.map((edge) => edge.via)) : 0,
      bundle: members.length,
      edges: members,
      ...differenceOf(members),
    };
  });
}

/** Of a line for several edges: theirs when they agree. */
function differenceOf(members: readonly DrawnEdge[]): Pick<PictureEdge, 'difference'> {
  const found = new Set(members.flatMap(({ change }) => change?.difference ?? []));
  const [only] = found;
  if (only === undefined) return {};
  return { difference: found.size === 1 ? only : 'CHANGED' };
}

function edgeToMore(node: PictureNode): PictureEdge[] {
  if (node.kind !== 'more') return [];
  const [source, target] = node.more.side === 'down' ? [node.more.owner, node.id] : [node.id, node.more.owner];
  return [
    {
      id: edgeId(source, target),
      source,
      target,
      ends: null,
      how: '',
      look: 'more',
      via: 0,
      bundle: node.more.count,
      edges: [],
    },
  ];
}
