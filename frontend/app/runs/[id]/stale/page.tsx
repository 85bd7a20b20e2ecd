import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { runHref } from '../../../../components/run/job-href';
import { Page } from '../../../../components/shell/page';
import { counted } from '../../../../components/text/numbers';
import { loadList } from '../../../../components/url-state';
import { StaleTable } from '../../../../features/pipelines/loss-panel';
import { RunStale } from '../../../../features/pipelines/run.query';
import { request } from '../../../../graphql/client';
import { explainRefusal } from '../../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Stale assets · Pipelines' };

/** /runs/{id}/stale?after= — everything that is stale because a run failed. */
export default async function StalePage({ params, searchParams }: PageProps<'/runs/[id]/stale'>) {
  const { id } = await params;
  const { after } = await loadList(searchParams);
  const { run } = await request(RunStale, { id, after }).catch(explainRefusal);
  if (!run) notFound();
  const { total, nodes, endCursor } = run.staleDownstream;
  return (
    <Page
      title="Stale because of one run"
      crumbs={[
        { label: 'Pipelines', href: '/pipelines' },
        { label: `run ${id.slice(0, 8)}`, href: runHref(id) },
      ]}
      lead={counted(total, 'asset')}
      isWide
    >
      <StaleTable nodes={nodes} />
      {endCursor && <Link href={`${runHref(id)}/stale?after=${endCursor}`}>Next page</Link>}
    </Page>
  );
}
