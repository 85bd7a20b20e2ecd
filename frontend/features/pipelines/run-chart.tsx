import { barsInWords, barTitle, type BarRun } from '../../components/run/run-bars';
import { lookOf, STATE_LOOKS } from '../../components/run/run-state';
import { duration } from '../../components/text/time';
import styles from './pipelines.module.css';

const WIDTH = 720;
const LEFT = 92;
const TOP = 16;
const HEIGHT = 112;

interface RunChartProps {
  /** The latest first, as the API gives them. */
  readonly runs: readonly BarRun[];
  /** Drawn as a dashed line; null for none. */
  readonly medianSeconds: number | null;
}

/** How long the latest runs took, the latest at the right; the table below has the same rows. */
export function RunChart({ runs, medianSeconds }: RunChartProps) {
  const shown = [...runs].reverse();
  const longest = Math.max(1, ...shown.map((run) => run.durationMs ?? 0));
  const step = Math.min(28, (WIDTH - LEFT) / Math.max(shown.length, 1));
  return (
    <>
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${String(WIDTH)} ${String(TOP + HEIGHT + 4)}`}
        role="img"
        aria-label={`How long runs took. ${barsInWords(shown)}`}
      >
        <Axis longest={longest} medianSeconds={medianSeconds} />
        {shown.map((run, index) => (
          <Bar key={run.id} run={run} x={LEFT + index * step} width={step * 0.7} share={shareOf(run, longest)} />
        ))}
      </svg>
      <Legend runs={shown} hasMedian={medianSeconds !== null} />
    </>
  );
}

function shareOf({ durationMs }: BarRun, longest: number): number {
  return typeof durationMs === 'number' ? durationMs / longest : 1;
}

function Axis({ longest, medianSeconds }: { readonly longest: number; readonly medianSeconds: number | null }) {
  const bottom = TOP + HEIGHT;
  const median = medianSeconds === null ? null : bottom - Math.min(1, (medianSeconds * 1000) / longest) * HEIGHT;
  return (
    <>
      <line className={styles['grid']} x1={LEFT} x2={WIDTH} y1={TOP} y2={TOP} />
      <line className={styles['grid']} x1={LEFT} x2={WIDTH} y1={bottom} y2={bottom} />
      <text x={LEFT - 8} y={TOP + 4} textAnchor="end">
        {duration(longest)}
      </text>
      <text x={LEFT - 8} y={bottom + 2} textAnchor="end">
        0
      </text>
      {median !== null && <line className={styles['median']} x1={LEFT} x2={WIDTH} y1={median} y2={median} />}
    </>
  );
}

interface BarProps {
  readonly run: BarRun;
  readonly x: number;
  readonly width: number;
  readonly share: number;
}

function Bar({ run, x, width, share }: BarProps) {
  const { sign, tone } = lookOf(run.state);
  const height = Math.max(3, share * HEIGHT);
  const top = TOP + HEIGHT - height;
  const isOpen = typeof run.durationMs !== 'number';
  return (
    <g data-tone={tone} data-open={isOpen || undefined}>
      <title>{barTitle(run)}</title>
      <rect className={styles['tone']} x={x + 1} y={top} width={width} height={height} rx={2} />
      {run.state !== 'COMPLETED' && (
        <text className={styles['sign']} x={x + 1 + width / 2} y={top - 3} textAnchor="middle">
          {sign}
        </text>
      )}
    </g>
  );
}

function Legend({ runs, hasMedian }: { readonly runs: readonly BarRun[]; readonly hasMedian: boolean }) {
  const states = new Set(runs.map(({ state }) => state));
  return (
    <p className={styles['legend']}>
      {Object.entries(STATE_LOOKS)
        .filter(([state]) => states.has(state as BarRun['state']))
        .map(([state, { sign, word }]) => (
          <span key={state}>
            {sign} {word}
          </span>
        ))}
      {hasMedian && <span>┄ median of 30 days</span>}
    </p>
  );
}
