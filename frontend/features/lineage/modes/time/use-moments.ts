'use client';

import { useState } from 'react';
import { abortableRequest, type ApiError } from '../../../../graphql/browser';
import { useAnswer } from '../use-answer';
import { LineageChanges } from './changes.query';
import type { Moment } from './stops';

export interface Moments {
  /** Latest first. */
  readonly moments: readonly Moment[];
  /** Of all pages. */
  readonly total: number;
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  readonly error: ApiError | null;
  /** Asks for the page before the oldest moment; null when there is none. */
  readonly loadOlder: (() => void) | null;
  readonly retry: () => void;
}

interface Loaded extends Pick<Moments, 'moments' | 'total' | 'isComplete'> {
  readonly hasMore: boolean;
}

const NOTHING: Loaded = { moments: [], total: 0, isComplete: true, hasMore: false };

/** When the lineage of assets changed, page by page; while more assets are looked at, what is known stays. */
export function useMoments(ids: readonly string[]): Moments {
  const [pages, setPages] = useState(1);
  const key = ids.length === 0 ? null : `${String(pages)} ${ids.join(' ')}`;
  const { value, isCurrent, error, retry } = useAnswer(key, (signal) => loadPages(ids, pages, signal));
  const { hasMore, ...loaded } = value ?? NOTHING;
  const loadOlder = hasMore && isCurrent ? () => setPages(pages + 1) : null;
  return { ...loaded, isLoading: !isCurrent && error === null, error, loadOlder, retry };
}

async function loadPages(ids: readonly string[], pages: number, signal: AbortSignal): Promise<Loaded> {
  let loaded = NOTHING;
  let after: string | null = null;
  for (let page = 0; page < pages; page++) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(ids, after, signal);
    const { nodes, total, endCursor, complete } = answer;
    const moments = [...loaded.moments, ...nodes];
    loaded = { moments, total, isComplete: complete, hasMore: endCursor !== null };
    after = endCursor;
    if (after === null) break;
  }
  return loaded;
}

async function ask(ids: readonly string[], after: string | null, signal: AbortSignal) {
  return (await abortableRequest(signal, LineageChanges, { ids: [...ids], after })).lineageChanges;
}
