'use client';

import { Checkbox, TextInput } from '@mantine/core';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { browserRequest } from '../../../graphql/browser';
import { NOTICE_EVENTS, type Webhook } from './webhook';
import { SaveWebhook } from './webhooks.query';

interface WebhookDialogProps {
  /** The one to change; null for a new one. */
  readonly webhook: Webhook | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Told the secret that was made, which is shown this once. */
  readonly onSecret: (secret: string) => void;
}

/** Where notices go and what they are about. */
export function WebhookDialog({ webhook, isOpen, onClose, onSecret }: WebhookDialogProps) {
  const save = async (fields: FormData) => {
    const { saveWebhook } = await browserRequest(SaveWebhook, { input: inputOf(webhook, fields) });
    if (saveWebhook.secret !== null) onSecret(saveWebhook.secret);
  };
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title={webhook === null ? 'New webhook' : `Edit ${webhook.name}`}
      verb={webhook === null ? 'Add' : 'Save'}
      submit={save}
      width={560}
    >
      <WebhookFields webhook={webhook} />
    </FormDialog>
  );
}

function WebhookFields({ webhook }: { readonly webhook: Webhook | null }) {
  const usual = { withAsterisk: false, spellCheck: false, autoComplete: 'off' } as const;
  return (
    <>
      <TextInput
        {...usual}
        label="Name"
        name="name"
        description="A policy names it as webhook:<name>"
        placeholder="governance"
        defaultValue={webhook?.name}
        required
        autoFocus
      />
      <TextInput
        {...usual}
        label="Address"
        name="url"
        type="url"
        description="https and public, unless the installation trusts the host"
        placeholder="https://hooks.example.com/tributary"
        defaultValue={webhook?.url}
        required
      />
      <Checkbox.Group
        label="Tell it of"
        defaultValue={[...(webhook?.events ?? ['violation.opened', 'waiver.requested'])]}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8, paddingTop: 8 }}>
          {NOTICE_EVENTS.map(({ value, label }) => (
            <Checkbox key={value} name="event" value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox name="isEnabled" label="Enabled" defaultChecked={webhook?.isEnabled ?? true} />
    </>
  );
}

function inputOf(webhook: Webhook | null, fields: FormData) {
  return {
    ...(webhook !== null && { id: webhook.id }),
    name: textOf(fields, 'name') ?? '',
    url: textOf(fields, 'url') ?? '',
    events: fields.getAll('event').map(String),
    isEnabled: fields.get('isEnabled') !== null,
  };
}
