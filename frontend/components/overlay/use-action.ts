'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError } from '../../graphql/browser';
import { showRefusal } from '../shell/show-refusal';
import { showToast } from '../shell/toasts';

interface Action {
  readonly isBusy: boolean;
  /** Why it was refused, in the API's words; null while it was not. Outside of dialogs a toast says it too. */
  readonly problem: string | null;
  /** Does it, then draws the page anew. Resolves to whether it was done; says `done` when it was. */
  readonly run: (operation: () => Promise<unknown>, done?: string) => Promise<boolean>;
}

/** One change on the server, with its wait and its refusal. */
export function useAction(): Action {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (operation: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await operation();
      if (done !== undefined) showToast({ message: done });
      router.refresh();
      return true;
    } catch (error) {
      const why = error instanceof ApiError ? error.message : 'It was not done. Try again.';
      setProblem(why);
      if (!document.querySelector('dialog[open]')) showRefusal('It was not done.', error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}
