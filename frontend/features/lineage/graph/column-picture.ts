import { howOf } from './edge-kind';
import { assetOf, columnKey, columnOf } from './graph';
import { bundled, type ColumnRow, type Picture, type PictureEdge, type PictureNode, type Rows } from './group';
import { CARD_HEIGHT } from './layout/layout-types';
import type { SideState, VisibleGraph, VisibleNode } from './visible';

export const ROW_HEIGHT = 24;
const FOOT = 6;
/** Rows of a card before the rest folds into one line. */
const MOST_ROWS = 8;

type AssetNode = Extract<PictureNode, { kind: 'asset' }>;

/**
 * The picture of a graph of columns: one card for each asset with a row for each column on the ways, and lines from row
 * to row. No node for a column: eighty cards of twenty rows are eighty nodes.
 *
 * A card shows its first eight rows, nearest first; `unfolded` holds the assets that show all. Lines of folded rows end
 * at the line that counts them.
 */
export function columnPictureOf(graph: VisibleGraph, unfolded: ReadonlySet<string>): Picture {
  const members = new Map<string, VisibleNode[]>();
  for (const node of graph.nodes) members.set(node.asset.id, [...(members.get(node.asset.id) ?? []), node]);
  const focus = assetOf(graph.focus);
  const nodes = [...members].map(([id, columns]) => cardOf(columns, graph.focus, unfolded.has(id)));
  const rowOf = new Map(nodes.flatMap(({ rows }) => (rows?.shown ?? []).map((row) => [row.id, row.y] as const)));
  const heads = new Map(nodes.map(({ id, height }) => [id, (CARD_HEIGHT - height) / 2]));
  const folds = new Map(nodes.map(({ id, rows }) => [id, rows?.folded]));
  const standIn = (id: string): string => (rowOf.has(id) || columnOf(id) === null ? id : foldId(assetOf(id)));
  const heightAt = (id: string): number => rowOf.get(id) ?? heads.get(id) ?? folds.get(assetOf(id))?.y ?? 0;
  const edges = bundled(graph.edges, standIn).flatMap((edge): PictureEdge[] => {
    const { source, target } = edge;
    const ends = { source, target, sourceY: heightAt(source), targetY: heightAt(target) };
    const between = { source: assetOf(source), target: assetOf(target) };
    return between.source === between.target ? [] : [{ ...edge, ...between, ends, how: wordsOf(edge) }];
  });
  return { focus, nodes, edges, grouping: 'none', groups: [] };
}

function wordsOf({ edges }: PictureEdge): string {
  return [...new Set(edges.map(howOf))].filter(Boolean).join(', ');
}

/** The name of the line that stands for the folded rows of a card: no column is called nothing. */
function foldId(assetId: string): string {
  return columnKey(assetId, '');
}

/** A card of an asset that is reached as a whole has no rows but the way to its columns. */
function cardOf(members: readonly VisibleNode[], root: string, isUnfolded: boolean): AssetNode {
  const [first] = members as [VisibleNode, ...VisibleNode[]];
  const columns = members.filter(({ column }) => column !== null);
  const ordered = columns.toSorted((a, b) => Number(b.id === root) - Number(a.id === root) || byDistance(a, b));
  const isFolded = !isUnfolded && ordered.length > MOST_ROWS + 1;
  const shown = isFolded ? ordered.slice(0, MOST_ROWS) : ordered;
  const others = Math.max(0, first.asset.columnCount - columns.length);
  const lines = shown.length + Number(isFolded) + Number(others > 0);
  const height = CARD_HEIGHT + lines * ROW_HEIGHT + FOOT;
  const lineAt = (index: number): number => CARD_HEIGHT + (index + 0.5) * ROW_HEIGHT - height / 2;
  const fold = { id: foldId(first.asset.id), count: ordered.length - shown.length, y: lineAt(shown.length) };
  const rows: Rows = {
    shown: shown.map((node, index): ColumnRow => ({ id: node.id, node, y: lineAt(index) })),
    folded: isFolded ? fold : null,
    others,
  };
  return { kind: 'asset', id: first.asset.id, height, group: null, node: wholeOf(members, first), rows };
}

const byDistance = (a: VisibleNode, b: VisibleNode): number => Math.abs(a.distance) - Math.abs(b.distance);

/** The asset of some columns: as near as the nearest of them, with nothing beyond to show. */
function wholeOf(columns: readonly VisibleNode[], { asset }: VisibleNode): VisibleNode {
  const [nearest] = columns.toSorted(byDistance);
  const sideOf = (side: 'up' | 'down'): SideState => {
    const shown = columns.reduce((sum, column) => sum + column[side].shown, 0);
    return { total: shown, shown, more: 0, isOpen: false };
  };
  return {
    id: asset.id,
    asset,
    column: null,
    distance: nearest?.distance ?? 0,
    up: sideOf('up'),
    down: sideOf('down'),
  };
}
