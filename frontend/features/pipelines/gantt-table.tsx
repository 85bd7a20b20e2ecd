import Link from 'next/link';
import { jobHref, runHref } from '../../components/run/job-href';
import { RunMark } from '../../components/run/run-mark';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { duration } from '../../components/text/time';
import { shortName, type DrawnRow } from './drawn-span';
import type { Stretch } from './gantt';
import styles from './gantt.module.css';

const HEAD = [
  'Run of',
  'State',
  { label: 'Began after', align: 'end' },
  { label: 'Waited', align: 'end' },
  { label: 'Took', align: 'end' },
  { label: 'Median', align: 'end' },
  'Critical',
] as const;

/** The same rows as the bars. */
export function GanttTable({ rows, whole }: { readonly rows: readonly DrawnRow[]; readonly whole: Stretch }) {
  return (
    <details className={styles['twin']}>
      <summary>The same as a table, {count(rows.length)} runs</summary>
      <div data-walk>
        <Table label="Runs that it started" head={HEAD}>
          {rows.map((row) => (
            <GanttTableRow key={row.span.id} row={row} whole={whole} />
          ))}
        </Table>
      </div>
    </details>
  );
}

function GanttTableRow({ row, whole }: { readonly row: DrawnRow; readonly whole: Stretch }) {
  const { span, depth, isCritical, readyAt } = row;
  const { run } = span;
  const median = run.job?.health.medianSeconds;
  return (
    <tr>
      <td style={{ paddingLeft: 14 + depth * 14 }}>
        <Link href={runHref(span.id)} prefetch={false} title={span.name} data-open>
          {shortName(span.name)}
        </Link>
        {run.job && (
          <Link href={jobHref(run.job)} prefetch={false} className="subtle" style={{ paddingLeft: 8 }}>
            all runs
          </Link>
        )}
      </td>
      <td data-tight>
        <RunMark state={run.state} />
      </td>
      <td data-align="end">{duration(span.start - whole.from)}</td>
      <td data-align="end">{readyAt < span.start ? duration(span.start - readyAt) : ''}</td>
      <td data-align="end">{typeof run.durationMs === 'number' ? duration(run.durationMs) : 'still runs'}</td>
      <td data-align="end">{typeof median === 'number' ? duration(median * 1000) : ''}</td>
      <td>{isCritical ? 'yes' : ''}</td>
    </tr>
  );
}
