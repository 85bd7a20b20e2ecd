'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Chip } from '../../../components/asset/chip';
import { EmptyState } from '../../../components/states/empty-state';
import { Table } from '../../../components/table/table';
import { TimeAgo } from '../../../components/text/time-ago';
import type { Webhook } from './webhook';
import { WebhookDialog } from './webhook-dialog';
import { WebhookMenu } from './webhook-menu';

const HEAD = [
  'Name',
  'Address',
  'Told of',
  'State',
  { label: 'Waiting', align: 'end' },
  { label: 'Last taken', align: 'end' },
  { label: 'Actions', isHidden: true },
] as const;

/** Where notices go, and whether they arrive. */
export function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const [edited, setEdited] = useState<Webhook | null>(null);
  const close = () => {
    setEdited(null);
  };
  if (webhooks.length === 0)
    return (
      <EmptyState title="No webhook has been added yet">
        A webhook is sent a signed notice when violations open, a waiver is asked for, access ends: to a chat, a ticket
        system, a script.
      </EmptyState>
    );
  return (
    <>
      <Table label="Webhooks" head={HEAD}>
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} onEdit={setEdited} />
        ))}
      </Table>
      <WebhookDialog key={edited?.id} webhook={edited} isOpen={edited !== null} onClose={close} onSecret={close} />
    </>
  );
}

interface WebhookRowProps {
  readonly webhook: Webhook;
  readonly onEdit: (webhook: Webhook) => void;
}

function WebhookRow({ webhook, onEdit }: WebhookRowProps) {
  const { id, name, url, events, isEnabled, waiting, lastDeliveredAt } = webhook;
  return (
    <tr data-dim={!isEnabled || undefined}>
      <td>
        <Link href={`/admin/webhooks/${id}`}>{name}</Link>
      </td>
      <td className="mono" style={{ overflowWrap: 'anywhere' }}>
        {url}
      </td>
      <td className="muted">
        {events.length === 0 ? <span className="subtle">what policies name it for</span> : events.join(', ')}
      </td>
      <td>
        <WebhookState webhook={webhook} />
      </td>
      <td data-align="end" className="num">
        {waiting}
      </td>
      <td data-align="end" className="subtle">
        {lastDeliveredAt === null ? 'never' : <TimeAgo at={lastDeliveredAt} />}
      </td>
      <td data-tight>
        <WebhookMenu webhook={webhook} onEdit={onEdit} />
      </td>
    </tr>
  );
}

function WebhookState({ webhook }: { readonly webhook: Webhook }) {
  if (!webhook.isEnabled) return <Chip>disabled</Chip>;
  if (webhook.lastError === null) return <span className="muted">in order</span>;
  return (
    <Chip glyph={{ sign: '✕', color: 'var(--t-status-fail)' }} title={webhook.lastError}>
      {webhook.circuit === 'CLOSED' ? 'failing' : 'spared for a minute'}
    </Chip>
  );
}
