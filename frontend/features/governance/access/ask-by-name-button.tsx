'use client';

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { browserRequest } from '../../../graphql/browser';
import { RequestAccessByName } from './access.query';

const DAY_MS = 86_400_000;
const TERMS = [7, 30, 90, 365].map((days) => ({ value: String(days), label: `${String(days)} days` }));

interface AskByNameButtonProps {
  readonly namespace: string;
  readonly name: string;
  /** The reader came for this: the dialog is open. */
  readonly isAsked: boolean;
}

/** Asks for access to what the reader does not find. What it answers is the same whether or not there is such an asset. */
export function AskByNameButton({ namespace, name, isAsked }: AskByNameButtonProps) {
  const [isOpen, setOpen] = useState(isAsked);
  const router = useRouter();
  const submit = async (fields: FormData) => {
    const expiresAt = new Date(Date.now() + Number(textOf(fields, 'term')) * DAY_MS).toISOString();
    const said = { namespace: textOf(fields, 'namespace') ?? '', name: textOf(fields, 'name') ?? '' };
    await browserRequest(RequestAccessByName, {
      input: { ...said, purpose: textOf(fields, 'purpose') ?? '', expiresAt },
    });
    router.refresh();
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Ask for access by name
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title="Ask for access by name"
        verb="Ask"
        submit={submit}
        done="Sent, if there is such an asset."
      >
        <p className="subtle">For what you know the name of and do not find. Its owner decides, if there is one.</p>
        <TextInput label="Namespace" name="namespace" required withAsterisk={false} defaultValue={namespace} />
        <TextInput label="Name" name="name" required withAsterisk={false} defaultValue={name} />
        <Textarea label="What for" name="purpose" required withAsterisk={false} minLength={10} autosize minRows={2} />
        <NativeSelect label="For" name="term" data={TERMS} defaultValue="30" />
      </FormDialog>
    </>
  );
}
