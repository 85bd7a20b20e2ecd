'use client';

import { useCallback, useMemo, useState } from 'react';
import { pictureOf, type Picture } from './graph/group';
import { huesOf, legendOf, lensValue, NEUTRAL, type Hue, type LegendEntry } from './graph/lens';
import { visibleGraph, type VisibleGraph, type VisibleNode } from './graph/visible';
import type { Pieces } from './scene/load-pieces';
import { useDrawing, type DrawnStep } from './use-drawing';
import { useLineageView, type LineageView } from './use-lineage-view';
import { useScene, type SceneState } from './use-scene';
import { useSteps, type Acted, type StepActions } from './use-steps';

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
    steps: useSteps(state, byId, setActed),
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
