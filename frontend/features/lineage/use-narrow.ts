'use client';

import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 900px)';

/** Whether the page is too narrow for a graph: it is then an outline and a list. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    watch,
    () => matchMedia(NARROW).matches,
    () => false,
  );
}

function watch(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
