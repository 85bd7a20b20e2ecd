'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { Dialog } from '../../components/overlay/dialog';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { CopyButton } from '../../components/text/copy-button';
import { browserRequest } from '../../graphql/browser';
import { CreateApiToken } from './admin.query';
import styles from './admin.module.css';
import { roleOptions, TOKEN_ROLES, type Role } from './roles';

const LIFETIMES = [
  { value: '90', label: '90 days' },
  { value: '30', label: '30 days' },
  { value: '7', label: '7 days' },
  { value: '365', label: '1 year' },
];

/** Makes a token for a program and shows its secret this once. */
export function NewTokenButton() {
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { isBusy, problem, run } = useAction();
  const create = async (fields: FormData) => {
    const namespaces = (textOf(fields, 'namespaces') ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const input = { name: textOf(fields, 'name') ?? '', role: textOf(fields, 'role') as Role, namespaces, expiresInDays: Number(textOf(fields, 'lifetime')) };
    const isDone = await run(async () => {
      const { createApiToken } = await browserRequest(CreateApiToken, { input });
      setSecret(createApiToken.secret);
    });
    if (isDone) setOpen(false);
  };
  return (
    <>
      <Button variant="filled" leftSection={<Icon name="plus" size={14} />} onClick={() => { setOpen(true); }}>
        New token
      </Button>
      <FormDialog isOpen={isOpen} onClose={() => { setOpen(false); }} title="New token" verb="Create" isBusy={isBusy} problem={problem} onSubmit={(fields) => void create(fields)}>
        <TextInput label="Name" name="name" placeholder="ci-ingest" required withAsterisk={false} autoFocus autoComplete="off" />
        <NativeSelect label="Role" name="role" data={roleOptions(TOKEN_ROLES)} />
        <NativeSelect label="Lifetime" name="lifetime" data={LIFETIMES} />
        <TextInput label="Only these namespaces" name="namespaces" placeholder="all" description="Separated by commas; empty for all" spellCheck={false} autoComplete="off" />
      </FormDialog>
      <SecretDialog secret={secret} onClose={() => { setSecret(null); }} />
    </>
  );
}

function SecretDialog({ secret, onClose }: { readonly secret: string | null; readonly onClose: () => void }) {
  return (
    <Dialog isOpen={secret !== null} onClose={onClose} title="The token’s secret" width={560}>
      <div className={styles['secret']}>
        <p className="muted">Copy it now: only a hash is kept, it cannot be shown again.</p>
        <div className={styles['secretText']}>
          <code data-testid="token-secret">{secret}</code>
          <CopyButton text={secret ?? ''} what="the secret" />
        </div>
        <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button variant="filled" onClick={onClose}>
            I have it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
