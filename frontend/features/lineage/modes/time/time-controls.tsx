'use client';

import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Icon } from '../../../../components/icon';
import { count } from '../../../../components/text/numbers';
import type { Explorer } from '../../use-explorer';
import styles from '../modes.module.css';
import { MomentInput } from './moment-input';
import { StopDetail } from './stop-detail';
import { placeOf, stopsOf, stopWords, toneOf, type Stop } from './stops';
import { useMoments, type Moments } from './use-moments';
import { useSeen } from './use-seen';

/** A drag is over when nothing moved for so long. */
const SETTLE_MS = 180;

/** The time slider: a place for each change of what is shown, by drag, by arrow keys, by buttons, or by date. */
export function TimeControls({ explorer }: { readonly explorer: Explorer }) {
  const { params, actions, graph } = explorer;
  const moments = useMoments(useSeen(graph));
  const stops = stopsOf(moments.moments);
  const place = placeOf(stops, params.at);
  const step = (to: number): void => actions.setMoment(stops[to]?.at ?? null);
  return (
    <>
      <span className={styles['group']}>
        <StepButton way="earlier" isOff={place === 0} onStep={() => step(place - 1)} />
        <Slider
          key={place}
          stops={stops}
          place={place}
          onPlace={(to) => actions.setMoment(stops[to]?.at ?? null, true)}
        />
        <StepButton way="later" isOff={place === stops.length - 1} onStep={() => step(place + 1)} />
      </span>
      <MomentInput label="as of" value={params.at} onChange={actions.setMoment} />
      <StopDetail stop={stops[place]} />
      <State moments={moments} />
    </>
  );
}

interface StepButtonProps {
  readonly way: 'earlier' | 'later';
  readonly isOff: boolean;
  readonly onStep: () => void;
}

function StepButton({ way, isOff, onStep }: StepButtonProps) {
  const label = way === 'earlier' ? 'To the change before' : 'To the next change';
  return (
    <button type="button" className={styles['icon']} aria-label={label} title={label} disabled={isOff} onClick={onStep}>
      <Icon name={way === 'earlier' ? 'left' : 'right'} size={14} />
    </button>
  );
}

interface SliderProps {
  readonly stops: readonly Stop[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
}

/** Follows the hand at once, and the address when it rests. */
function Slider({ stops, place, onPlace }: SliderProps) {
  const [held, setHeld] = useState(place);
  const commit = useEffectEvent(() => {
    if (held !== place) onPlace(held);
  });
  useEffect(() => {
    const timer = setTimeout(() => commit(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const last = Math.max(1, stops.length - 1);
  const stop = stops[held];
  return (
    <span className={styles['slider']}>
      <span className={styles['marks']} aria-hidden="true">
        {stops.map(({ moment }, index) => (
          <span
            key={index}
            data-tone={moment ? toneOf(moment) : 'end'}
            data-testid={moment ? 'change-mark' : undefined}
            style={{ insetInlineStart: `${String((100 * index) / last)}%` }}
          />
        ))}
      </span>
      <input
        type="range"
        aria-label="As of which change"
        min={0}
        max={last}
        value={stops.length === 1 ? last : held}
        disabled={stops.length === 1}
        aria-valuetext={stop ? stopWords(stop) : undefined}
        onChange={(event) => setHeld(Number(event.currentTarget.value))}
        data-testid="time-slider"
      />
    </span>
  );
}

/** What is not there yet, or cannot be. */
function State({
  moments: { moments, total, error, isLoading, isComplete, loadOlder, retry },
}: {
  readonly moments: Moments;
}) {
  if (error)
    return (
      <span className={styles['words']} role="alert">
        Changes could not be loaded: {error.message} <Button onClick={retry}>Retry</Button>
      </span>
    );
  if (isLoading && moments.length === 0) return <span className="subtle">Looking for changes…</span>;
  if (moments.length === 0) return <span className="subtle">No change of what is shown is recorded.</span>;
  return (
    <>
      {loadOlder && (
        <Button variant="subtle" onClick={loadOlder}>
          {count(moments.length)} of {count(total)} changes: load older
        </Button>
      )}
      {!isComplete && <span className="subtle">The oldest changes of a hub are not shown.</span>}
    </>
  );
}
