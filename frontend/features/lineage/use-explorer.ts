'use client';

import { useCallback, useMemo, useState } from 'react';
import { columnPictureOf } from './graph/column-picture';
import { assetOf, columnOf, type AssetSummary, type Scene } from './graph/graph';
import { pictureOf, type Picture } from './graph/group';
import { huesOf, legendOf, lensValue, NEUTRAL, type Hue, type LegendEntry } from './graph/lens';
import { visibleGraph, type VisibleGraph, type VisibleNode } from './graph/visible';
import type { Level, View } from './graph/view';
import type { LineageParams } from './lineage-params';
import type { Pieces } from './scene/load-pieces';
import { refusalOf, type Refusal } from './scene/selection/refusal';
import { useDrawing, type DrawnStep } from './use-drawing';
import { useLineageView, type LineageView } from './use-lineage-view';
import { useScene, type SceneState } from './use-scene';
import { useSteps, type Acted, type StepActions } from './use-steps';

export interface Explorer extends LineageView {
  readonly sceneState: SceneState;
  /** What is wrong with the selector; the graph before it stays. */
  readonly refusal: Refusal | null;
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
  const { sceneState, refusal } = useRefusableScene(view, initial);
  const { scene, answered } = sceneState;
  const graph = useMemo(() => visibleGraph(scene, answered), [scene, answered]);
  const picture = usePicture(graph, answered.level, params);
  const [tidied, setTidied] = useState(0);
  const step = useDrawing(picture, tidied);
  const byId = useMemo(() => nodesById(graph, picture), [graph, picture]);
  const assets = useMemo(() => [...new Map(graph.nodes.map(({ asset }) => [asset.id, asset])).values()], [graph]);
  const colours = useColours(assets, state, byId);
  const [moved, setActive] = useState(view.focus);
  const active = step.drawing.stops.has(moved) ? moved : step.drawing.picture.focus;
  const [acted, setActed] = useState<Acted>({ id: view.focus, side: null });
  const nameOf = useNames(assets, scene, view.focus);
  return {
    ...state,
    ...colours,
    sceneState,
    refusal,
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

/** A mistake in the selector is told apart from a service that fails. */
function useRefusableScene(view: View, initial: Pieces): Pick<Explorer, 'sceneState' | 'refusal'> {
  const state = useScene(view, initial);
  const refusal = useMemo(() => refusalOf(view, state.error), [view, state.error]);
  return { sceneState: refusal ? { ...state, error: null } : state, refusal };
}

/** Cards of assets, or of the columns of assets. */
function usePicture(graph: VisibleGraph, level: Level, { group, gx, rows }: LineageParams): Picture {
  return useMemo(
    () => (level === 'column' ? columnPictureOf(graph, new Set(rows)) : pictureOf(graph, group, new Set(gx))),
    [graph, level, group, gx, rows],
  );
}

/** What can be selected: everything in the graph, and the cards its columns stand on. */
function nodesById(graph: VisibleGraph, picture: Picture): Map<string, VisibleNode> {
  const cards = picture.nodes.flatMap((node) => (node.kind === 'asset' ? [node.node] : []));
  return new Map([...cards, ...graph.nodes].map((node) => [node.id, node]));
}

/** The names of assets drawn or only known, and "asset.column" for a column. */
function useNames(assets: readonly AssetSummary[], { nodes, selection }: Scene, focus: string): (id: string) => string {
  return useMemo(() => {
    const names = new Map([...nodes.values()].map(({ asset }) => [asset.id, asset.displayName]));
    for (const { id, displayName } of assets) names.set(id, displayName);
    if (selection) names.set(focus, selection.focusName);
    return (id) => [names.get(assetOf(id)) ?? assetOf(id), columnOf(id)].filter((part) => part !== null).join('.');
  }, [assets, nodes, selection, focus]);
}

function useColours(
  assets: readonly AssetSummary[],
  { params }: LineageView,
  byId: ReadonlyMap<string, VisibleNode>,
): Pick<Explorer, 'legend' | 'hueOf'> {
  const { lens } = params;
  const legend = useMemo(() => legendOf(lens, assets), [lens, assets]);
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
