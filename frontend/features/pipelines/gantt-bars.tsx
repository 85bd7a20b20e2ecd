import { lookOf } from '../../components/run/run-state';
import { duration } from '../../components/text/time';
import { shortName, type DrawnRow } from './drawn-span';
import type { Stretch } from './gantt';
import styles from './gantt.module.css';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const tickWords = (milliseconds: number): string => (milliseconds < 500 ? '0' : duration(milliseconds));

/** Time since the start of the whole, in quarters of what is drawn. */
export function GanttAxis({ shown, whole }: { readonly shown: Stretch; readonly whole: Stretch }) {
  return (
    <div className={styles['axis']} aria-hidden="true">
      <span />
      <span className={styles['ticks']}>
        {TICKS.map((share) => (
          <span key={share} style={{ left: `${String(share * 100)}%` }} data-share={share}>
            {tickWords(shown.from - whole.from + share * (shown.to - shown.from))}
          </span>
        ))}
      </span>
    </div>
  );
}

/** One run: its name, what it waited, how long it took. */
export function GanttBar({
  row,
  shown,
  hasMedian,
}: {
  readonly row: DrawnRow;
  readonly shown: Stretch;
  readonly hasMedian: boolean;
}) {
  const { span, depth, isCritical, readyAt } = row;
  const { sign, tone } = lookOf(span.run.state);
  const end = span.end ?? Date.now();
  const median = span.run.job?.health.medianSeconds;
  return (
    <div className={styles['row']}>
      <span className={styles['label']} style={{ paddingLeft: 14 + depth * 14 }}>
        <span className={styles['sign']} data-tone={tone}>
          {sign}
        </span>
        <span className="clip">{shortName(span.name)}</span>
      </span>
      <span className={styles['track']}>
        {readyAt < span.start && <Piece kind="wait" from={readyAt} to={span.start} shown={shown} />}
        {hasMedian && typeof median === 'number' && (
          <Piece kind="ghost" from={span.start} to={span.start + median * 1000} shown={shown} />
        )}
        <Piece
          kind={span.end === null ? 'open' : 'bar'}
          from={span.start}
          to={end}
          shown={shown}
          tone={tone}
          isCritical={isCritical}
          title={`${span.name}: ${duration(end - span.start)}`}
        />
      </span>
    </div>
  );
}

interface PieceProps {
  readonly kind: 'wait' | 'ghost' | 'bar' | 'open';
  readonly from: number;
  readonly to: number;
  readonly shown: Stretch;
  readonly tone?: string;
  readonly isCritical?: boolean;
  readonly title?: string;
}

function Piece({ kind, from, to, shown, tone, isCritical, title }: PieceProps) {
  const length = shown.to - shown.from;
  const left = Math.max(0, (from - shown.from) / length);
  const right = Math.min(1, (to - shown.from) / length);
  if (right < 0 || left > 1 || right < left) return null;
  return (
    <span
      className={styles[kind]}
      data-tone={tone}
      {...(isCritical && { 'data-critical': true })}
      title={title}
      style={{ left: `${(left * 100).toFixed(3)}%`, width: `max(${((right - left) * 100).toFixed(3)}%, 3px)` }}
    />
  );
}
