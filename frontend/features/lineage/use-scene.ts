'use client';

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ApiError, abortableRequest } from '../../graphql/browser';
import { mergeScenes, type Scene } from './graph/graph';
import type { View } from './graph/view';
import { loadPieces, type Pieces } from './scene/load-pieces';
import { piecesOf, type Piece } from './scene/pieces';

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
  const wanted = useMemo(() => piecesOf(view), [view]);
  const { pieces, missing, error, retry } = usePieces(wanted, view.at, initial);
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
  return { ...(current ?? last), isLoading: !isComplete && !error, error, retry };
}

interface LoadedPieces {
  readonly pieces: Pieces;
  readonly missing: readonly Piece[];
  readonly error: ApiError | null;
  readonly retry: () => void;
}

function usePieces(wanted: readonly Piece[], at: string | null, initial: Pieces): LoadedPieces {
  const [pieces, setPieces] = useState<Pieces>(initial);
  const [failure, setFailure] = useState<{ key: string; error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const missing = useMemo(() => wanted.filter((piece) => !pieces.has(piece.key)), [wanted, pieces]);
  const key = missing.map((piece) => piece.key).join(' ');
  const load = useEffectEvent((signal: AbortSignal) => {
    if (missing.length === 0) return;
    loadPieces(missing, at, (document, variables) => abortableRequest(signal, document, variables)).then(
      (loaded) => setPieces((known) => new Map([...known, ...loaded])),
      (error: unknown) => {
        if (!signal.aborted) setFailure({ key, error: asApiError(error) });
      },
    );
  });
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal);
    return () => abort.abort();
  }, [key, attempt]);
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);
  return { pieces, missing, error: failure?.key === key && missing.length > 0 ? failure.error : null, retry };
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('INTERNAL', String(error));
}
