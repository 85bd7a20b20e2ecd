import Link from 'next/link';
import { runHref } from '../../components/run/job-href';
import { RunMark } from '../../components/run/run-mark';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { duration, exactTime } from '../../components/text/time';
import { TimeAgo } from '../../components/text/time-ago';
import type { RunLineFragment } from '../../graphql/generated/graphql';
import styles from './pipelines.module.css';

const HEAD = [
  'State',
  'Run',
  { label: 'Started', align: 'end' },
  { label: 'Took', align: 'end' },
  { label: 'Rows written', align: 'end' },
  'Error',
] as const;

interface RunTableProps {
  readonly label: string;
  readonly runs: readonly RunLineFragment[];
  /** For narrow places: when and how long alone. */
  readonly isShort?: boolean;
}

/** Runs of one job, the latest first. */
export function RunTable({ label, runs, isShort = false }: RunTableProps) {
  return (
    <Table label={label} head={isShort ? HEAD.slice(0, 4) : HEAD}>
      {runs.map((run) => (
        <tr key={run.id}>
          <td data-tight>
            <RunMark state={run.state} />
          </td>
          <td data-tight>
            <Link href={runHref(run.id)} prefetch={false} className="mono" data-open title={run.id}>
              {run.id.slice(0, 8)}
            </Link>
            {typeof run.attempt === 'number' && run.attempt > 1 && (
              <span className="subtle"> attempt {run.attempt}</span>
            )}
          </td>
          <td data-align="end" data-tight title={run.startedAt ? exactTime(run.startedAt) : undefined}>
            {run.startedAt ? <TimeAgo at={run.startedAt} /> : <span className="subtle">not yet</span>}
          </td>
          <td data-align="end" data-tight>
            {typeof run.durationMs === 'number' ? duration(run.durationMs) : ''}
          </td>
          {!isShort && <Outcome run={run} />}
        </tr>
      ))}
    </Table>
  );
}

function Outcome({ run }: { readonly run: RunLineFragment }) {
  return (
    <>
      <td data-align="end" data-tight>
        {typeof run.rowsWritten === 'number' ? count(run.rowsWritten) : ''}
      </td>
      <td>
        {run.error && (
          <div className={styles['second']} style={{ maxWidth: 420 }} title={run.error}>
            {run.error.split('\n', 1)[0]}
          </div>
        )}
      </td>
    </>
  );
}
