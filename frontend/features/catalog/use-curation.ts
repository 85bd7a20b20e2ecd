'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { showRefusal } from '../../components/shell/show-refusal';
import { showToast } from '../../components/shell/toasts';
import { browserRequest } from '../../graphql/browser';
import type { CurateAssetMutationVariables } from '../../graphql/generated/graphql';
import { CurateAsset } from './curate.query';

type Said = Omit<CurateAssetMutationVariables['input'], 'assetId'>;

interface Curation {
  /** Shown at once, before the answer is there; null when the page already shows the truth. */
  readonly pending: string | null;
  /** `refused` is called when it was not saved: whoever typed it gets it back. */
  readonly say: (shown: string, now: Said, before: Said, refused: () => void) => void;
}

/** Says something about an asset: shown at once, undone from the toast, rolled back when refused. */
export function useCuration(assetId: string, what: string): Curation {
  const router = useRouter();
  const [pending, setPending] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const send = async (said: Said): Promise<void> => {
    await browserRequest(CurateAsset, { input: { assetId, ...said } });
    startTransition(() => {
      router.refresh();
      setPending(null);
    });
  };
  const refuse = (error: unknown): void => {
    setPending(null);
    showRefusal(`The ${what} was not saved.`, error);
  };
  const say: Curation['say'] = (shown, now, before, refused) => {
    setPending(shown);
    send(now).then(
      () => {
        showToast({
          message: `The ${what} was saved.`,
          action: { label: 'Undo', run: () => void send(before).catch(refuse) },
        });
      },
      (error: unknown) => {
        refuse(error);
        refused();
      },
    );
  };
  return { pending, say };
}
