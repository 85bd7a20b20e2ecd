'use client';

import { DetailsPanel } from '../../../../components/overlay/details-panel';
import { EmptyState } from '../../../../components/states/empty-state';
import { Notice } from '../../../../components/states/notice';
import { counted } from '../../../../components/text/numbers';
import type { Scene, Way } from '../../graph/graph';
import type { Explorer } from '../../use-explorer';
import styles from '../panel.module.css';
import { stepWords, wayAt, wayWords } from './way-words';

/** The ways in words, shortest first: through what, how, and where something is masked. */
export function PathPanel({ explorer }: { readonly explorer: Explorer }) {
  const { sceneState, params, actions, nameOf } = explorer;
  const found = sceneState.scene.ways;
  const ways = found?.ways ?? [];
  return (
    <DetailsPanel label="Ways" onClose={() => actions.setMode(null)} title={<strong>Ways</strong>}>
      {ways.length === 0 && <NoWay explorer={explorer} found={found} />}
      {found && !found.isComplete && found.ways.length > 0 && (
        <Notice tone="warn">There may be more: {found.omitted.map(({ message }) => message).join(' ')}</Notice>
      )}
      <ol className={styles['list']} data-testid="ways">
        {ways.map((way, index) => {
          const isLit = wayAt(ways, params.way).index === index;
          return (
            <li key={way.ids.join()} data-selected={isLit || undefined}>
              <button type="button" aria-pressed={isLit} onClick={() => actions.setWay(index + 1)}>
                <span className={styles['sign']}>{index + 1}</span>
                <span className={styles['label']}>{wayWords(way, nameOf)}</span>
                <span className={styles['word']}>{counted(way.steps.length, 'step')}</span>
              </button>
              {isLit && <Steps way={way} nameOf={nameOf} />}
            </li>
          );
        })}
      </ol>
    </DetailsPanel>
  );
}

function Steps({ way, nameOf }: { readonly way: Way; readonly nameOf: (id: string) => string }) {
  return way.steps.map((step) => (
    <p key={step.edge.id} className={styles['detail']}>
      {nameOf(step.edge.source)} → {nameOf(step.edge.target)}: {stepWords(step)}
    </p>
  ));
}

interface NoWayProps {
  readonly explorer: Explorer;
  /** Undefined while it is on its way, and where nothing was asked. */
  readonly found: Scene['ways'];
}

function NoWay({ explorer: { params, view, nameOf }, found }: NoWayProps) {
  const [one, other] = [nameOf(view.focus), params.path === null ? 'it' : nameOf(params.path)];
  if (params.path === view.focus)
    return (
      <EmptyState title={`${one} is at both ends`}>
        Choose another asset: ways lead from one asset to another.
      </EmptyState>
    );
  if (!found) return null;
  return (
    <EmptyState title={`No way leads between ${one} and ${other}`}>
      Neither feeds the other{view.at ? ' at that moment' : ''} within 25 steps, as far as any source says.{' '}
      {found.omitted.map(({ message }) => message).join(' ')}
    </EmptyState>
  );
}
