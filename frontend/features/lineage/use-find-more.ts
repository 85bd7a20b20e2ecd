'use client';

import { useEffect, useState } from 'react';
import { abortableRequest } from '../../graphql/browser';
import type { AssetSummary, Side } from './graph/graph';
import type { MoreNode } from './graph/visible';
import { Neighbours } from './lineage.query';
import { toSummary } from './scene/to-scene';

/** A match behind a counted stand-in, and where it hangs. */
export interface HiddenMatch {
  readonly asset: AssetSummary;
  readonly owner: string;
  readonly side: Side;
}

export interface HiddenMatches {
  readonly matches: readonly HiddenMatch[];
  /** Further matches that the API only counted. */
  readonly uncounted: number;
}

const NONE: HiddenMatches = { matches: [], uncounted: 0 };

/** Stand-ins that are searched; the largest first. */
const SEARCHED = 2;

/** Matches among the neighbours that the stand-ins count, so that "find" also finds what is not loaded. */
export function useFindMore(more: readonly MoreNode[], text: string): HiddenMatches {
  const [answer, setAnswer] = useState<HiddenMatches & { text: string }>({ text: '', ...NONE });
  const query = text.trim();
  const largest = more
    .toSorted((a, b) => b.count - a.count)
    .slice(0, SEARCHED)
    .map(({ side, owner }) => `${side} ${owner}`)
    .join(',');
  useEffect(() => {
    if (query === '' || largest === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const places = largest.split(',').map((place) => place.split(' ') as [Side, string]);
      Promise.all(places.map(([side, owner]) => matchesOf(abort.signal, side, owner, query))).then(
        (found) => {
          setAnswer({
            text: query,
            matches: found.flatMap(({ matches }) => matches),
            uncounted: found.reduce((sum, { uncounted }) => sum + uncounted, 0),
          });
        },
        () => undefined, // what is loaded is searched anyway
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, largest]);
  return answer.text === query ? answer : NONE;
}

async function matchesOf(signal: AbortSignal, side: Side, owner: string, text: string): Promise<HiddenMatches> {
  const direction = side === 'up' ? 'UPSTREAM' : 'DOWNSTREAM';
  const { neighbours } = await abortableRequest(signal, Neighbours, {
    id: owner,
    direction,
    text,
    first: 30,
    after: null,
  });
  const matches = neighbours.nodes.map((node) => ({ asset: toSummary(node), owner, side }));
  return { matches, uncounted: neighbours.total - matches.length };
}
