import Link from 'next/link';
import { jobHref, runHref } from '../../components/run/job-href';
import { JobLink } from '../../components/run/job-link';
import { rhythmWords, spanWords } from '../../components/run/rhythm-words';
import { RunBars } from '../../components/run/run-bars';
import { RunMark } from '../../components/run/run-mark';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { duration } from '../../components/text/time';
import { TimeAgo } from '../../components/text/time-ago';
import type { AssetRunsQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';

type RunsAsset = NonNullable<AssetRunsQuery['assetByName']>;
type TouchingRun = RunsAsset['touchedBy'][number];

const HEAD = [
  'State',
  'Run',
  'Job',
  'Did',
  { label: 'Rows', align: 'end' },
  { label: 'Took', align: 'end' },
  { label: 'Started', align: 'end' },
] as const;

/** The latest runs that read or wrote the asset, and how regularly it is written. */
export function RunsTab({ asset }: { readonly asset: RunsAsset }) {
  if (asset.type === 'JOB')
    return (
      <EmptyState title="It runs by itself" actions={<Link href={jobHref(asset)}>Its runs</Link>}>
        Runs of a job, its tasks and what went wrong are on its own page.
      </EmptyState>
    );
  const { touchedBy: runs } = asset;
  const written = runs.filter((run) => hasWritten(run, asset.id));
  if (runs.length === 0)
    return (
      <EmptyState title="No run has touched it yet">
        Runs come with OpenLineage events from Airflow, Spark, Flink or dbt-ol that name this dataset.
      </EmptyState>
    );
  return (
    <div className={styles['stack']} style={{ maxWidth: 1320 }}>
      <div className={styles['signals']}>
        <Freshness month={asset.month ?? null} />
      </div>
      {written.length > 0 && <RunBars runs={written} room={written.length} />}
      <Table label="Runs" head={HEAD}>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} assetId={asset.id} />
        ))}
      </Table>
    </div>
  );
}

function Freshness({ month }: { readonly month: NonNullable<RunsAsset['month']> | null }) {
  if (!month) return <span className={styles['signal']}>No run has written it; these only read it.</span>;
  const late = month.isLate && month.expectedAt ? (Date.now() - Date.parse(month.expectedAt)) / 1000 : null;
  return (
    <>
      <span className={styles['signal']}>
        written <strong>{month.writtenAt ? <TimeAgo at={month.writtenAt} /> : 'never'}</strong>
      </span>
      <span className={styles['signal']}>
        usually <strong>{rhythmWords(month.usualSeconds) ?? 'no rhythm yet'}</strong>
      </span>
      {late !== null && (
        <span className={styles['signal']} data-tone="warn">
          ◷ late <strong>{spanWords(late)}</strong>
        </span>
      )}
      <span className={styles['signal']}>
        <strong>
          {month.failed} of {month.runs}
        </strong>{' '}
        runs failed in 30 days
      </span>
    </>
  );
}

function hasWritten(run: TouchingRun, assetId: string): boolean {
  return run.outputs.some(({ asset }) => asset?.id === assetId);
}

function RunRow({ run, assetId }: { readonly run: TouchingRun; readonly assetId: string }) {
  const output = run.outputs.find(({ asset }) => asset?.id === assetId);
  return (
    <tr>
      <td data-tight>
        <RunMark state={run.state} />
      </td>
      <td data-tight>
        <Link href={runHref(run.id)} prefetch={false} className="mono" title={run.id}>
          {run.id.slice(0, 8)}
        </Link>
      </td>
      <td>{run.job && <JobLink job={run.job} />}</td>
      <td data-tight className="muted">
        {output ? 'wrote it' : 'read it'}
      </td>
      <td data-align="end">{typeof output?.rowCount === 'number' ? count(output.rowCount) : ''}</td>
      <td data-align="end" data-tight>
        {typeof run.durationMs === 'number' ? duration(run.durationMs) : ''}
      </td>
      <td data-align="end" data-tight className="muted">
        {run.startedAt && <TimeAgo at={run.startedAt} />}
      </td>
    </tr>
  );
}
