import type { RunState } from '../../graphql/generated/graphql';
import { duration } from '../text/time';
import { exactTime } from '../text/time';
import { lookOf } from './run-state';
import styles from './run.module.css';

export interface BarRun {
  readonly id: string;
  readonly state: RunState;
  readonly startedAt?: string | null;
  readonly durationMs?: number | null;
}

const BAR = 5;
const STEP = 8;
const HEIGHT = 26;
const SIGN = 8;

interface RunBarsProps {
  /** The latest first, as the API gives them. */
  readonly runs: readonly BarRun[];
  /** Room for so many, so that bars of several rows stand below each other. */
  readonly room: number;
}

/** One bar per run, the latest at the right: the longer it took the higher; what did not complete has its sign above. */
export function RunBars({ runs, room }: RunBarsProps) {
  if (runs.length === 0) return <span className="subtle">no runs yet</span>;
  const longest = Math.max(1, ...runs.map((run) => run.durationMs ?? 0));
  const shown = runs.slice(0, room).reverse();
  const offset = (room - shown.length) * STEP;
  return (
    <svg className={styles['bars']} width={room * STEP} height={HEIGHT} role="img" aria-label={barsInWords(shown)}>
      {shown.map((run, index) => (
        <Bar key={run.id} run={run} x={offset + index * STEP} share={(run.durationMs ?? 0) / longest} />
      ))}
    </svg>
  );
}

function Bar({ run, x, share }: { readonly run: BarRun; readonly x: number; readonly share: number }) {
  const { sign, tone } = lookOf(run.state);
  const isOpen = run.durationMs === null || run.durationMs === undefined;
  const height = isOpen ? HEIGHT - SIGN : Math.max(3, share * (HEIGHT - SIGN));
  return (
    <g className={styles['bar']} data-tone={tone} data-open={isOpen || undefined}>
      <title>{barTitle(run)}</title>
      <rect x={x + 0.5} y={HEIGHT - height + 0.5} width={BAR} height={height - 1} rx={1} />
      {run.state !== 'COMPLETED' && (
        <text x={x + BAR / 2 + 0.5} y={HEIGHT - height - 1.5} textAnchor="middle">
          {sign}
        </text>
      )}
    </g>
  );
}

/** `failed, 3 min 5 s, 2026-11-23 14:05:09 UTC`. */
export function barTitle({ state, startedAt, durationMs }: BarRun): string {
  const took = typeof durationMs === 'number' ? duration(durationMs) : null;
  return [lookOf(state).word, took, startedAt ? exactTime(startedAt) : null].filter((part) => part !== null).join(', ');
}

/** `20 runs: 18 completed, 2 failed`. */
export function barsInWords(runs: readonly BarRun[]): string {
  const counts = new Map<string, number>();
  for (const { state } of runs) counts.set(lookOf(state).word, (counts.get(lookOf(state).word) ?? 0) + 1);
  const parts = [...counts].map(([word, count]) => `${String(count)} ${word}`);
  return `${String(runs.length)} ${runs.length === 1 ? 'run' : 'runs'}: ${parts.join(', ')}`;
}
