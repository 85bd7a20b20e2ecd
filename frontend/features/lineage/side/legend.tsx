'use client';

import type { CSSProperties } from 'react';
import { Icon } from '../../../components/icon';
import { count as digits } from '../../../components/text/numbers';
import type { EdgeLook } from '../graph/edge-kind';
import type { LegendEntry, Lens } from '../graph/lens';
import styles from './side.module.css';

interface LegendProps {
  readonly lens: Lens;
  readonly entries: readonly LegendEntry[];
  /** Values that narrow the graph now. */
  readonly chosen: readonly string[];
  /** Null: what a colour stands for cannot be filtered by. */
  readonly onChoose: ((value: string) => void) | null;
  readonly looks: ReadonlySet<EdgeLook>;
}

const LOOKS: readonly { look: EdgeLook; label: string; dash: string }[] = [
  { look: 'direct', label: 'direct: data flows', dash: '' },
  { look: 'indirect', label: 'indirect: joins and filters', dash: '1 4' },
  { look: 'whole', label: 'as a whole: which columns is not known', dash: '7 5' },
  { look: 'bridged', label: 'bridged over hidden assets', dash: '7 3 2 3' },
];

/** What colours and lines stand for, with counts; a click shows only that. */
export function Legend({ lens, entries, chosen, onChoose, looks }: LegendProps) {
  return (
    <section className={styles['legend']} aria-label="Legend" data-testid="legend">
      <h2>{lens}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.value}>
            <Entry entry={entry} chosen={chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <ul className={styles['lines']}>
        {LOOKS.filter(({ look }) => looks.has(look)).map(({ look, label, dash }) => (
          <li key={look}>
            <svg width="28" height="8" aria-hidden="true">
              <path d="M1 4h26" stroke="var(--t-edge)" strokeWidth="1.75" strokeDasharray={dash} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryProps extends Pick<LegendProps, 'chosen' | 'onChoose'> {
  readonly entry: LegendEntry;
}

function Entry({ entry: { value, label, hue, count }, chosen, onChoose }: EntryProps) {
  const isChosen = chosen.includes(value);
  const colors = { '--hue-light': hue.light, '--hue-dark': hue.dark } as CSSProperties;
  const inside = (
    <>
      <span className={styles['swatch']} style={colors} />
      <span className={styles['itemLabel']}>{label}</span>
      {isChosen && <Icon name="filter" size={12} />}
      <span className={styles['note']}>{digits(count)}</span>
    </>
  );
  if (onChoose === null)
    return (
      <span className={styles['entry']} data-legend={value}>
        {inside}
      </span>
    );
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-pressed={isChosen}
      onClick={() => onChoose(value)}
      data-legend={value}
    >
      {inside}
    </button>
  );
}
