'use client';

import { useRouter } from 'next/navigation';
import { Icon } from '../../../components/icon';
import { Menu, type MenuEntry } from '../../../components/overlay/menu';
import { useAction } from '../../../components/overlay/use-action';
import { showToast } from '../../../components/shell/toasts';
import { browserRequest } from '../../../graphql/browser';
import styles from '../admin.module.css';
import type { Webhook } from './webhook';
import { DeleteWebhook, TestWebhook } from './webhooks.query';

interface WebhookMenuProps {
  readonly webhook: Webhook;
  readonly onEdit: (webhook: Webhook) => void;
}

/** What can be done with a webhook. */
export function WebhookMenu({ webhook, onEdit }: WebhookMenuProps) {
  const router = useRouter();
  const { test, remove } = useWebhookActions(webhook);
  const { id, name, isEnabled } = webhook;
  const open = () => {
    router.push(`/admin/webhooks/${id}`);
  };
  const edit = () => {
    onEdit(webhook);
  };
  const entries: MenuEntry[] = [
    { label: 'Notices', icon: 'list', onSelect: open },
    ...(isEnabled ? [{ label: 'Send a test', icon: 'play' as const, onSelect: test }] : []),
    { label: 'Edit', icon: 'edit', onSelect: edit },
    { label: 'Delete with what waits for it', icon: 'close', onSelect: remove },
  ];
  return (
    <Menu label={`Actions for ${name}`} className={styles['more']} entries={entries}>
      <Icon name="more" />
    </Menu>
  );
}

function useWebhookActions({ id, name }: Webhook) {
  const { run } = useAction();
  const test = () =>
    void run(async () => {
      const { testWebhook } = await browserRequest(TestWebhook, { id });
      showToast(
        testWebhook.status === 'DELIVERED'
          ? { message: `${name} took the test.` }
          : { message: `${name} did not take it: ${testWebhook.error ?? ''}`, tone: 'failed' },
      );
    });
  const remove = () => void run(() => browserRequest(DeleteWebhook, { id }), `${name} is deleted.`);
  return { test, remove };
}
