import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Page } from '../../../../components/shell/page';
import { loadList } from '../../../../components/url-state';
import { NoticeTable } from '../../../../features/admin/webhooks/notice-table';
import { WebhookNotices } from '../../../../features/admin/webhooks/webhooks.query';
import { request } from '../../../../graphql/client';
import { explainRefusal } from '../../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Notices' };

/** /admin/webhooks/{id} — what a webhook was told in the last 30 days, latest first. */
export default async function NoticesPage({ params, searchParams }: PageProps<'/admin/webhooks/[id]'>) {
  const { id } = await params;
  const { after } = await loadList(searchParams);
  const { webhooks, webhookDeliveries } = await request(WebhookNotices, { id, after }).catch(explainRefusal);
  const webhook = webhooks.find((one) => one.id === id) ?? notFound();
  return (
    <Page
      title={webhook.name}
      crumbs={[{ label: 'Webhooks', href: '/admin/webhooks' }]}
      lead={<span className="mono">{webhook.url}</span>}
    >
      <NoticeTable notices={webhookDeliveries.nodes} />
      {webhookDeliveries.endCursor && (
        <Link href={`/admin/webhooks/${id}?after=${encodeURIComponent(webhookDeliveries.endCursor)}`}>
          Earlier notices
        </Link>
      )}
    </Page>
  );
}
