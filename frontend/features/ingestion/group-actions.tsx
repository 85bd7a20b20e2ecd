'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { useShortcut } from '../../components/shell/shortcuts';
import { showToast } from '../../components/shell/toasts';
import { counted } from '../../components/text/numbers';
import { browserRequest } from '../../graphql/browser';
import { DiscardDeadEvents, ReplayDeadEvents } from './events.query';

const PAGE = '/admin/ingestion';

/** What can be done with all events of one reason: try them again, or give them up. */
export function GroupActions({ fingerprint }: { readonly fingerprint: string }) {
  const { isBusy, run } = useAction();
  const [isAsking, setAsking] = useState(false);
  const replay = () =>
    run(async () => {
      const { replayDeadEvents: size } = await browserRequest(ReplayDeadEvents, { fingerprint });
      showToast({ message: `${counted(size, 'event')} taken up again.` });
    });
  useShortcut({ keys: 'r', label: 'Replay all events of this reason', group: 'Ingestion', run: () => void replay() });
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        Discard all…
      </Button>
      <Button variant="filled" onClick={() => void replay()} loading={isBusy} title="Replay all  r">
        Replay all
      </Button>
      <DiscardDialog
        fingerprint={fingerprint}
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

interface DiscardDialogProps {
  readonly fingerprint: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function DiscardDialog({ fingerprint, isOpen, onClose }: DiscardDialogProps) {
  const router = useRouter();
  const discard = async () => {
    const { discardDeadEvents: size } = await browserRequest(DiscardDeadEvents, { fingerprint });
    showToast({ message: `${counted(size, 'event')} discarded.` });
    router.push(PAGE);
  };
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title="Discard all events of this reason"
      verb="Discard"
      submit={discard}
    >
      <p>What was sent is deleted and cannot be replayed any more. The audit log keeps that it was done.</p>
    </FormDialog>
  );
}
