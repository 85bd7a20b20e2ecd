import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { jobHref, runHref } from '../../../components/run/job-href';
import { RunMark } from '../../../components/run/run-mark';
import { Page } from '../../../components/shell/page';
import { TimeAgo } from '../../../components/text/time-ago';
import { loadRun } from '../../../components/url-state';
import { LineageAction } from '../../../features/pipelines/job-facts';
import { RefreshKey } from '../../../features/pipelines/refresh-key';
import { loadRunPage } from '../../../features/pipelines/load-run';
import styles from '../../../features/pipelines/pipelines.module.css';
import { RunBody } from '../../../features/pipelines/run-body';
import type { ShownRun } from '../../../features/pipelines/shown-run';

export const metadata: Metadata = { title: 'Run · Pipelines' };

/** /runs/{id}?z=60-180&cmp=median — one run: what went wrong, what it started, what it read and wrote. */
export default async function RunPage({ params, searchParams }: PageProps<'/runs/[id]'>) {
  const { id } = await params;
  const { z, cmp } = await loadRun(searchParams);
  const { run, control } = await loadRunPage(id);
  if (!run) notFound();
  return (
    <Page
      title={`${run.job?.name ?? 'Run'} · ${run.id.slice(0, 8)}`}
      crumbs={crumbsOf(run)}
      lead={<Lead run={run} />}
      actions={<LineageAction places={[...run.outputs, ...run.inputs]} />}
      isWide
    >
      <div className={styles['stack']}>
        <RunBody run={run} control={control} z={z} cmp={cmp} />
      </div>
      <RefreshKey />
    </Page>
  );
}

function crumbsOf({ job, parent }: ShownRun): { label: string; href: string }[] {
  return [
    { label: 'Pipelines', href: '/pipelines' },
    ...(parent ? [{ label: `run of ${parent.job?.name ?? 'its parent'}`, href: runHref(parent.id) }] : []),
    ...(job ? [{ label: job.name, href: jobHref(job) }] : []),
  ];
}

function Lead({ run }: { readonly run: ShownRun }) {
  return (
    <>
      <RunMark state={run.state} />
      {run.startedAt && (
        <>
          , started <TimeAgo at={run.startedAt} />
        </>
      )}
    </>
  );
}
