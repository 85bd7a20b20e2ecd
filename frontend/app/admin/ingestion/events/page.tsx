import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '../../../../components/states/empty-state';
import { Page } from '../../../../components/shell/page';
import { loadList } from '../../../../components/url-state';
import { DeadGroupTable } from '../../../../features/ingestion/dead-groups';
import { DeadGroups } from '../../../../features/ingestion/events.query';
import { request } from '../../../../graphql/client';
import { explainRefusal } from '../../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Events that failed · Ingestion' };

/** /admin/ingestion/events?after= — every reason why pipeline events failed. */
export default async function DeadGroupsPage({ searchParams }: PageProps<'/admin/ingestion/events'>) {
  const { after } = await loadList(searchParams);
  const { deadEventGroups } = await request(DeadGroups, { after }).catch(explainRefusal);
  const { nodes, endCursor } = deadEventGroups;
  return (
    <Page title="Events that failed" crumbs={[{ label: 'Ingestion', href: '/admin/ingestion' }]} isWide>
      {nodes.length === 0 ? (
        <EmptyState title="No pipeline event has failed">Everything that came was understood.</EmptyState>
      ) : (
        <DeadGroupTable groups={nodes} />
      )}
      {endCursor && <Link href={`/admin/ingestion/events?after=${endCursor}`}>Next page</Link>}
    </Page>
  );
}
