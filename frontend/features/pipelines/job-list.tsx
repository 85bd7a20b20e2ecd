import Link from 'next/link';
import { Chip } from '../../components/asset/chip';
import { rhythmWords, spanWords } from '../../components/run/rhythm-words';
import { RunBars } from '../../components/run/run-bars';
import { RunMark } from '../../components/run/run-mark';
import { jobHref } from '../../components/run/job-href';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import type { JobsQuery } from '../../graphql/generated/graphql';
import styles from './pipelines.module.css';
import { WalkRows } from './walk-rows';

export type ListedJob = JobsQuery['jobs']['nodes'][number];

const ROOM = 18;
const HEAD = [
  'Pipeline',
  'Last run',
  'Recent runs',
  { label: 'Failed, 7 d', align: 'end' },
  { label: 'Usually takes', align: 'end' },
  { label: 'Next', align: 'end' },
] as const;

/** Jobs, those that ran last first; j and k walk them, Enter opens. */
export function JobList({ jobs }: { readonly jobs: readonly ListedJob[] }) {
  return (
    <div data-walk>
      <Table label="Pipelines" head={HEAD}>
        {jobs.map((job) => (
          <JobRow key={`${job.namespace} ${job.name}`} job={job} />
        ))}
      </Table>
      <WalkRows what="pipeline" />
    </div>
  );
}

function JobRow({ job }: { readonly job: ListedJob }) {
  return (
    <tr>
      <td>
        <Link href={jobHref(job)} prefetch={false} className={styles['name']} title={job.name} data-open>
          {job.name}
        </Link>
        <div className={`${styles['second'] ?? ''} ${styles['about'] ?? ''}`}>{about(job).join(' · ')}</div>
      </td>
      <td data-tight>
        <LastRun job={job} />
      </td>
      <td data-tight>
        <RunBars runs={job.recentRuns} room={ROOM} />
      </td>
      <td data-align="end" data-tight>
        <Failures health={job.health} />
      </td>
      <td data-align="end" data-tight>
        <Takes health={job.health} />
      </td>
      <td data-align="end" data-tight>
        <Next job={job} />
      </td>
    </tr>
  );
}

function about({ integration, jobType, parent, asset }: ListedJob): string[] {
  const kind = [integration, jobType].filter((word) => typeof word === 'string').join(' ');
  return [kind.toLowerCase(), parent ? `in ${parent.name}` : '', asset?.owner ?? 'no owner'].filter(
    (part) => part !== '',
  );
}

function LastRun({ job }: { readonly job: ListedJob }) {
  const [last] = job.recentRuns;
  if (!last) return <RunMark state="NEVER" />;
  return (
    <>
      <RunMark state={last.state} />
      <div className={styles['second']}>
        {last.startedAt && <TimeAgo at={last.startedAt} />}
        {typeof last.durationMs === 'number' && ` · ${spanWords(last.durationMs / 1000)}`}
      </div>
    </>
  );
}

/** `1 of 14`, and the share of those that ended. */
export function Failures({
  health,
}: {
  readonly health: Pick<ListedJob['health'], 'runs' | 'failed' | 'failureRate'>;
}) {
  const { runs, failed, failureRate } = health;
  if (runs === 0) return <span className="subtle">–</span>;
  return (
    <>
      <span className={failed > 0 ? styles['bad'] : undefined}>
        {typeof failureRate === 'number' ? `${percent(failureRate)} %` : '–'}
      </span>
      <div className={styles['second']}>
        {failed} of {runs}
      </div>
    </>
  );
}

/** A share in percent, with a digit where one tells more. */
export function percent(share: number): string {
  const value = share * 100;
  return value === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

function Takes({ health }: Pick<ListedJob, 'health'>) {
  if (typeof health.medianSeconds !== 'number') return <span className="subtle">–</span>;
  return (
    <>
      {spanWords(health.medianSeconds)}
      {typeof health.p95Seconds === 'number' && (
        <div className={styles['second']}>p95 {spanWords(health.p95Seconds)}</div>
      )}
    </>
  );
}

function Next({ job: { rhythm, recentRuns } }: { readonly job: ListedJob }) {
  const words = rhythmWords(rhythm.usualSeconds);
  if (words === null || !rhythm.expectedAt || recentRuns.length < 2) return <span className="subtle">–</span>;
  return (
    <>
      <Expected expectedAt={rhythm.expectedAt} isLate={rhythm.isLate} />
      <div className={styles['second']}>{words}</div>
    </>
  );
}

/** When the next start is expected; how late it is when it is. */
export function Expected({ expectedAt, isLate }: { readonly expectedAt: string; readonly isLate: boolean }) {
  if (isLate)
    return (
      <Chip glyph={{ sign: '◷', color: 'var(--t-status-warn)' }} title={expectedAt}>
        late {spanWords((Date.now() - Date.parse(expectedAt)) / 1000)}
      </Chip>
    );
  return Date.parse(expectedAt) < Date.now() ? <span>due</span> : <TimeAgo at={expectedAt} />;
}
