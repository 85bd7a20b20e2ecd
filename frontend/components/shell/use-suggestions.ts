'use client';

import { useEffect, useState } from 'react';
import { abortableRequest } from '../../graphql/browser';
import type { SuggestAssetsQuery } from '../../graphql/generated/graphql';
import { SuggestAssets } from './palette.query';

const PAUSE_MS = 90;

interface Suggestions {
  readonly found: SuggestAssetsQuery['suggest'];
  readonly isWaiting: boolean;
}

/** What the catalog suggests for what is being typed; the last answer stays until the next is there. */
export function useSuggestions(text: string): Suggestions {
  const [answer, setAnswer] = useState<{ for: string; found: SuggestAssetsQuery['suggest'] }>({ for: '', found: [] });
  const wanted = text.startsWith('>') ? '' : text.replace(/^:\s*/, '').trim();
  useEffect(() => {
    if (wanted === '') return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abortableRequest(abort.signal, SuggestAssets, { query: wanted })
        .then(({ suggest }) => {
          setAnswer({ for: wanted, found: suggest });
        })
        .catch(() => {
          if (!abort.signal.aborted) setAnswer({ for: wanted, found: [] });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);
  return { found: wanted === '' ? [] : answer.found, isWaiting: wanted !== '' && answer.for !== wanted };
}
