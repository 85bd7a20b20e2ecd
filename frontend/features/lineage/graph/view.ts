import type { Side } from './graph';

/** One step the reader took beyond the depth: `count` of a node's neighbours on a side (may be 0), and chosen ones. */
export interface Expansion {
  readonly side: Side;
  readonly id: string;
  readonly count: number | 'all';
  readonly picks: readonly string[];
}

/** One side of one node. */
export interface NodeSide {
  readonly side: Side;
  readonly id: string;
}

/** Values within a list are alternatives; the lists narrow each other. An empty list narrows nothing. */
export interface GraphFilter {
  readonly type: readonly string[];
  readonly layer: readonly string[];
  readonly tag: readonly string[];
  readonly owner: readonly string[];
  readonly class: readonly string[];
  readonly platform: readonly string[];
}

export type FilterKey = keyof GraphFilter;

export const NO_FILTER: GraphFilter = { type: [], layer: [], tag: [], owner: [], class: [], platform: [] };

export type Level = 'table' | 'column';

/** Hops each way before the reader asks for more: a step between assets, the whole way of a column. */
export const DEFAULT_DEPTH: Readonly<Record<Level, number>> = { table: 1, column: 5 };

/** What the address bar says about the graph; the same view over the same catalog gives the same picture. */
export interface View {
  readonly focus: string;
  readonly up: number;
  readonly down: number;
  readonly expansions: readonly Expansion[];
  readonly closed: readonly NodeSide[];
  readonly hidden: readonly string[];
  readonly filter: GraphFilter;
  readonly at: string | null;
  /** The asset to which ways are shown; null outside that question. */
  readonly path: string | null;
  /** The selector whose assets are drawn instead of what lies around the focus; null outside that question. */
  readonly selector: string | null;
  /** Two moments that are compared; the later one is null for now. */
  readonly diff: { readonly from: string; readonly to: string | null } | null;
  /** Whole assets, or the columns on the ways of one column. */
  readonly level: Level;
  /** The column of the focus that is followed; null while the reader has yet to choose one. */
  readonly column: string | null;
  /** Leaves out edges that only steer which rows come out. */
  readonly isDirectOnly: boolean;
}

/** Neighbours shown for each node and side before the reader asks for more. */
export const FAN_OUT = 10;

/** The most a node may show on one side; beyond it the table of neighbours is the better tool. */
export const MAX_FAN_OUT = 500;

/** Deepest walk the page offers; the API answers at most this many hops for a page. */
export const MAX_DEPTH = 10;

/** Most assets asked for in one answer. */
export const MAX_NODES = 600;

/** Most assets asked for once they will be shown as counted groups: two walks of it, with classes and violations, are as much as one document may ask. */
export const MAX_WHOLE = 4100;

const isSame = (one: NodeSide, other: NodeSide): boolean => one.side === other.side && one.id === other.id;

/** The view after showing neighbours of a node: the default number first, then as many as `count` says. */
export function expand(view: View, at: NodeSide, count: number | 'all' = FAN_OUT): View {
  const known = view.expansions.find((expansion) => isSame(expansion, at));
  const expansion: Expansion = { side: at.side, id: at.id, count, picks: known?.picks ?? [] };
  return { ...reopened(view, at), expansions: [...view.expansions.filter((old) => !isSame(old, at)), expansion] };
}

/** The view after showing one chosen neighbour; what is already shown of that side stays. */
export function pick(view: View, at: NodeSide, neighbour: string): View {
  const known = view.expansions.find((expansion) => isSame(expansion, at));
  const picks = [...new Set([...(known?.picks ?? []), neighbour])];
  const expansion: Expansion = { side: at.side, id: at.id, count: known?.count ?? 0, picks };
  return { ...reopened(view, at), expansions: [...view.expansions.filter((old) => !isSame(old, at)), expansion] };
}

/**
 * The view after closing one side of a node.
 *
 * Steps taken from there are forgotten; the side is remembered as closed only when the depth itself would show it.
 */
export function collapse(view: View, at: NodeSide, isWithinDepth: boolean): View {
  const expansions = view.expansions.filter((expansion) => !isSame(expansion, at));
  const closed = view.closed.filter((other) => !isSame(other, at));
  return { ...view, expansions, closed: isWithinDepth ? [...closed, { side: at.side, id: at.id }] : closed };
}

function reopened(view: View, at: NodeSide): View {
  return { ...view, closed: view.closed.filter((other) => !isSame(other, at)) };
}

/** The view from another asset: depth back to where it starts, steps and hidden nodes forgotten, filters kept. */
export function refocus(view: View, focus: string, column: string | null = null): View {
  const depth = DEFAULT_DEPTH[view.level];
  return { ...view, focus, column, up: depth, down: depth, expansions: [], closed: [], hidden: [] };
}

/** The same focus seen as whole assets or by its columns. */
export function atLevel(view: View, level: Level): View {
  return level === view.level ? view : refocus({ ...view, level }, view.focus);
}

export function isClosed(view: View, at: NodeSide): boolean {
  return view.closed.some((other) => isSame(other, at));
}

export function expansionOf(view: View, at: NodeSide): Expansion | undefined {
  return view.expansions.find((expansion) => isSame(expansion, at));
}
