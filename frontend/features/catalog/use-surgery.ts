'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError } from '../../graphql/browser';

interface Surgery {
  readonly isBusy: boolean;
  /** Why it was refused; null while it was not. */
  readonly problem: string | null;
  /** Does it, and goes where it says. */
  readonly run: (operation: () => Promise<string>) => Promise<void>;
}

/** An operation on identity that ends on another page. */
export function useSurgery(): Surgery {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (operation: () => Promise<string>) => {
    setBusy(true);
    setProblem(null);
    try {
      router.push(await operation());
      router.refresh();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : 'It was not done. Try again.');
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}
