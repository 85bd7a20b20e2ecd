import Link from 'next/link';
import { runHref } from '../../components/run/job-href';
import { Panel } from '../../components/shell/page';
import { withRun } from '../../components/url-state';
import type { RunSpanFragment } from '../../graphql/generated/graphql';
import { spanOf, type DrawnRow, type DrawnSpan } from './drawn-span';
import { changed, ganttRows, readZoom, writeZoom, type Stretch, type WaitsFor } from './gantt';
import { GanttAxis, GanttBar } from './gantt-bars';
import { GanttKeys } from './gantt-keys';
import { GanttTable } from './gantt-table';
import styles from './gantt.module.css';
import { flowEdges, type ControlEdge } from './task-flow';

interface GanttPanelProps {
  readonly root: { readonly id: string; readonly startedAt: string | null; readonly endedAt: string | null };
  readonly runs: readonly RunSpanFragment[];
  readonly control: readonly ControlEdge[];
  readonly z: string | null;
  readonly cmp: 'none' | 'median';
}

/** What a run started, over time: the critical path, waiting, and the same as a table. */
export function GanttPanel({ root, runs, control, z, cmp }: GanttPanelProps) {
  const spans = runs.flatMap(spanOf);
  if (spans.length === 0) return null;
  const whole = wholeOf(root, spans);
  const shown = readZoom(z, whole);
  const rows = ganttRows(spans, root.id, edgesOf(runs, control));
  const href = (stretch: Stretch, how = cmp) => withRun(runHref(root.id), { z: writeZoom(stretch, whole), cmp: how });
  const steps = {
    in: href(changed(shown, whole, 0.5, 0)),
    out: href(changed(shown, whole, 2, 0)),
    left: href(changed(shown, whole, 1, -0.25)),
    right: href(changed(shown, whole, 1, 0.25)),
    all: href(whole),
  };
  return (
    <Panel
      title="What it started"
      isFlush
      aside={<Tools steps={steps} cmp={cmp} toggle={href(shown, cmp === 'median' ? 'none' : 'median')} />}
    >
      <GanttAxis shown={shown} whole={whole} />
      <div className={styles['rows']} role="img" aria-label={inWords(rows)}>
        {rows.map((row) => (
          <GanttBar key={row.span.id} row={row} shown={shown} hasMedian={cmp === 'median'} />
        ))}
      </div>
      <p className={styles['legend']}>
        <span>▬ with a line below: on the critical path</span>
        <span>░ waiting</span>
        {cmp === 'median' && <span>▭ median of 30 days</span>}
      </p>
      <GanttTable rows={rows} whole={whole} />
      <GanttKeys steps={steps} />
    </Panel>
  );
}

function wholeOf(root: GanttPanelProps['root'], spans: readonly DrawnSpan[]): Stretch {
  const starts = spans.map(({ start }) => start);
  const ends = spans.map(({ end }) => end ?? Date.now());
  const from = Math.min(...starts, root.startedAt ? Date.parse(root.startedAt) : Infinity);
  return { from, to: Math.max(from + 1000, ...ends, root.endedAt ? Date.parse(root.endedAt) : 0) };
}

function edgesOf(runs: readonly RunSpanFragment[], control: readonly ControlEdge[]): WaitsFor[] {
  const tasks = runs.flatMap(({ job, inputs, outputs }) => (job ? [{ ...job, inputs, outputs }] : []));
  return flowEdges(tasks, control);
}

function inWords(rows: readonly DrawnRow[]): string {
  const critical = rows.filter(({ isCritical }) => isCritical).map(({ span }) => span.name);
  return `${String(rows.length)} runs over time; critical path: ${critical.join(', ')}. The table has the same.`;
}

interface ToolsProps {
  readonly steps: Readonly<Record<'in' | 'out' | 'left' | 'right' | 'all', string>>;
  readonly cmp: 'none' | 'median';
  readonly toggle: string;
}

function Tools({ steps, cmp, toggle }: ToolsProps) {
  const link = (href: string, label: string, sign: string) => (
    <Link
      href={href}
      replace
      prefetch={false}
      scroll={false}
      className={styles['tool']}
      aria-label={label}
      title={label}
    >
      {sign}
    </Link>
  );
  return (
    <span className={styles['tools']}>
      {link(steps.left, 'Earlier', '←')}
      {link(steps.right, 'Later', '→')}
      {link(steps.in, 'Zoom in', '+')}
      {link(steps.out, 'Zoom out', '−')}
      {link(steps.all, 'Show all of it', 'All')}
      <Link
        href={toggle}
        prefetch={false}
        scroll={false}
        className={styles['tool']}
        data-on={cmp === 'median' || undefined}
        title="Compare with the median  b"
        data-compare
      >
        Median
      </Link>
    </span>
  );
}
