import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { decodeIdentity } from '../../../components/asset/asset-href';
import { jobHref } from '../../../components/run/job-href';
import { Page } from '../../../components/shell/page';
import { loadList } from '../../../components/url-state';
import { JobBody } from '../../../features/pipelines/job-body';
import { LineageAction, type ShownJob } from '../../../features/pipelines/job-facts';
import { JobHead, JobRuns } from '../../../features/pipelines/jobs.query';
import styles from '../../../features/pipelines/pipelines.module.css';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';
import type { JobRunsQuery } from '../../../graphql/generated/graphql';

export async function generateMetadata({ params }: PageProps<'/pipelines/[job]'>): Promise<Metadata> {
  const { job } = await params;
  return { title: `${decodeIdentity(job)?.name ?? 'Job'} · Pipelines` };
}

/** /pipelines/{namespace;name}?after= — one job: its runs, what it reads and writes, its tasks. */
export default async function JobPage({ params, searchParams }: PageProps<'/pipelines/[job]'>) {
  const identity = decodeIdentity((await params).job) ?? notFound();
  const { after } = await loadList(searchParams);
  const { jobByName: job } = await request(JobHead, identity).catch(explainRefusal);
  if (!job) notFound();
  const runs = await runsOf(job, after);
  return (
    <Page
      title={job.name}
      crumbs={[
        { label: 'Pipelines', href: '/pipelines' },
        ...(job.parent ? [{ label: job.parent.name, href: jobHref(job.parent) }] : []),
      ]}
      actions={
        <>
          <LineageAction places={[...job.outputs, ...job.inputs]} />
          {job.asset && (
            <Link href={`/assets/id/${job.asset.id}`} prefetch={false} className={styles['action']}>
              In the catalog
            </Link>
          )}
        </>
      }
      isWide
    >
      <JobBody job={job} runs={runs} after={after} />
    </Page>
  );
}

const NO_RUNS: JobRunsQuery['runs'] = { total: 0, nodes: [], endCursor: null };

async function runsOf({ asset }: ShownJob, after: string | null): Promise<JobRunsQuery['runs']> {
  if (!asset) return NO_RUNS;
  const { runs } = await request(JobRuns, { assetId: asset.id, after }).catch(explainRefusal);
  return runs;
}
