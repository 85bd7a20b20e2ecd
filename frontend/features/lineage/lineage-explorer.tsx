'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState, type ReactNode } from 'react';
import { Announcer, MomentBanner } from './explorer-messages';
import { ExplorerDetails, ExplorerTable } from './explorer-panes';
import { ExplorerSide } from './explorer-side';
import { ExplorerStage } from './explorer-stage';
import { ExplorerToolbar } from './explorer-toolbar';
import styles from './explorer.module.css';
import type { NodeSide } from './graph/view';
import { ModeBar } from './modes/mode-bar';
import { hasPanel, ModePanel } from './modes/mode-panel';
import type { Pieces } from './scene/load-pieces';
import { useExplorer, type Explorer } from './use-explorer';
import { useExport } from './use-export';
import { useNarrow } from './use-narrow';

// Dialogs are closed at first: their code travels when one is opened.
const ChooseDialog = dynamic(() => import('./choose-dialog').then((module) => module.ChooseDialog));
const EvidenceBar = dynamic(() => import('./evidence/evidence-bar').then((module) => module.EvidenceBar));
const ColumnDialog = dynamic(() => import('./column-dialog').then((module) => module.ColumnDialog));

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
  const { params, actions, nameOf } = explorer;
  const [choosing, setChoosing] = useState<NodeSide | null>(null);
  const [columnsOf, setColumnsOf] = useState<string | null>(null);
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const isNarrow = useNarrow();
  const isTable = params.view === 'table' || isNarrow;
  return (
    <div className={styles['explorer']}>
      <h1 className="hidden-visually">Lineage of {nameOf(explorer.view.focus)}</h1>
      <ExplorerToolbar
        explorer={explorer}
        isTable={isTable}
        onExport={useExport(explorer)}
        onGo={(asset) => goTo(explorer, asset.id)}
        onChooseColumn={setColumnsOf}
      />
      <ModeBar explorer={explorer} />
      <Evidence explorer={explorer} onPath={setEvidence} />
      <MomentBanner at={params.at} onNow={() => actions.setMoment(null)} />
      <Body
        explorer={explorer}
        evidence={evidence}
        isTable={isTable}
        onChoose={setChoosing}
        onChooseColumn={setColumnsOf}
      />
      <Chooser explorer={explorer} at={choosing} onClose={() => setChoosing(null)} />
      <ColumnChooser explorer={explorer} of={columnsOf} onClose={() => setColumnsOf(null)} />
      <Announcer explorer={explorer} />
    </div>
  );
}

function goTo({ setActive, actions }: Explorer, id: string): void {
  setActive(id);
  actions.select(id);
}

interface BodyProps {
  readonly explorer: Explorer;
  readonly evidence: readonly string[];
  readonly isTable: boolean;
  readonly onChoose: (at: NodeSide) => void;
  readonly onChooseColumn: (assetId: string) => void;
}

/** The outline, the graph or its table, and beside them the list of the mode, or what is selected. */
function Body({ explorer, evidence, isTable, onChoose, onChooseColumn }: BodyProps) {
  const beside = besideOf(explorer);
  return (
    <div className={styles['body']} data-details={beside !== null || undefined}>
      <ExplorerSide explorer={explorer} onChoose={onChoose} />
      {isTable && <ExplorerTable explorer={explorer} onOpen={(id) => goTo(explorer, id)} />}
      {!isTable && (
        <ExplorerStage
          explorer={explorer}
          evidence={explorer.params.evidence === null ? NO_PATH : evidence}
          onChoose={onChoose}
          onChooseColumn={onChooseColumn}
        />
      )}
      {beside}
    </div>
  );
}

function besideOf(explorer: Explorer): ReactNode {
  const { sel, mode } = explorer.params;
  if (hasPanel(mode)) return <ModePanel explorer={explorer} mode={mode} />;
  const selected = sel === null ? undefined : explorer.nodeOf(sel);
  return selected ? <ExplorerDetails explorer={explorer} id={selected.id} /> : null;
}

const NO_PATH: readonly string[] = [];

interface EvidenceProps {
  readonly explorer: Explorer;
  readonly onPath: (assets: readonly string[]) => void;
}

/** The violation whose way is looked at; nothing without one in the address. */
function Evidence({ explorer: { params, graph, actions }, onPath }: EvidenceProps) {
  const drawn = useMemo(() => new Set(graph.nodes.map(({ asset }) => asset.id)), [graph]);
  if (params.evidence === null) return null;
  return <EvidenceBar id={params.evidence} drawn={drawn} onPath={onPath} onClose={actions.closeEvidence} />;
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
  if (at === null) return null;
  return <ChooseDialog at={at} ownerName={nameOf(at.id)} drawn={drawn} onPick={pick} onClose={onClose} />;
}

interface ColumnChooserProps {
  readonly explorer: Explorer;
  readonly of: string | null;
  readonly onClose: () => void;
}

function ColumnChooser({ explorer: { actions, nameOf }, of, onClose }: ColumnChooserProps) {
  if (of === null) return null;
  const pick = (column: string): void => actions.follow(of, column);
  return <ColumnDialog assetId={of} assetName={nameOf(of)} onPick={pick} onClose={onClose} />;
}
