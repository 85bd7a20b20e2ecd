'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { pictureOf, type Picture } from './graph/group';
import type { Side } from './graph/graph';
import { huesOf, LENSES, legendOf, lensValue, NEUTRAL, type Hue, type LegendEntry } from './graph/lens';
import { expansionOf, FAN_OUT } from './graph/view';
import { visibleGraph, type MoreNode, type VisibleGraph, type VisibleNode } from './graph/visible';
import type { Pieces } from './scene/load-pieces';
import { useDrawing, type DrawnStep } from './use-drawing';
import { useLineageView, type LineageView } from './use-lineage-view';
import { useScene, type SceneState } from './use-scene';

/** Where the reader acted last: the camera keeps that card in place. */
interface Acted {
  readonly id: string;
  readonly side: Side | null;
}

export interface Explorer extends LineageView {
  readonly sceneState: SceneState;
  readonly graph: VisibleGraph;
  /** What the API's answers amount to; the drawing follows once it is laid out. */
  readonly picture: Picture;
  readonly step: DrawnStep;
  readonly tidy: () => void;
  readonly legend: readonly LegendEntry[];
  readonly hueOf: (id: string) => Hue;
  readonly nameOf: (id: string) => string;
  readonly nodeOf: (id: string) => VisibleNode | undefined;
  readonly active: string;
  readonly setActive: (id: string) => void;
  readonly acted: Acted;
  readonly isBusy: boolean;
  readonly steps: StepActions;
}

/** Steps the cards and keys take; each remembers where it was taken. */
export interface StepActions {
  readonly expandAt: (id: string, side: Side, isAll?: boolean) => void;
  readonly collapseSide: (id: string, side: Side) => void;
  readonly collapseAt: (id: string) => void;
  readonly toggleSide: (node: VisibleNode, side: Side, isAll: boolean) => void;
  readonly next: (more: MoreNode, count: number | 'all') => void;
  readonly refocus: (id: string) => void;
  readonly nextLens: () => void;
}

/** Everything the explorer shows, derived from the address and the answers to it. */
export function useExplorer(resolved: { readonly asked: string; readonly id: string }, initial: Pieces): Explorer {
  const state = useLineageView(resolved);
  const { params, view } = state;
  const sceneState = useScene(view, initial);
  const { scene, answered } = sceneState;
  const graph = useMemo(() => visibleGraph(scene, answered), [scene, answered]);
  const picture = useMemo(() => pictureOf(graph, params.group, new Set(params.gx)), [graph, params.group, params.gx]);
  const [tidied, setTidied] = useState(0);
  const step = useDrawing(picture, tidied);
  const byId = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const colours = useColours(graph, state, byId);
  const [moved, setActive] = useState(view.focus);
  const active = step.drawing.layout.places[moved] ? moved : graph.focus;
  const [acted, setActed] = useState<Acted>({ id: view.focus, side: null });
  const nameOf = useCallback((id: string) => scene.nodes.get(id)?.asset.displayName ?? id, [scene]);
  return {
    ...state,
    ...colours,
    sceneState,
    graph,
    picture,
    step,
    tidy: () => {
      setActed({ id: active, side: null });
      setTidied((count) => count + 1);
    },
    nameOf,
    nodeOf: (id) => byId.get(id),
    active,
    setActive,
    acted,
    isBusy: sceneState.isLoading || step.drawing.picture !== picture,
    steps: useSteps(state, graph, byId, setActed),
  };
}

function useColours(
  graph: VisibleGraph,
  { params }: LineageView,
  byId: ReadonlyMap<string, VisibleNode>,
): Pick<Explorer, 'legend' | 'hueOf'> {
  const { lens } = params;
  const legend = useMemo(
    () =>
      legendOf(
        lens,
        graph.nodes.map((node) => node.asset),
      ),
    [lens, graph],
  );
  const hues = useMemo(() => huesOf(legend), [legend]);
  const hueOf = useCallback(
    (id: string) => {
      const node = byId.get(id);
      return (node && hues.get(lensValue(lens, node.asset))) ?? NEUTRAL;
    },
    [byId, hues, lens],
  );
  return { legend, hueOf };
}

function useSteps(
  { params, view, actions }: LineageView,
  graph: VisibleGraph,
  byId: ReadonlyMap<string, VisibleNode>,
  setActed: (acted: Acted) => void,
): StepActions {
  const latest = useRef({ view, actions, graph, byId, params });
  latest.current = { view, actions, graph, byId, params };
  return useMemo(() => {
    const shownOf = (id: string, side: Side): number => latest.current.byId.get(id)?.[side].shown ?? 0;
    const expandAt: StepActions['expandAt'] = (id, side, isAll = false) => {
      const node = latest.current.byId.get(id);
      if (!node || node[side].more === 0) return;
      setActed({ id, side });
      const known = node[side].isOpen ? shownOf(id, side) : 0;
      const before = expansionOf(latest.current.view, { id, side });
      const count = isAll ? 'all' : node[side].isOpen && before?.count !== 0 ? roundUp(known) + FAN_OUT : FAN_OUT;
      latest.current.actions.expand({ id, side }, count);
    };
    const collapseSide: StepActions['collapseSide'] = (id, side) => {
      setActed({ id, side });
      const { view: now, actions: act } = latest.current;
      const isStep = expansionOf(now, { id, side }) !== undefined;
      act.collapse({ id, side }, !isStep);
    };
    return {
      expandAt,
      collapseSide,
      collapseAt: (id) => {
        const node = latest.current.byId.get(id);
        if (!node) return;
        const side = (['down', 'up'] as const).find((each) => node[each].isOpen && node[each].shown > 0);
        if (side) collapseSide(id, side);
      },
      toggleSide: (node, side, isAll) => {
        if (node[side].isOpen && node[side].shown > 0) collapseSide(node.id, side);
        else expandAt(node.id, side, isAll);
      },
      next: ({ owner, side }, count) => expandAt(owner, side, count === 'all'),
      refocus: (id) => {
        setActed({ id, side: null });
        latest.current.actions.refocus(id);
      },
      nextLens: () => {
        const at = LENSES.indexOf(latest.current.params.lens);
        latest.current.actions.setLens(LENSES[(at + 1) % LENSES.length] ?? 'layer');
      },
    };
  }, [setActed]);
}

function roundUp(count: number): number {
  return Math.ceil(count / FAN_OUT) * FAN_OUT;
}
