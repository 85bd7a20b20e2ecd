'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ExplorerFooter } from './explorer-footer';
import { ExplorerMessages } from './explorer-messages';
import { nounOf } from './graph/describe';
import { assetOf, columnOf, type Way } from './graph/graph';
import { edgesAlong, type Trace } from './graph/trace';
import { MAX_DEPTH, type NodeSide } from './graph/view';
import { wayAt } from './modes/path/way-words';
import { GraphStage, type GraphStageProps } from './stage/graph-stage';
import type { Explorer } from './use-explorer';
import { useMoreTypes } from './use-more-types';

interface ExplorerStageProps {
  readonly explorer: Explorer;
  /** Assets of a way that is looked at, in their order; empty: none. */
  readonly evidence: readonly string[];
  readonly onChoose: (at: NodeSide) => void;
  readonly onChooseColumn: (assetId: string) => void;
}

/** The graph of what the explorer shows. */
export function ExplorerStage({ explorer, evidence, onChoose, onChooseColumn }: ExplorerStageProps) {
  const { graph, step, nameOf, view } = explorer;
  const look = useLook(explorer);
  const sight = useSight(explorer);
  const way = useWay(explorer);
  const pinned = usePinned(explorer, way, evidence);
  const { shown, total } = graph.counts;
  return (
    <GraphStage
      drawing={step.drawing}
      previous={step.previous}
      label={`Lineage graph of ${nameOf(graph.focus)}, ${String(shown)} of ${String(total)} ${nounOf(view)}`}
      look={look}
      hueOf={explorer.hueOf}
      sight={sight}
      pinned={pinned}
      along={way?.ids ?? evidence}
      anchor={explorer.acted.id}
      active={explorer.active}
      actions={stageActions(explorer, onChoose, onChooseColumn)}
      onActivate={explorer.setActive}
      onTidy={explorer.tidy}
      isBusy={explorer.isBusy}
      isStale={explorer.sceneState.error !== null}
      footer={<ExplorerFooter explorer={explorer} />}
    >
      <ExplorerMessages explorer={explorer} />
    </GraphStage>
  );
}

/** The way that was asked for, else the one that proves a violation. */
function usePinned(explorer: Explorer, way: Way | undefined, evidence: readonly string[]): Trace | null {
  const { picture } = explorer.step.drawing;
  const asked = useMemo(() => (way ? traceOf(way) : null), [way]);
  const proof = useMemo(() => (evidence.length > 1 ? edgesAlong(picture, evidence) : null), [picture, evidence]);
  return asked ?? proof;
}

/** The way between two assets that the address asks for. */
function useWay({ sceneState, view, params }: Explorer): Way | undefined {
  const ways = sceneState.scene.ways?.ways;
  return view.path === null ? undefined : wayAt(ways ?? [], params.way).way;
}

/** The steps of a way, and the cards it leads through. */
function traceOf(way: Way): Trace {
  return { edges: new Set(way.steps.map(({ edge }) => edge.id)), rows: new Set(), nodes: new Set(way.ids) };
}

/** Where the address asks to look, once: it says no more about the reader's place after they have moved. */
function useSight({ params, actions }: Explorer): Explorer['params']['v'] {
  const [sight] = useState(params.v);
  const forget = useEffectEvent(() => {
    if (params.v !== null) actions.forgetSight();
  });
  useEffect(() => forget(), []);
  return sight;
}

function useLook({
  params,
  view,
  graph,
  picture,
  sceneState,
  step,
  legend,
  nameOf,
}: Explorer): GraphStageProps['look'] {
  const more = useMemo(() => picture.nodes.flatMap((node) => (node.kind === 'more' ? [node.more] : [])), [picture]);
  const types = useMoreTypes(more, sceneState.scene, view.at);
  const root = view.column === null ? null : graph.focus;
  const { lens, sel: selected } = params;
  const { focus } = step.drawing.picture;
  return useMemo(() => {
    const said = legend.filter((entry) => entry.value !== '');
    const hues = new Map(legend.map((entry) => [entry.value, entry.hue]));
    const labels = new Map(said.map((entry) => [entry.value, entry.label]));
    return { lens, hues, labels, focus, root, selected, types, nameOf };
  }, [lens, selected, legend, focus, root, types, nameOf]);
}

function stageActions(
  { view, actions, steps, setActive, step }: Explorer,
  onChoose: (at: NodeSide) => void,
  onChooseColumn: (assetId: string) => void,
): GraphStageProps['actions'] {
  return {
    ...steps,
    further: (side) => actions.setDepth(side, Math.min(MAX_DEPTH, view[side] + 1)),
    unfold: actions.unfold,
    chooseColumn: onChooseColumn,
    showColumns: (id) => actions.follow(assetOf(id), columnOf(id)),
    open: (id) => {
      setActive(id);
      if (view.level === 'column' && view.column === null && columnOf(id)) actions.follow(assetOf(id), columnOf(id));
      else actions.select(id);
    },
    select: actions.select,
    pathTo: (id) => actions.pathTo(assetOf(id)),
    hide: (id) => {
      if (assetOf(id) !== step.drawing.picture.focus) actions.hide(assetOf(id));
    },
    choose: (more) => onChoose({ id: more.owner, side: more.side }),
    closeGroup: (key) => actions.toggleGroup(key),
    openGroup: (group) => actions.toggleGroup(group.id.slice('group:'.length)),
    showTable: () => actions.setShow('table'),
  };
}
