'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { browserRequest } from '../../../graphql/browser';
import { SavePolicy } from './policies.query';
import styles from './policies.module.css';
import { policyHref } from './policy-href';

interface SavePolicyButtonProps {
  readonly text: string;
  readonly basedOn: number | null;
  /** Whether there is something to save, and nothing is wrong with it. */
  readonly isReady: boolean;
}

const FOR_WHOM = 'For those who decide, and for the audit log';

/** Keeps the text as a draft; nothing is in force by it. */
export function SavePolicyButton({ text, basedOn, isReady }: SavePolicyButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const close = () => {
    setOpen(false);
  };
  const save = async (fields: FormData) => {
    const { savePolicy } = await browserRequest(SavePolicy, {
      input: { yaml: text, basedOn, comment: textOf(fields, 'comment') },
    });
    router.push(policyHref(savePolicy.name));
  };
  return (
    <div className={styles['controls']}>
      <Button
        variant="filled"
        disabled={!isReady}
        onClick={() => {
          setOpen(true);
        }}
      >
        Save as a draft
      </Button>
      <span className="subtle">A draft is not in force.</span>
      <FormDialog
        isOpen={isOpen}
        onClose={close}
        title="Save as a draft"
        verb="Save"
        submit={save}
        done="The draft is saved. Submit it to bring it into force."
      >
        <TextInput label="Why" name="comment" description={FOR_WHOM} maxLength={2000} autoComplete="off" />
      </FormDialog>
    </div>
  );
}
