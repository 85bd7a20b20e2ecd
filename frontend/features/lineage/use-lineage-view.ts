'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { GroupBy } from './graph/group';
import type { Lens } from './graph/lens';
import { atLevel, collapse, expand, NO_FILTER, pick, refocus, type FilterKey, type Level } from './graph/view';
import type { NodeSide, View } from './graph/view';
import { OWN_PARAMS, type Mode } from './modes/modes';
import { depthParams, filterParams, lineageParams, paramsOf, viewOf, type LineageParams } from './lineage-params';

/** Everything the reader can change about the picture; each becomes part of the address. */
export interface ViewActions {
  readonly expand: (at: NodeSide, count?: number | 'all') => void;
  readonly collapse: (at: NodeSide, isWithinDepth: boolean) => void;
  readonly pick: (at: NodeSide, neighbour: string) => void;
  readonly refocus: (id: string) => void;
  readonly setDepth: (side: 'up' | 'down', depth: number) => void;
  readonly setLevel: (level: Level) => void;
  /** Follows a column of an asset; null lets the reader choose one. */
  readonly follow: (assetId: string, column: string | null) => void;
  readonly setDirectOnly: (isDirectOnly: boolean) => void;
  /** Shows all columns of a card that are on the way. */
  readonly unfold: (assetId: string) => void;
  readonly hide: (id: string) => void;
  readonly unhideAll: () => void;
  readonly setFilter: (key: FilterKey, values: readonly string[]) => void;
  readonly clearFilter: () => void;
  readonly setLens: (lens: Lens) => void;
  readonly setGroup: (group: GroupBy) => void;
  readonly toggleGroup: (key: string) => void;
  /** Which groups are not open or closed as they would be by default. */
  readonly setGroups: (toggled: readonly string[]) => void;
  readonly setShow: (show: 'graph' | 'table') => void;
  readonly select: (id: string | null) => void;
  /** A drag through time is no step that Back undoes. */
  readonly setMoment: (at: Date | null, isDrag?: boolean) => void;
  /** Which moments are compared; null for now. */
  readonly compare: (from: Date | null, to: Date | null) => void;
  /** Shows the ways between the focus and another asset. */
  readonly pathTo: (id: string) => void;
  /** Which way is in the light, counted from 1. */
  readonly setWay: (way: number) => void;
  /** Draws what a selector means; null draws what lies around the focus. */
  readonly setSelector: (text: string | null) => void;
  /** Leaving a mode forgets what only it needed. */
  readonly setMode: (mode: Mode | null) => void;
  /** Leaves the way of a violation. */
  readonly closeEvidence: () => void;
  /** Takes the sight out of the address: the reader looks where they like from then on. */
  readonly forgetSight: () => void;
}

export interface LineageView {
  readonly params: LineageParams;
  readonly view: View;
  readonly actions: ViewActions;
}

/** The state of the explorer, which is the address. `focus` is what the server resolved the address to at first. */
export function useLineageView(resolved: { readonly asked: string; readonly id: string }): LineageView {
  const [params, set] = useQueryStates(lineageParams, { shallow: true, scroll: false, clearOnDefault: true });
  const focus = params.focus === null || params.focus === resolved.asked ? resolved.id : params.focus;
  const view = useMemo(() => viewOf(params, focus), [params, focus]);
  const actions = useMemo(() => actionsOn(params, view, set), [params, view, set]);
  return { params, view, actions };
}

type SetParams = (
  values: Partial<{ [Key in keyof LineageParams]: LineageParams[Key] | null }>,
  options?: { history: 'replace' },
) => unknown;

function actionsOn(params: LineageParams, view: View, setAddress: SetParams): ViewActions {
  const set = (values: Parameters<SetParams>[0]): void => void setAddress(values);
  const show = (next: View): void => set(paramsOf(next));
  const start = (next: View): void => set(started(next));
  return {
    expand: (at, count) => show(expand(view, at, count)),
    collapse: (at, isWithinDepth) => show(collapse(view, at, isWithinDepth)),
    pick: (at, neighbour) => show(pick(view, at, neighbour)),
    refocus: (id) => set({ ...started(refocus(view, id)), ...left(params, 'select') }),
    setDepth: (side, depth) => set(depthParams({ ...view, [side]: depth })),
    setLevel: (level) => start(atLevel(view, level)),
    follow: (assetId, column) => start(refocus({ ...view, level: 'column' }, assetId, column)),
    setDirectOnly: (isDirectOnly) => set({ edges: isDirectOnly ? 'direct' : 'all' }),
    unfold: (assetId) => set({ rows: [...params.rows, assetId] }),
    hide: (id) => set({ hide: [...params.hide, id], sel: params.sel === id ? null : params.sel }),
    unhideAll: () => set({ hide: [] }),
    setFilter: (key, values) => set({ [key]: [...values] }),
    clearFilter: () => set({ ...filterParams(NO_FILTER), edges: 'all' }),
    setLens: (lens) => set({ lens }),
    setGroup: (group) => set({ group, gx: [] }),
    toggleGroup: (key) =>
      set({ gx: params.gx.includes(key) ? params.gx.filter((other) => other !== key) : [...params.gx, key] }),
    setGroups: (toggled) => set({ gx: [...toggled] }),
    setShow: (view_) => set({ view: view_ }),
    select: (id) => set({ sel: id }),
    setMoment: (at, isDrag) => void setAddress({ at }, isDrag ? { history: 'replace' } : undefined),
    compare: (from, to) => set({ from, to }),
    pathTo: (id) => set({ ...forgotten(params.mode), mode: 'path', path: id, way: null }),
    setWay: (way) => set({ way }),
    setSelector: (select) => set({ select, x: [], c: [], hide: [], sel: null }),
    setMode: (mode) => set({ ...forgotten(params.mode), ...entered(mode, params), mode }),
    closeEvidence: () => set({ evidence: null }),
    forgetSight: () => set({ v: null }),
  };
}

function started(view: View): Parameters<SetParams>[0] {
  return { ...paramsOf(view), rows: [], sel: null };
}

/** Leaves a mode that has no place in what comes. */
function left({ mode }: LineageParams, one: Mode): Parameters<SetParams>[0] {
  return mode === one ? { ...forgotten(one), mode: null } : {};
}

function forgotten(mode: Mode | null): Parameters<SetParams>[0] {
  return mode === null ? {} : Object.fromEntries(OWN_PARAMS[mode].map((name) => [name, null]));
}

const WEEK_MS = 7 * 24 * 3600_000;

/** Comparing begins with the moment looked at, or a week ago, and today; selectors know only today. */
function entered(mode: Mode | null, { at }: LineageParams): Parameters<SetParams>[0] {
  if (mode === 'select') return { at: null };
  if (mode !== 'compare') return {};
  const weekAgo = new Date(Math.floor((Date.now() - WEEK_MS) / 60_000) * 60_000);
  return { from: at ?? weekAgo, to: null, at: null };
}
