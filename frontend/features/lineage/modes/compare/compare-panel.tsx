'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { DetailsPanel } from '../../../../components/overlay/details-panel';
import { EmptyState } from '../../../../components/states/empty-state';
import { momentWords } from '../../../../components/text/moment-words';
import { changeSign } from '../../graph/change-signs';
import type { Explorer } from '../../use-explorer';
import styles from '../panel.module.css';
import { changesIn, type ListedChange } from './changes';

/** What is not as before, as a list: each line leads to its place in the graph and names what caused it. */
export function ComparePanel({ explorer }: { readonly explorer: Explorer }) {
  const { sceneState, params, actions, setActive, isBusy } = explorer;
  const changes = useMemo(() => changesIn(sceneState.scene), [sceneState.scene]);
  const go = (id: string): void => {
    setActive(id);
    actions.select(id);
  };
  return (
    <DetailsPanel label="Changes" onClose={() => actions.setMode(null)} title={<strong>Changes</strong>}>
      {changes.length === 0 && !isBusy && (
        <EmptyState title="Nothing changed">
          Within the depth shown, what feeds what and all columns are as before. Widen the depth or the time.
        </EmptyState>
      )}
      <ul className={styles['list']} data-testid="changes">
        {changes.map((change) => (
          <li key={change.key} data-selected={change.id === params.sel || undefined}>
            <Line change={change} onGo={go} />
          </li>
        ))}
      </ul>
    </DetailsPanel>
  );
}

function Line({ change, onGo }: { readonly change: ListedChange; readonly onGo: (id: string) => void }) {
  const { sign, word } = changeSign(change.difference);
  return (
    <>
      <button type="button" onClick={() => onGo(change.id)} data-difference={word}>
        <span className={styles['sign']} aria-hidden="true">
          {sign}
        </span>
        <span className={styles['label']}>{change.label}</span>
        <span className={styles['word']}>{word}</span>
      </button>
      {change.columns.map((column) => (
        <p key={column.name} className={styles['detail']} data-difference={changeSign(column.difference).word}>
          <span aria-hidden="true">{changeSign(column.difference).sign}</span> column <code>{column.name}</code>{' '}
          {typesOf(column)}
        </p>
      ))}
      <Cause cause={change.cause} />
    </>
  );
}

function typesOf({ difference, typeBefore, typeAfter }: ListedChange['columns'][number]): string {
  if (difference === 'CHANGED') return `${typeBefore ?? 'unknown'} → ${typeAfter ?? 'unknown'}`;
  return difference === 'ADDED' ? `added ${typeAfter ?? ''}` : `removed ${typeBefore ?? ''}`;
}

/** The delivery that brought it, or the source whose word it was. */
function Cause({ cause }: { readonly cause: ListedChange['cause'] }) {
  if (!cause) return <p className={styles['detail']}>History does not tell what caused it.</p>;
  return (
    <p className={styles['detail']}>
      {momentWords(new Date(cause.at))}
      {cause.source && `, by ${cause.source}`}
      {cause.deliveryId && (
        <>
          {', '}
          <Link href={`/admin/ingestion/${cause.deliveryId}`} prefetch={false}>
            delivery
          </Link>
        </>
      )}
    </p>
  );
}
