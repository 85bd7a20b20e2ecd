'use client';

import { useState } from 'react';
import type { VisibleGraph } from '../../graph/visible';

/** The API takes at most this many. */
const MOST = 1000;

interface Seen {
  readonly focus: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * Assets whose neighbours are, or were, shown around this focus: the marks do not change while one moves through them.
 *
 * In order of id, so that the same assets make the same question.
 */
export function useSeen(graph: VisibleGraph): readonly string[] {
  const [seen, setSeen] = useState<Seen>({ focus: '', ids: new Set() });
  const known = seen.focus === graph.focus ? seen.ids : new Set<string>();
  const open = graph.nodes.filter(({ id, up, down }) => up.isOpen || down.isOpen || id === graph.focus);
  const fresh = open.map(({ asset }) => asset.id).filter((id) => !known.has(id));
  if (fresh.length > 0 && known.size < MOST) {
    const ids = new Set([...known, ...fresh.slice(0, MOST - known.size)]);
    setSeen({ focus: graph.focus, ids });
  }
  return [...known].sort();
}
