'use client';

import { Button } from '@mantine/core';
import { Chip } from '../../../components/asset/chip';
import { useAction } from '../../../components/overlay/use-action';
import { EmptyState } from '../../../components/states/empty-state';
import { Table } from '../../../components/table/table';
import { TimeAgo } from '../../../components/text/time-ago';
import { browserRequest } from '../../../graphql/browser';
import type { WebhookNoticesQuery } from '../../../graphql/generated/graphql';
import { ResendWebhookDelivery } from './webhooks.query';

type Notice = WebhookNoticesQuery['webhookDeliveries']['nodes'][number];

/** What a webhook was told, and how that went. */
export function NoticeTable({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0)
    return <EmptyState title="It has been told nothing yet">Notices are kept for 30 days.</EmptyState>;
  return (
    <Table
      label="Notices"
      head={[
        'About',
        'State',
        { label: 'Tries', align: 'end' },
        'Answer',
        { label: 'Happened', align: 'end' },
        { label: 'Actions', isHidden: true },
      ]}
    >
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </Table>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const { event, attempts, error, httpStatus, createdAt, status } = notice;
  return (
    <tr>
      <td className="mono">{event}</td>
      <td>
        <NoticeState notice={notice} />
      </td>
      <td data-align="end" className="num">
        {attempts}
      </td>
      <td className="muted" style={{ overflowWrap: 'anywhere' }}>
        {error ?? (httpStatus === null ? <span className="subtle">—</span> : `HTTP ${String(httpStatus)}`)}
      </td>
      <td data-align="end" className="subtle">
        <TimeAgo at={createdAt} />
      </td>
      <td data-tight>{status === 'FAILED' && <ResendButton notice={notice} />}</td>
    </tr>
  );
}

function NoticeState({ notice: { status, attempts } }: { readonly notice: Notice }) {
  if (status === 'DELIVERED') return <Chip glyph={{ sign: '✓', color: 'var(--t-status-pass)' }}>taken</Chip>;
  if (status === 'FAILED') return <Chip glyph={{ sign: '✕', color: 'var(--t-status-fail)' }}>given up</Chip>;
  return <Chip>{attempts === 0 ? 'waits' : 'waits for its next try'}</Chip>;
}

function ResendButton({ notice }: { readonly notice: Notice }) {
  const { isBusy, run } = useAction();
  const resend = () => void run(() => browserRequest(ResendWebhookDelivery, { id: notice.id }), 'It was tried again.');
  return (
    <Button size="compact-xs" onClick={resend} loading={isBusy} aria-label={`Try ${notice.event} again`}>
      Try again
    </Button>
  );
}
