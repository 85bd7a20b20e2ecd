'use client';

import { count } from '../../../../components/text/numbers';
import type { Explorer } from '../../use-explorer';
import styles from '../modes.module.css';
import { MomentInput } from '../time/moment-input';
import { stopsOf, stopWords, type Stop } from '../time/stops';
import { useMoments } from '../time/use-moments';
import { useSeen } from '../time/use-seen';
import { changesIn, countWords } from './changes';

/** Which two moments are compared, and what came of it. */
export function CompareControls({ explorer }: { readonly explorer: Explorer }) {
  const { params, actions, graph, view, isBusy, sceneState } = explorer;
  const { moments } = useMoments(useSeen(graph));
  const stops = stopsOf(moments);
  if (view.level === 'column')
    return <span className={styles['words']}>Whole assets are compared, with their columns. Switch to Assets.</span>;
  const compare = (from: Date | null, to: Date | null): void => actions.compare(from ?? params.from, to);
  const summary = countWords(changesIn(sceneState.scene));
  return (
    <>
      <MomentInput label="from" value={params.from} onChange={(at) => compare(at, params.to)} />
      <Pick label="from a change" stops={stops.slice(0, -1)} onPick={(at) => compare(at, params.to)} />
      <MomentInput label="to" value={params.to} onChange={(at) => compare(null, at)} />
      <Pick label="to a change" stops={stops} onPick={(at) => compare(null, at)} />
      {sceneState.error === null && (
        <strong role="status" data-testid="diff-summary">
          {isBusy ? 'Comparing…' : summary || 'Nothing changed'}
        </strong>
      )}
    </>
  );
}

interface PickProps {
  readonly label: string;
  readonly stops: readonly Stop[];
  readonly onPick: (at: Date | null) => void;
}

/** The known changes to choose a moment from, latest first. */
function Pick({ label, stops, onPick }: PickProps) {
  return (
    <select
      className={styles['pick']}
      aria-label={`Compare ${label}`}
      value=""
      disabled={stops.length === 0}
      onChange={(event) => onPick(stops[Number(event.currentTarget.value)]?.at ?? null)}
    >
      <option value="" disabled>
        {stops.length === 0 ? 'no change' : `${count(stops.length)} known…`}
      </option>
      {stops
        .map((stop, index) => ({ stop, index }))
        .reverse()
        .map(({ stop, index }) => (
          <option key={index} value={index}>
            {stopWords(stop)}
          </option>
        ))}
    </select>
  );
}
