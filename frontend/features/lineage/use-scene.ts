'use client';

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ApiError, abortableRequest } from '../../graphql/browser';
import { EMPTY_SCENE, type Scene } from './graph/graph';
import type { View } from './graph/view';
import type { Pieces } from './scene/load-pieces';
import { isWhole, keysOf, loadView, sceneOf } from './scene/load-view';

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
  const { pieces, error, retry } = usePieces(view, initial);
  const current = useMemo(() => {
    const scene = sceneOf(view, pieces);
    return scene && { scene, answered: view };
  }, [view, pieces]);
  const [last, setLast] = useState(() => current ?? firstOf(view, initial));
  if (current && current !== last) setLast(current);
  const isThere = current !== null && isWhole(view, pieces);
  return { ...(current ?? last), isLoading: !isThere && !error, error: isThere ? null : error, retry };
}

/** What the server could load of a view that was refused. */
function firstOf(view: View, initial: Pieces): Pick<SceneState, 'scene' | 'answered'> {
  const answered = { ...view, selector: null };
  return { scene: sceneOf(answered, initial) ?? EMPTY_SCENE, answered };
}

interface LoadedPieces {
  readonly pieces: Pieces;
  readonly error: ApiError | null;
  readonly retry: () => void;
}

function usePieces(view: View, initial: Pieces): LoadedPieces {
  const [pieces, setPieces] = useState<Pieces>(initial);
  const [failure, setFailure] = useState<{ key: string; error: ApiError } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = useMemo(() => keysOf(view, pieces).join(' '), [view, pieces]);
  const load = useEffectEvent((signal: AbortSignal) => {
    if (isWhole(view, pieces)) return;
    loadView(view, pieces, (document, variables) => abortableRequest(signal, document, variables)).then(
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
  return { pieces, error: failure?.key === key ? failure.error : null, retry };
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('INTERNAL', String(error));
}
