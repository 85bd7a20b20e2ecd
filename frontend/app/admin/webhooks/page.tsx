import type { Metadata } from 'next';
import { Page } from '../../../components/shell/page';
import { NewWebhookButton } from '../../../features/admin/webhooks/new-webhook-button';
import { WebhookTable } from '../../../features/admin/webhooks/webhook-table';
import { Webhooks } from '../../../features/admin/webhooks/webhooks.query';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Webhooks' };

/** /admin/webhooks — who is told of what happens in governance; at most 50. */
export default async function WebhooksPage() {
  const { webhooks } = await request(Webhooks, {}).catch(explainRefusal);
  return (
    <Page
      title="Webhooks"
      lead="Other systems are told of what happens in governance by a signed POST."
      actions={<NewWebhookButton />}
    >
      <WebhookTable webhooks={webhooks} />
    </Page>
  );
}
