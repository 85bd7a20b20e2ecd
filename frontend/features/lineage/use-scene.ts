'use client';

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ApiError, abortableRequest } from '../../graphql/browser';
import { mergeScenes, type Scene } from './graph/graph';
import type { View } from './graph/view';
import { loadPieces, type Pieces } from './scene/load-pieces';
import { piecesOf } from './scene/pieces';

export interface SceneState {
  /** The answers for the view; while new ones are on their way, the last complete picture. */
  readonly scene: Scene;
  /** The view that `scene` answers. */
  readonly answered: View;
  readonly isLoading: boolean;
  readonly error: ApiError | null;
  readonly retry: () => void;
}

/** Answers to the view, kept for as long as the page is open: going back asks for nothing again. */
export function useScene(view: View, initial: Pieces): SceneState {
  const [pieces, setPieces] = useState<Pieces>(initial);
  const [failure, setFailure] = useState<{ key: string; error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const wanted = useMemo(() => piecesOf(view), [view]);
  const key = wanted.map((piece) => piece.key).join(' ');
  const missing = useMemo(() => wanted.filter((piece) => !pieces.has(piece.key)), [wanted, pieces]);
  const missingKey = missing.map((piece) => piece.key).join(' ');

  const load = useEffectEvent(() => {
    const abort = new AbortController();
    if (missing.length === 0) return abort;
    loadPieces(missing, view.at, (document, variables) => abortableRequest(abort.signal, document, variables)).then(
      (loaded) => {
        setPieces((known) => new Map([...known, ...loaded]));
        setFailure(null);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setFailure({ key, error: error instanceof ApiError ? error : new ApiError('INTERNAL', String(error)) });
      },
    );
    return abort;
  });
  useEffect(() => {
    const abort = load();
    return () => abort.abort();
  }, [missingKey, attempt]);

  const isComplete = missing.length === 0;
  const current = useMemo(
    () =>
      isComplete
        ? { scene: mergeScenes(wanted.flatMap((piece) => pieces.get(piece.key) ?? [])), answered: view }
        : null,
    [isComplete, wanted, pieces, view],
  );
  const [last, setLast] = useState(() => current ?? { scene: mergeScenes([...initial.values()]), answered: view });
  if (current && current !== last) setLast(current);
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);
  const error = failure && failure.key === key ? failure.error : null;
  return { ...(current ?? last), isLoading: !isComplete && !error, error, retry };
}
