'use client';

import { Textarea } from '@mantine/core';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { browserRequest } from '../../../graphql/browser';
import type { ListedWaiver } from './listed-waiver';
import { EndWaiver } from './waivers.query';

interface EndDialogProps {
  /** Null: nothing is to be ended now. */
  readonly waiver: ListedWaiver | null;
  readonly onClose: () => void;
}

/** Takes a request back, or ends a waiver before its time. */
export function EndDialog({ waiver, onClose }: EndDialogProps) {
  const isRequest = waiver?.status === 'REQUESTED';
  const submit = async (fields: FormData) => {
    if (waiver) await browserRequest(EndWaiver, { id: waiver.id, reason: textOf(fields, 'reason') ?? '' });
  };
  return (
    <FormDialog
      isOpen={waiver !== null}
      onClose={onClose}
      title={isRequest ? 'Withdraw this request' : 'End this waiver now'}
      verb={isRequest ? 'Withdraw' : 'End'}
      submit={submit}
      done={isRequest ? 'Withdrawn.' : 'Ended. What it let pass is open again.'}
    >
      <Textarea label="Why" name="reason" required withAsterisk={false} autosize minRows={2} maxLength={5000} />
    </FormDialog>
  );
}
