'use client';

import { useMemo, useState } from 'react';
import { ChooseDialog } from './choose-dialog';
import { Announcer, MomentBanner } from './explorer-messages';
import { ExplorerSide } from './explorer-side';
import { ExplorerStage } from './explorer-stage';
import { ExplorerToolbar } from './explorer-toolbar';
import styles from './explorer.module.css';
import type { NodeSide } from './graph/view';
import type { Pieces } from './scene/load-pieces';
import { Details } from './side/details';
import { GraphTable } from './table/graph-table';
import { useExplorer, type Explorer } from './use-explorer';
import { useExport } from './use-export';
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
  const selected = params.sel === null ? undefined : explorer.nodeOf(params.sel);
  const go = (id: string): void => {
    setActive(id);
    actions.select(id);
  };
  return (
    <div className={styles['explorer']}>
      <h1 className="hidden-visually">Lineage of {nameOf(explorer.view.focus)}</h1>
      <ExplorerToolbar
        explorer={explorer}
        isTable={isTable}
        onExport={useExport(explorer)}
        onGo={(asset) => go(asset.id)}
      />
      <MomentBanner at={params.at} onNow={() => actions.setMoment(null)} />
      <div className={styles['body']} data-details={selected !== undefined || undefined}>
        <ExplorerSide explorer={explorer} onChoose={setChoosing} />
        {isTable && <GraphTable picture={step.drawing.picture} selected={params.sel} onOpen={go} />}
        {!isTable && <ExplorerStage explorer={explorer} onChoose={setChoosing} />}
        {selected && <ExplorerDetails explorer={explorer} id={selected.id} />}
      </div>
      <Chooser explorer={explorer} at={choosing} onClose={() => setChoosing(null)} />
      <Announcer explorer={explorer} />
    </div>
  );
}

function ExplorerDetails({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  const { graph, steps, actions, nameOf, nodeOf } = explorer;
  const node = nodeOf(id);
  if (!node) return null;
  return (
    <Details
      node={node}
      into={graph.edges.filter((edge) => edge.target === id)}
      outOf={graph.edges.filter((edge) => edge.source === id)}
      nameOf={nameOf}
      isFocus={id === graph.focus}
      actions={{ ...steps, hide: actions.hide, select: actions.select }}
    />
  );
}

interface ChooserProps {
  readonly explorer: Explorer;
  readonly at: NodeSide | null;
  readonly onClose: () => void;
}

function Chooser({ explorer: { graph, actions, nameOf }, at, onClose }: ChooserProps) {
  const drawn = useMemo(() => new Set(graph.nodes.map((node) => node.id)), [graph]);
  const pick = (where: NodeSide, id: string): void => {
    actions.pick(where, id);
    onClose();
  };
  return <ChooseDialog at={at} ownerName={at ? nameOf(at.id) : ''} drawn={drawn} onPick={pick} onClose={onClose} />;
}
