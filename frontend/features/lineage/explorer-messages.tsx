'use client';

import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { EmptyState } from '../../components/states/empty-state';
import { Notice } from '../../components/states/notice';
import styles from './explorer.module.css';
import { shownLabel, spokenExpansion } from './graph/describe';
import { momentWords } from '../../components/text/moment-words';
import type { Explorer } from './use-explorer';
import messageStyles from './messages.module.css';

/** The amber line over everything that is not shown as of now. */
export function MomentBanner({ at, onNow }: { readonly at: Date | null; readonly onNow: () => void }) {
  if (at === null) return <div />;
  return (
    <div className={styles['banner']} role="status" data-testid="moment-banner">
      <span>
        As of <strong>{momentWords(at)}</strong>: what feeds what, as sources said it then
      </span>
      <button type="button" onClick={onNow}>
        Back to today
      </button>
    </div>
  );
}

/** Over the graph: that it is old because the service failed, or why there is nothing in it. */
export function ExplorerMessages({ explorer }: { readonly explorer: Explorer }) {
  const { graph, sceneState, view } = explorer;
  const { error, retry } = sceneState;
  if (error) {
    return (
      <Notice tone="fail">
        {error.message} The graph below is the last one that could be loaded.{' '}
        <Button onClick={retry} data-testid="retry">
          Retry
        </Button>
        {error.requestId !== null && <span className="subtle"> Request {error.requestId}</span>}
      </Notice>
    );
  }
  if (view.level === 'column') return <ColumnMessages explorer={explorer} />;
  if (sceneState.scene.selection)
    return graph.nodes.length === 0 ? <Notice tone="info">No asset is what the selector means.</Notice> : null;
  return <NoLineage explorer={explorer} />;
}

/** Where nothing is recorded of the focus, how it would be. */
function NoLineage({ explorer: { graph, nameOf, view } }: { readonly explorer: Explorer }) {
  const focus = graph.nodes.find((node) => node.id === graph.focus);
  if (graph.nodes.length > 1 || !focus || focus.up.total + focus.down.total > 0) return null;
  return (
    <div className={messageStyles['empty']}>
      <EmptyState
        title={`No lineage is recorded for ${nameOf(graph.focus)}${view.at ? ' at that moment' : ''}`}
        snippet={howToRecord(graph.focus)}
      >
        No source has said yet what feeds it or what it feeds. A dbt manifest brings it by itself (npx tributary ingest
        dbt ./target --namespace …), or record it with the API:
      </EmptyState>
    </div>
  );
}

/** While a column has yet to be chosen, and when nothing is known of the one that is. */
function ColumnMessages({ explorer }: { readonly explorer: Explorer }) {
  const { graph, sceneState, nameOf, view, actions } = explorer;
  if (view.column === null) {
    return <Notice tone="info">Choose a column of {nameOf(view.focus)}: its ways up and down are drawn.</Notice>;
  }
  if (graph.nodes.length !== 1 || explorer.isBusy) return null;
  const { filtered, hidden } = graph.counts;
  if (filtered + hidden > 0) return null;
  return (
    <Notice tone="info">
      No source says which columns feed {nameOf(graph.focus)} or what it feeds.{' '}
      {sceneState.scene.omitted.map(({ message }) => message).join(' ')}{' '}
      <Button variant="subtle" onClick={() => actions.setLevel('table')}>
        Show whole assets
      </Button>
    </Notice>
  );
}

function howToRecord(id: string): string {
  return `mutation {\n  recordLineage(input: {\n    assetId: "${id}"\n    parentAssetIds: ["<id of what feeds it>"]\n    transformation: "sql"\n  }) { added }\n}`;
}

/** Says what a step did, for readers who do not see it. */
export function Announcer({ explorer }: { readonly explorer: Explorer }) {
  const { graph, acted } = explorer;
  const [words, setWords] = useState('');
  const announce = useEffectEvent(() => {
    const node = graph.nodes.find(({ id }) => id === acted.id);
    setWords(node && acted.side ? spokenExpansion(node, acted.side) : shownLabel(graph.counts));
  });
  useEffect(() => announce(), [graph]);
  return (
    <p className="hidden-visually" role="status" aria-live="polite" data-testid="announcer">
      {words}
    </p>
  );
}
