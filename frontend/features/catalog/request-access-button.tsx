'use client';

import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { RequestAccess } from './policies.query';

const DAY_MS = 86_400_000;
const TERMS = [7, 30, 90, 365].map((days) => ({ value: String(days), label: `${String(days)} days` }));

/** Asks the owner, or a steward, for access to what an asset holds. */
export function RequestAccessButton({ assetId }: { readonly assetId: string }) {
  const [isOpen, setOpen] = useState(false);
  const submit = (fields: FormData) => {
    const days = Number(textOf(fields, 'term'));
    const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
    return browserRequest(RequestAccess, { input: { assetId, purpose: textOf(fields, 'purpose') ?? '', expiresAt } });
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Request access
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title="Request access"
        verb="Ask"
        submit={submit}
        done="Asked. Its owner or a steward decides."
      >
        <Textarea label="What for" name="purpose" required withAsterisk={false} minLength={10} autosize minRows={2} />
        <NativeSelect label="For" name="term" data={TERMS} defaultValue="30" />
      </FormDialog>
    </>
  );
}
