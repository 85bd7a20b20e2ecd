import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { exactTime } from '../../components/text/time';
import { TimeAgo } from '../../components/text/time-ago';
import type { EventFlowQuery } from '../../graphql/generated/graphql';
import { DeadGroupTable } from './dead-groups';
import styles from './events.module.css';
import { everyMinute, sumOf, type Minute } from './minutes';

const HOUR = 60;

/** Pipeline events: how many come, how far behind they are, what was refused and what could not be understood. */
export function EventFlow({ flow }: { readonly flow: EventFlowQuery }) {
  const { eventRate, eventBacklog, deadEventGroups: dead } = flow;
  const minutes = everyMinute(eventRate, Date.now(), HOUR);
  return (
    <>
      <Panel title="Pipeline events, last hour" isFlush>
        <Figures minutes={minutes} backlog={eventBacklog} />
        <MinuteChart minutes={minutes} />
        <MinuteTable minutes={eventRate} />
      </Panel>
      <Panel
        title="Events that failed, by reason"
        isFlush
        aside={dead.endCursor && <Link href="/admin/ingestion/events">All reasons</Link>}
      >
        {dead.nodes.length === 0 ? (
          <p className={styles['none']}>None: everything that came was understood.</p>
        ) : (
          <DeadGroupTable groups={dead.nodes} />
        )}
      </Panel>
    </>
  );
}

interface FiguresProps {
  readonly minutes: readonly Minute[];
  readonly backlog: EventFlowQuery['eventBacklog'];
}

function Figures({ minutes, backlog }: FiguresProps) {
  const sum = sumOf(minutes);
  const all = sum.received + sum.refused;
  const share = all === 0 ? 0 : (sum.refused / all) * 100;
  return (
    <dl className={styles['figures']}>
      <Figure label="received" value={count(sum.received)} />
      <Figure label="in the last minute" value={count(minutes.at(-1)?.received ?? 0)} />
      <Figure label="known already" value={count(sum.deduplicated)} />
      <Figure
        label={sum.refused === 0 ? 'refused' : `refused, ${share.toFixed(1)} %`}
        value={count(sum.refused)}
        isBad={sum.refused > 0}
      />
      <Figure
        label={backlog.oldest ? 'waiting, the oldest since' : 'waiting'}
        value={count(backlog.waiting)}
        after={backlog.oldest ? <TimeAgo at={backlog.oldest} /> : null}
      />
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly after?: ReactNode;
  readonly isBad?: boolean;
}

function Figure({ label, value, after, isBad = false }: FigureProps) {
  return (
    <div className={styles['figure']} data-bad={isBad || undefined}>
      <dt>
        {label} {after}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

const WIDTH = 1200;
const HEIGHT = 72;
const LEFT = 48;

/** Received per minute, what was refused on top in another colour and below in the table. */
function MinuteChart({ minutes }: { readonly minutes: readonly Minute[] }) {
  const highest = Math.max(1, ...minutes.map(({ received, refused }) => received + refused));
  const step = (WIDTH - LEFT) / minutes.length;
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + 26)}`}
      role="img"
      aria-label={`Events per minute, at most ${count(highest)}; the table has the same`}
    >
      <line className={styles['grid']} x1={LEFT} x2={WIDTH} y1={HEIGHT + 8} y2={HEIGHT + 8} />
      <text x={LEFT - 8} y={16} textAnchor="end">
        {count(highest)}
      </text>
      <text x={LEFT} y={HEIGHT + 22}>
        {String(minutes.length)} min ago
      </text>
      <text x={WIDTH} y={HEIGHT + 22} textAnchor="end">
        now
      </text>
      {minutes.map((minute, index) => (
        <MinuteBars
          key={minute.minute}
          minute={minute}
          x={LEFT + index * step + 1}
          width={step - 2}
          highest={highest}
        />
      ))}
    </svg>
  );
}

interface MinuteBarsProps {
  readonly minute: Minute;
  readonly x: number;
  readonly width: number;
  readonly highest: number;
}

function MinuteBars({ minute: { minute, received, refused }, x, width, highest }: MinuteBarsProps) {
  const high = (value: number) => (value / highest) * HEIGHT;
  const top = (value: number) => 8 + HEIGHT - high(value);
  return (
    <g>
      <title>{`${exactTime(minute)}: ${count(received)} received, ${count(refused)} refused`}</title>
      <rect className={styles['received']} x={x} y={top(received)} width={width} height={high(received)} />
      <rect className={styles['refused']} x={x} y={top(received + refused)} width={width} height={high(refused)} />
    </g>
  );
}

const HEAD = [
  'Minute',
  { label: 'Received', align: 'end' },
  { label: 'Understood', align: 'end' },
  { label: 'Known already', align: 'end' },
  { label: 'Refused', align: 'end' },
] as const;

function MinuteTable({ minutes }: { readonly minutes: readonly Minute[] }) {
  if (minutes.length === 0) return null;
  return (
    <details className={styles['twin']}>
      <summary>The same as a table; quiet minutes left out</summary>
      <Table label="Events per minute" head={HEAD}>
        {minutes.map(({ minute, received, processed, deduplicated, refused }) => (
          <tr key={minute}>
            <td className="num">{exactTime(minute)}</td>
            <td data-align="end">{count(received)}</td>
            <td data-align="end">{count(processed)}</td>
            <td data-align="end">{count(deduplicated)}</td>
            <td data-align="end">{count(refused)}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
