'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { useShortcut } from '../../components/shell/shortcuts';
import { showToast } from '../../components/shell/toasts';
import { ApiError, browserRequest } from '../../graphql/browser';
import { ReplayDelivery } from './deliveries.query';

/** Takes a dead letter up again with the bytes that were kept; safe to press twice. */
export function ReplayButton({ id }: { readonly id: string }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const replay = async () => {
    setBusy(true);
    try {
      await browserRequest(ReplayDelivery, { id });
      showToast({ message: 'It is taken up again.' });
      router.refresh();
    } catch (error) {
      showToast({ tone: 'failed', message: error instanceof ApiError ? error.message : 'It could not be replayed.' });
    }
    setBusy(false);
  };
  useShortcut({ keys: 'r', label: 'Replay this dead letter', group: 'Ingestion', run: () => void replay() });
  return (
    <Button
      variant="filled"
      leftSection={<Icon name="refresh" size={14} />}
      onClick={() => void replay()}
      loading={isBusy}
      title="Replay  r"
    >
      Replay
    </Button>
  );
}
