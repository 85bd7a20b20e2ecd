import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '../../../../../components/states/empty-state';
import { Page } from '../../../../../components/shell/page';
import { currentViewer, may } from '../../../../../components/shell/viewer';
import { loadList } from '../../../../../components/url-state';
import { DeadEventList } from '../../../../../features/ingestion/dead-event-list';
import { DeadEvents } from '../../../../../features/ingestion/events.query';
import { GroupActions } from '../../../../../features/ingestion/group-actions';
import { request } from '../../../../../graphql/client';
import { explainRefusal } from '../../../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Events that failed · Ingestion' };

/** /admin/ingestion/events/{fingerprint} — events that failed for one reason: mend, replay, discard. */
export default async function DeadEventsPage({
  params,
  searchParams,
}: PageProps<'/admin/ingestion/events/[fingerprint]'>) {
  const { fingerprint } = await params;
  const { after } = await loadList(searchParams);
  const [{ deadEvents }, viewer] = await Promise.all([
    request(DeadEvents, { fingerprint, after }).catch(explainRefusal),
    currentViewer(),
  ]);
  const { nodes, endCursor } = deadEvents;
  const mayReplay = may(viewer, 'ingest:replay');
  return (
    <Page
      title={nodes[0]?.message ?? 'No event failed for this reason'}
      crumbs={[{ label: 'Ingestion', href: '/admin/ingestion' }]}
      lead={nodes.length > 0 && 'Nothing is lost: mend the cause and replay, or mend one event by hand.'}
      actions={mayReplay && nodes.length > 0 ? <GroupActions fingerprint={fingerprint} /> : undefined}
      isWide
    >
      {nodes.length === 0 ? (
        <EmptyState title="All of them are dealt with" actions={<Link href="/admin/ingestion">Ingestion</Link>}>
          Events that were replayed and understood have left this list.
        </EmptyState>
      ) : (
        <DeadEventList events={nodes} mayReplay={mayReplay} />
      )}
      {endCursor && <Link href={`/admin/ingestion/events/${fingerprint}?after=${endCursor}`}>Older events</Link>}
    </Page>
  );
}
