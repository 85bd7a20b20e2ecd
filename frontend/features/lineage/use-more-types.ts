'use client';

import { useEffect, useMemo, useState } from 'react';
import { abortableRequest } from '../../graphql/browser';
import type { Scene } from './graph/graph';
import type { MoreNode } from './graph/visible';
import { Neighbours } from './lineage.query';
import type { TypeCounts } from './stage/stand-in-cards';

/** Stand-ins that are told by type; further ones show their number alone until they are looked into. */
const TOLD = 3;

/** What the counted stand-ins stand for, by type: all neighbours of a side less those that are loaded. Today's only. */
export function useMoreTypes(
  more: readonly MoreNode[],
  scene: Scene,
  at: string | null,
): ReadonlyMap<string, TypeCounts> {
  const [totals, setTotals] = useState<ReadonlyMap<string, TypeCounts>>(new Map());
  const wanted = at === null ? more.slice(0, TOLD) : [];
  const key = wanted.map(({ id }) => id).join(' ');
  useEffect(() => {
    const abort = new AbortController();
    for (const id of key.split(' ').filter(Boolean)) {
      const [, side, owner = ''] = id.split(':');
      const direction = side === 'up' ? 'UPSTREAM' : 'DOWNSTREAM';
      abortableRequest(abort.signal, Neighbours, { id: owner, direction, text: '', first: 1, after: null }).then(
        ({ neighbours }) => setTotals((known) => new Map(known).set(id, neighbours.types)),
        () => undefined, // the number stands without its types
      );
    }
    return () => abort.abort();
  }, [key]);
  return useMemo(
    () => new Map(more.map((each) => [each.id, lessLoaded(totals.get(each.id) ?? [], each, scene)])),
    [more, totals, scene],
  );
}

function lessLoaded(types: TypeCounts, { owner, side }: MoreNode, scene: Scene): TypeCounts {
  const loaded = new Map<string, number>();
  for (const edge of scene.edges.values()) {
    const [from, other] = side === 'down' ? [edge.source, edge.target] : [edge.target, edge.source];
    const type = from === owner ? scene.nodes.get(other)?.asset.type : undefined;
    if (type) loaded.set(type, (loaded.get(type) ?? 0) + 1);
  }
  return types
    .map(({ value, count }) => ({ value, count: count - (loaded.get(value) ?? 0) }))
    .filter(({ count }) => count > 0);
}
