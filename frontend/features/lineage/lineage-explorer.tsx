'use client';

import { useMemo, useState } from 'react';
import { ChooseDialog } from './choose-dialog';
import { ColumnDialog } from './column-dialog';
import { Announcer, MomentBanner } from './explorer-messages';
import { ExplorerSide } from './explorer-side';
import { ExplorerStage } from './explorer-stage';
import { ExplorerToolbar } from './explorer-toolbar';
import styles from './explorer.module.css';
import { edgeId, type SceneEdge } from './graph/graph';
import type { PictureEdge } from './graph/group';
import type { NodeSide } from './graph/view';
import type { Pieces } from './scene/load-pieces';
import { ColumnDetails } from './side/column-details';
import { Details } from './side/details';
import { ColumnTable } from './table/column-table';
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
  const { params, actions, setActive, nameOf } = explorer;
  const [choosing, setChoosing] = useState<NodeSide | null>(null);
  const [columnsOf, setColumnsOf] = useState<string | null>(null);
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
        onChooseColumn={setColumnsOf}
      />
      <MomentBanner at={params.at} onNow={() => actions.setMoment(null)} />
      <div className={styles['body']} data-details={selected !== undefined || undefined}>
        <ExplorerSide explorer={explorer} onChoose={setChoosing} />
        {isTable && <ExplorerTable explorer={explorer} onOpen={go} />}
        {!isTable && <ExplorerStage explorer={explorer} onChoose={setChoosing} onChooseColumn={setColumnsOf} />}
        {selected && <ExplorerDetails explorer={explorer} id={selected.id} />}
      </div>
      <Chooser explorer={explorer} at={choosing} onClose={() => setChoosing(null)} />
      <ColumnDialog
        assetId={columnsOf}
        assetName={columnsOf === null ? '' : nameOf(columnsOf)}
        onPick={(column) => columnsOf !== null && actions.follow(columnsOf, column)}
        onClose={() => setColumnsOf(null)}
      />
      <Announcer explorer={explorer} />
    </div>
  );
}

/** The table twin: of assets, or of columns. */
function ExplorerTable({ explorer, onOpen }: { readonly explorer: Explorer; readonly onOpen: (id: string) => void }) {
  const { params, sceneState, graph, step } = explorer;
  if (sceneState.answered.level === 'table')
    return <GraphTable picture={step.drawing.picture} selected={params.sel} onOpen={onOpen} />;
  return <ColumnTable graph={graph} selected={params.sel} onOpen={onOpen} />;
}

function ExplorerDetails({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  const { graph, steps, actions, nameOf, nodeOf, picture } = explorer;
  const node = nodeOf(id);
  if (!node) return null;
  const edges = { into: edgesInto(explorer, id), outOf: edgesOutOf(explorer, id), nameOf };
  if (node.column) {
    const follow = (): void => actions.follow(node.asset.id, node.column?.name ?? null);
    const isRoot = id === graph.focus;
    return <ColumnDetails {...edges} node={node} isRoot={isRoot} onFollow={follow} onSelect={actions.select} />;
  }
  return (
    <Details
      node={node}
      {...edges}
      isFocus={id === picture.focus}
      actions={{ ...steps, hide: actions.hide, select: actions.select }}
    />
  );
}

/** Drawn edges into a node; into a card of columns, one for each card they come from. */
function edgesInto({ graph, picture }: Explorer, id: string): readonly SceneEdge[] {
  const own = graph.edges.filter((edge) => edge.target === id);
  return own.length > 0 ? own : betweenCards(picture.edges.filter((edge) => edge.target === id));
}

function edgesOutOf({ graph, picture }: Explorer, id: string): readonly SceneEdge[] {
  const own = graph.edges.filter((edge) => edge.source === id);
  return own.length > 0 ? own : betweenCards(picture.edges.filter((edge) => edge.source === id));
}

function betweenCards(edges: readonly PictureEdge[]): SceneEdge[] {
  const pairs = new Map<string, SceneEdge>();
  for (const { source, target, edges: recorded } of edges) {
    const [first] = recorded;
    if (first) pairs.set(edgeId(source, target), { ...first, id: edgeId(source, target), source, target });
  }
  return [...pairs.values()];
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
