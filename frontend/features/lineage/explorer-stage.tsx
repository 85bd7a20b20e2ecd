'use client';

import { useMemo } from 'react';
import { ExplorerFooter } from './explorer-footer';
import { ExplorerMessages } from './explorer-messages';
import type { NodeSide } from './graph/view';
import { GraphStage, type GraphStageProps } from './stage/graph-stage';
import type { Explorer } from './use-explorer';
import { useMoreTypes } from './use-more-types';

interface ExplorerStageProps {
  readonly explorer: Explorer;
  readonly onChoose: (at: NodeSide) => void;
}

/** The graph of what the explorer shows. */
export function ExplorerStage({ explorer, onChoose }: ExplorerStageProps) {
  const { graph, step, nameOf } = explorer;
  const look = useLook(explorer);
  const { shown, total } = graph.counts;
  return (
    <GraphStage
      drawing={step.drawing}
      previous={step.previous}
      label={`Lineage graph of ${nameOf(graph.focus)}, ${String(shown)} of ${String(total)} assets`}
      look={look}
      hueOf={explorer.hueOf}
      anchor={explorer.acted.id}
      active={explorer.active}
      actions={stageActions(explorer, onChoose)}
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

function useLook({ params, view, graph, sceneState, step, legend, nameOf }: Explorer): GraphStageProps['look'] {
  const types = useMoreTypes(graph.more, sceneState.scene, view.at);
  const { lens, sel: selected } = params;
  const { focus } = step.drawing.picture;
  return useMemo(() => {
    const said = legend.filter((entry) => entry.value !== '');
    const hues = new Map(legend.map((entry) => [entry.value, entry.hue]));
    const labels = new Map(said.map((entry) => [entry.value, entry.label]));
    return { lens, hues, labels, focus, selected, types, nameOf };
  }, [lens, selected, legend, focus, types, nameOf]);
}

function stageActions(
  { actions, steps, setActive, graph }: Explorer,
  onChoose: (at: NodeSide) => void,
): GraphStageProps['actions'] {
  return {
    ...steps,
    open: (id) => {
      setActive(id);
      actions.select(id);
    },
    select: actions.select,
    hide: (id) => {
      if (id !== graph.focus) actions.hide(id);
    },
    choose: (more) => onChoose({ id: more.owner, side: more.side }),
    openGroup: (group) => actions.toggleGroup(group.id.slice('group:'.length)),
    showTable: () => actions.setShow('table'),
  };
}
