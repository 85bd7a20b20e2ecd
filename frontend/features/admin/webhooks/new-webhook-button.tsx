'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/icon';
import { SecretDialog } from '../secret-dialog';
import { WebhookDialog } from './webhook-dialog';

/** Adds a webhook and shows the secret it signs with, this once. */
export function NewWebhookButton() {
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const open = () => {
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button variant="filled" leftSection={<Icon name="plus" size={14} />} onClick={open}>
        New webhook
      </Button>
      <WebhookDialog webhook={null} isOpen={isOpen} onClose={close} onSecret={setSecret} />
      <SecretDialog
        title="The webhook’s secret"
        lead="Copy it now: notices are signed with it, and it cannot be shown again."
        secret={secret}
        onClose={() => {
          setSecret(null);
        }}
      />
    </>
  );
}
