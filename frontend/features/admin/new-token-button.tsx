'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { CreateApiToken } from './admin.query';
import { roleOptions, TOKEN_ROLES, type Role } from './roles';
import { SecretDialog } from './secret-dialog';

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
  const create = async (fields: FormData) => {
    const { createApiToken } = await browserRequest(CreateApiToken, { input: tokenInput(fields) });
    setSecret(createApiToken.secret);
  };
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        New token
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title="New token"
        verb="Create"
        submit={create}
      >
        <TokenFields />
      </FormDialog>
      <SecretDialog
        title="The token’s secret"
        lead="Copy it now: only a hash is kept, it cannot be shown again."
        secret={secret}
        onClose={() => {
          setSecret(null);
        }}
      />
    </>
  );
}

function TokenFields() {
  return (
    <>
      <TextInput
        label="Name"
        name="name"
        placeholder="ci-ingest"
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
      />
      <NativeSelect label="Role" name="role" data={roleOptions(TOKEN_ROLES)} />
      <NativeSelect label="Lifetime" name="lifetime" data={LIFETIMES} />
      <TextInput
        label="Only these namespaces"
        name="namespaces"
        placeholder="all"
        description="Separated by commas; empty for all"
        spellCheck={false}
        autoComplete="off"
      />
    </>
  );
}

function tokenInput(fields: FormData) {
  const namespaces = (textOf(fields, 'namespaces') ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return {
    name: textOf(fields, 'name') ?? '',
    role: textOf(fields, 'role') as Role,
    expiresInDays: Number(textOf(fields, 'lifetime')),
    ...(namespaces.length > 0 && { namespaces }),
  };
}
