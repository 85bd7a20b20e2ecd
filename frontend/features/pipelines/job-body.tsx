import Link from 'next/link';
import { jobHref } from '../../components/run/job-href';
import { RunMark } from '../../components/run/run-mark';
import { Panel } from '../../components/shell/page';
import { CopyButton } from '../../components/text/copy-button';
import { count } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { JobRunsQuery } from '../../graphql/generated/graphql';
import { saidOf } from './job-said';
import { JobFacts, type ShownJob } from './job-facts';
import { Expected } from './job-list';
import { Places } from './places';
import styles from './pipelines.module.css';
import { RunChart } from './run-chart';
import { RunTable } from './run-table';
import { TasksPanel } from './tasks-panel';
import { VersionsPanel } from './versions-panel';
import { WalkRows } from './walk-rows';

interface JobBodyProps {
  readonly job: ShownJob;
  readonly runs: JobRunsQuery['runs'];
  readonly after: string | null;
}

/** Everything about one job below its name. */
export function JobBody({ job, runs, after }: JobBodyProps) {
  const { sql, location, description } = saidOf(job.facets);
  return (
    <>
      {description !== null && <p className={styles['signals']}>{description}</p>}
      <Signals job={job} last={after === null ? (runs.nodes[0] ?? null) : null} />
      <div className={styles['two']}>
        <div className={styles['stack']}>
          <RunsPanel job={job} runs={runs} after={after} />
          <TasksPanel tasks={job.children} control={job.controlEdges} />
          {sql !== null && <SqlPanel sql={sql} />}
          <VersionsPanel versions={job.versions} />
        </div>
        <div className={styles['stack']}>
          <Panel title="Key facts">
            <JobFacts job={job} location={location} />
          </Panel>
          <Touched job={job} />
        </div>
      </div>
    </>
  );
}

/** What it reads and writes itself; left out where only its tasks do. */
function Touched({ job: { inputs, outputs, children } }: Pick<JobBodyProps, 'job'>) {
  if (children.length > 0 && inputs.length + outputs.length === 0) return null;
  return (
    <>
      <Places title="Reads" places={inputs} none="It is not known to read anything." />
      <Places title="Writes" places={outputs} none="It is not known to write anything." />
    </>
  );
}

interface SignalsProps {
  readonly job: ShownJob;
  readonly last: JobRunsQuery['runs']['nodes'][number] | null;
}

function Signals({ job, last }: SignalsProps) {
  const kind = [job.integration, job.jobType, job.processingType].filter((word) => typeof word === 'string').join(' ');
  return (
    <div className={styles['signals']}>
      {last && (
        <span>
          <RunMark state={last.state} />
          {last.startedAt && (
            <>
              , started <TimeAgo at={last.startedAt} />
            </>
          )}
        </span>
      )}
      {kind !== '' && <span>{kind.toLowerCase()}</span>}
      {job.rhythm.isLate && job.rhythm.expectedAt && <Expected expectedAt={job.rhythm.expectedAt} isLate />}
      <span>{job.asset?.owner ?? 'no owner'}</span>
    </div>
  );
}

function RunsPanel({ job, runs, after }: JobBodyProps) {
  return (
    <Panel title="Runs" isFlush aside={<span className="num subtle">{count(runs.total)}</span>}>
      {runs.nodes.length === 0 ? (
        <p className={styles['note']}>No run of it has been reported yet.</p>
      ) : (
        <div data-walk>
          {runs.nodes.some(({ durationMs }) => typeof durationMs === 'number') && (
            <RunChart runs={runs.nodes} medianSeconds={job.month.medianSeconds ?? null} />
          )}
          <RunTable label="Runs" runs={runs.nodes} />
          <WalkRows what="run" />
        </div>
      )}
      {(after !== null || runs.endCursor) && (
        <p className={styles['foot']} style={{ paddingBottom: 12 }}>
          {after !== null && <Link href={jobHref(job)}>Latest runs</Link>}
          {runs.endCursor && <Link href={jobHref(job, `after=${runs.endCursor}`)}>Older runs</Link>}
        </p>
      )}
    </Panel>
  );
}

function SqlPanel({ sql }: { readonly sql: string }) {
  return (
    <Panel title="SQL" aside={<CopyButton text={sql} what="the SQL" />}>
      <pre className={styles['code']} tabIndex={0}>
        {sql}
      </pre>
    </Panel>
  );
}
