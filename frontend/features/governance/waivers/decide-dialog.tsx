'use client';

import { Textarea } from '@mantine/core';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { exactTime } from '../../../components/text/time';
import { browserRequest } from '../../../graphql/browser';
import type { ListedWaiver } from './listed-waiver';
import { WaiverScope } from './waiver-row';
import { DecideWaiver } from './waivers.query';
import styles from './waivers.module.css';

interface DecideDialogProps {
  /** Null: nothing is to be decided now. */
  readonly waiver: ListedWaiver | null;
  readonly isApproval: boolean;
  readonly onClose: () => void;
}

/** Approves or rejects exactly what is shown: another text in the meantime is refused. */
export function DecideDialog({ waiver, isApproval, onClose }: DecideDialogProps) {
  const submit = async (fields: FormData) => {
    if (!waiver) return;
    const { id, contentHash: hash } = waiver;
    await browserRequest(DecideWaiver, { input: { id, hash, approve: isApproval, reason: textOf(fields, 'reason') } });
  };
  return (
    <FormDialog
      isOpen={waiver !== null}
      onClose={onClose}
      title={isApproval ? 'Approve this waiver' : 'Reject this waiver'}
      verb={isApproval ? 'Approve' : 'Reject'}
      submit={submit}
      done={isApproval ? 'Approved. It is in force.' : 'Rejected.'}
    >
      {waiver && (
        <div className={styles['decided']}>
          <WaiverScope waiver={waiver} />
          <p>{waiver.reason}</p>
          {waiver.conditions && <p className="muted">On condition that {waiver.conditions}</p>}
          <p className="subtle">
            Asked by {waiver.requestedBy.name}; until {exactTime(waiver.expiresAt)}
          </p>
        </div>
      )}
      <Textarea
        label={isApproval ? 'Remark' : 'Why not'}
        name="reason"
        required={!isApproval}
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
      />
    </FormDialog>
  );
}
