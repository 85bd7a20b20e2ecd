'use client';

import { useEffect, useState } from 'react';
import { abortableRequest } from '../../graphql/browser';
import type { HopEdge } from './hops';
import { UpstreamHops } from './hops.query';

const MOST_STEPS = 25;

/** The edges above a column, to say of each step of a path how it is made; empty until they are there, or without any. */
export function useHops(assetId: string | null, column: string | null, steps: number): readonly HopEdge[] {
  const [edges, setEdges] = useState<readonly HopEdge[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    if (assetId === null || column === null || steps === 0) return;
    const depth = Math.min(MOST_STEPS, steps);
    abortableRequest(abort.signal, UpstreamHops, { id: assetId, column, depth }).then(
      ({ columnLineage }) => setEdges(columnLineage.edges),
      () => undefined,
    );
    return () => abort.abort();
  }, [assetId, column, steps]);
  return edges;
}
