import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { JobLink } from '../../components/run/job-link';
import { rhythmWords, spanWords } from '../../components/run/rhythm-words';
import { TimeAgo } from '../../components/text/time-ago';
import type { JobHeadQuery } from '../../graphql/generated/graphql';
import { Expected, percent } from './job-list';
import styles from './pipelines.module.css';

export type ShownJob = NonNullable<JobHeadQuery['jobByName']>;

/** Everything short that is known of a job; what is not known is left out. */
export function JobFacts({ job, location }: { readonly job: ShownJob; readonly location: string | null }) {
  const { week, month, rhythm } = job;
  return (
    <Facts
      rows={[
        ['Owner', job.asset?.owner ?? <span className="subtle">nobody yet</span>],
        ['Part of', job.parent && <JobLink job={job.parent} />],
        ['Runs', rhythmWords(rhythm.usualSeconds)],
        ['Next', rhythm.expectedAt && <Expected expectedAt={rhythm.expectedAt} isLate={rhythm.isLate} />],
        ['Failed, 7 d', failureWords(week)],
        ['Failed, 30 d', failureWords(month)],
        ['Usually takes', typeof month.medianSeconds === 'number' && spanWords(month.medianSeconds)],
        ['At most', typeof month.p95Seconds === 'number' && `${spanWords(month.p95Seconds)} in 19 of 20`],
        ['Source', location && <SourceLink location={location} />],
        [
          'Namespace',
          <span key="namespace" className="mono">
            {job.namespace}
          </span>,
        ],
        ['First seen', <TimeAgo key="at" at={job.createdAt} />],
      ]}
    />
  );
}

function failureWords({ runs, failed, failureRate }: ShownJob['week']): string | null {
  if (runs === 0) return null;
  const share = typeof failureRate === 'number' ? ` · ${percent(failureRate)} %` : '';
  return `${String(failed)} of ${String(runs)}${share}`;
}

/** Only web addresses become links: a producer may write anything. */
function SourceLink({ location }: { readonly location: string }) {
  if (!/^https?:\/\//.test(location)) return <span className="mono">{location}</span>;
  return (
    <a href={location} rel="noreferrer" target="_blank">
      {location.replace(/^https?:\/\//, '')}
    </a>
  );
}

/** Label and value, in order; empty values are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** To the explorer, on something that the job writes or reads; null when it touches nothing that has a page. */
export function LineageAction({ places }: { readonly places: readonly { readonly asset?: { id: string } | null }[] }) {
  const focus = places.find(({ asset }) => asset)?.asset?.id;
  if (focus === undefined) return null;
  return (
    <Link href={`/lineage?focus=${focus}`} prefetch={false} className={styles['action']}>
      Lineage
    </Link>
  );
}
