'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 2000;

/** Looks again every two seconds while something is still on its way; not in a hidden tab. */
export function RefreshWhile({ isWaiting }: { readonly isWaiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isWaiting, router]);
  return null;
}
