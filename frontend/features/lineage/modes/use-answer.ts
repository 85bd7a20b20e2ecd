'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { ApiError } from '../../../graphql/browser';

/** The latest answer to a question that changes; the one before stays until the next is there. */
export interface Answer<Value> {
  readonly value: Value | null;
  /** The value answers what is asked now. */
  readonly isCurrent: boolean;
  readonly error: ApiError | null;
  readonly retry: () => void;
}

/** Asks anew whenever `key` changes, giving up what is under way; null asks nothing. */
export function useAnswer<Value>(key: string | null, ask: (signal: AbortSignal) => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  const [failure, setFailure] = useState<{ readonly key: string; readonly error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const start = useEffectEvent((asked: string, signal: AbortSignal) => {
    ask(signal).then(
      (value) => setAnswer({ key: asked, value }),
      (error: unknown) => {
        if (!signal.aborted) setFailure({ key: asked, error: asApiError(error) });
      },
    );
  });
  useEffect(() => {
    const abort = new AbortController();
    if (key !== null) start(key, abort.signal);
    return () => abort.abort();
  }, [key, attempt]);
  return {
    value: answer?.value ?? null,
    isCurrent: answer?.key === key,
    error: failure?.key === key ? failure.error : null,
    retry: () => {
      setFailure(null);
      setAttempt((count) => count + 1);
    },
  };
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('INTERNAL', String(error));
}
