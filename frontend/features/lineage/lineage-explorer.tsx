'use client';

import { useMemo, useState } from 'react';
import { ChooseDialog } from './choose-dialog';
import styles from './explorer.module.css';
import { ExplorerFooter } from './explorer-footer';
import { ExplorerMessages, Announcer, MomentBanner } from './explorer-messages';
import { ExplorerToolbar } from './explorer-toolbar';
import type { AssetSummary } from './graph/graph';
import type { Lens } from './graph/lens';
import type { FilterKey, NodeSide } from './graph/view';
import type { Pieces } from './scene/load-pieces';
import { Details } from './side/details';
import { Legend } from './side/legend';
import { Outline } from './side/outline';
import { GraphStage } from './stage/graph-stage';
import { GraphTable } from './table/graph-table';
import { useExplorer, type Explorer } from './use-explorer';
import { useExport } from './use-export';
import { useMoreTypes } from './use-more-types';
import { useNarrow } from './use-narrow';

interface LineageExplorerProps {
  /** The focus as the address named it, and the asset it stands for. */
  readonly asked: string;
  readonly focusId: string;
  /** Answers that the server already has. */
  readonly initial: Pieces;
}

/** The lineage graph with its outline, table twin, legend and details: one state, the address, behind all of them. */
export function LineageExplorer({ asked, focusId, initial }: LineageExplorerProps) {
  const explorer = useExplorer({ asked, id: focusId }, initial);
  const { params, actions, step, setActive, nameOf } = explorer;
  const [choosing, setChoosing] = useState<NodeSide | null>(null);
  const isNarrow = useNarrow();
  const isTable = params.view === 'table' || isNarrow;
  const { picture } = step.drawing;
  const selected = params.sel === null ? undefined : explorer.nodeOf(params.sel);
  const drawn = useMemo(() => new Set(explorer.graph.nodes.map((node) => node.id)), [explorer.graph]);
  const go = (asset: AssetSummary): void => {
    setActive(asset.id);
    actions.select(asset.id);
  };
  return (
    <div className={styles['explorer']}>
      <h1 className="hidden-visually">Lineage of {nameOf(explorer.view.focus)}</h1>
      <ExplorerToolbar explorer={explorer} isTable={isTable} onExport={useExport(explorer)} onGo={go} />
      <MomentBanner at={params.at} onNow={() => actions.setMoment(null)} />
      <div className={styles['body']} data-details={selected !== undefined || undefined}>
        <Side explorer={explorer} onChoose={setChoosing} />
        {isTable ? (
          <GraphTable picture={picture} selected={params.sel} onOpen={(id) => actions.select(id)} />
        ) : (
          <Stage explorer={explorer} onChoose={setChoosing} />
        )}
        {selected && (
          <Details
            node={selected}
            into={explorer.graph.edges.filter((edge) => edge.target === selected.id)}
            outOf={explorer.graph.edges.filter((edge) => edge.source === selected.id)}
            nameOf={nameOf}
            isFocus={selected.id === explorer.graph.focus}
            actions={{ ...explorer.steps, hide: actions.hide, select: actions.select }}
          />
        )}
      </div>
      <ChooseDialog
        at={choosing}
        ownerName={choosing ? nameOf(choosing.id) : ''}
        drawn={drawn}
        onPick={(at, id) => {
          actions.pick(at, id);
          setChoosing(null);
        }}
        onClose={() => setChoosing(null)}
      />
      <Announcer explorer={explorer} />
    </div>
  );
}

interface PartProps {
  readonly explorer: Explorer;
  readonly onChoose: (at: NodeSide) => void;
}

/** Filters a click on the legend sets; the other lenses have none. */
const LENS_FILTER: Partial<Record<Lens, FilterKey>> = { layer: 'layer', type: 'type', owner: 'owner' };

function Side({ explorer, onChoose }: PartProps) {
  const { params, view, actions, legend, step, active, setActive, steps } = explorer;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const filter = LENS_FILTER[params.lens];
  const chosen = filter ? view.filter[filter] : null;
  const looks = useMemo(() => new Set(step.drawing.picture.edges.map((edge) => edge.look)), [step.drawing.picture]);
  return (
    <aside className={styles['side']} aria-label="Outline and legend">
      <Outline
        picture={step.drawing.picture}
        closed={closed}
        active={active}
        selected={params.sel}
        onToggle={(key) => setClosed((keys) => toggled(keys, key))}
        onActivate={setActive}
        onOpen={(item) => {
          const [, side, owner = ''] = item.id.split(':');
          if (item.kind === 'asset') actions.select(item.id);
          else if (item.kind === 'more') onChoose({ id: owner, side: side === 'up' ? 'up' : 'down' });
          else if (item.kind === 'group') actions.toggleGroup(item.id.slice('group:'.length));
          else steps.collapseAt(item.id);
        }}
      />
      <Legend
        lens={params.lens}
        entries={legend}
        chosen={chosen}
        looks={looks}
        onChoose={(value) => filter && chosen && actions.setFilter(filter, [...toggled(new Set(chosen), value)])}
      />
    </aside>
  );
}

function toggled(values: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}

function Stage({ explorer, onChoose }: PartProps) {
  const { params, view, actions, graph, sceneState, step, legend, hueOf, nameOf, active, setActive, acted, steps } =
    explorer;
  const types = useMoreTypes(graph.more, sceneState.scene, view.at);
  const look = useMemo(
    () => ({
      lens: params.lens,
      hues: new Map(legend.map((entry) => [entry.value, entry.hue])),
      labels: new Map(legend.filter((entry) => entry.value !== '').map((entry) => [entry.value, entry.label])),
      focus: step.drawing.picture.focus,
      selected: params.sel,
      types,
      nameOf,
    }),
    [params.lens, params.sel, legend, step.drawing.picture.focus, types, nameOf],
  );
  const stageActions = {
    ...steps,
    open: (id: string) => {
      setActive(id);
      actions.select(id);
    },
    select: actions.select,
    hide: actions.hide,
    choose: (more: { owner: string; side: NodeSide['side'] }) => onChoose({ id: more.owner, side: more.side }),
    openGroup: (group: { id: string }) => actions.toggleGroup(group.id.slice('group:'.length)),
    showTable: () => actions.setShow('table'),
  };
  return (
    <GraphStage
      drawing={step.drawing}
      previous={step.previous}
      label={`Lineage graph of ${nameOf(graph.focus)}, ${String(graph.counts.shown)} of ${String(graph.counts.total)} assets`}
      look={look}
      hueOf={hueOf}
      anchor={acted.id}
      active={active}
      actions={stageActions}
      onActivate={setActive}
      onTidy={explorer.tidy}
      isBusy={explorer.isBusy}
      isStale={sceneState.error !== null}
      footer={<ExplorerFooter explorer={explorer} />}
    >
      <ExplorerMessages explorer={explorer} />
    </GraphStage>
  );
}
