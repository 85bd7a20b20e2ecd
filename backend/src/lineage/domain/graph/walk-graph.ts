import { foldEdges, type FoldedEdge } from '../fold-edges';
import type { Level, Walk } from '../merge-walks';
import type { Graph } from './graph';
import type { NeighbourLists } from './neighbour-lists';
import { numberAt } from './number-at';

type Side = 'UPSTREAM' | 'DOWNSTREAM';

const listsOf = (graph: Graph, side: Side): NeighbourLists => (side === 'UPSTREAM' ? graph.upstream : graph.downstream);

/** How far a walk goes; `fanOut` is null for all neighbours. */
export interface GraphLimits {
  readonly depth: number;
  readonly budget: number;
  readonly fanOut: number | null;
}

/**
 * Levels of a breadth-first walk in one direction, as `walk-downstream.sql` gives them: the root's first; the level
 * beyond the depth is counted, not listed; the walk ends with a level that is empty or did not fit.
 */
export function walkGraph(graph: Graph, rootId: string, side: Side, limits: GraphLimits): Walk {
  const lists = listsOf(graph, side);
  const levels: Level[] = [{ ids: [rootId], reached: 1 }];
  let frontier = [Number(rootId)];
  let room = limits.budget - 1;
  graph.marks.begin(Math.max(graph.top, Number(rootId)));
  graph.marks.mark(Number(rootId));
  for (let depth = 0; depth <= limits.depth && frontier.length > 0; depth++) {
    const fresh: number[] = [];
    for (const id of frontier) {
      if (limits.fanOut === null) lists.markFresh(id, graph.marks, fresh);
      else lists.markFirst(id, limits.fanOut, graph.marks, fresh);
    }
    const keep = depth < limits.depth ? Math.max(room, 0) : 0;
    const kept = keep === 0 ? [] : [...Uint32Array.from(fresh).sort().subarray(0, keep)];
    levels.push({ ids: kept.map(String), reached: fresh.length });
    room -= kept.length;
    frontier = kept.length === fresh.length ? kept : [];
  }
  return levels;
}

/** How many assets lie on one side of an asset, however far. */
export function countReach(graph: Graph, rootId: string, side: Side): number {
  const top = Math.max(graph.top, Number(rootId));
  return listsOf(graph, side).countReached(Number(rootId), top);
}

/** Shows sources by their label. */
export interface SourceLabels {
  /** Label and its place in alphabetical order. */
  readonly get: (sourceId: number) => { readonly label: string; readonly rank: number } | undefined;
}

type Said = Omit<FoldedEdge, 'upstreamId' | 'downstreamId'>;

/** Edges among `ids`, one per pair, in order of the ends: `edges-among.sql` folded. */
export function edgesAmong(graph: Graph, ids: readonly string[], labels: SourceLabels): FoldedEdge[] {
  const names = [...ids].sort((one, other) => Number(one) - Number(other));
  const places = new Map(names.map((id, place) => [Number(id), place]));
  const byUpstream = names.map((): FoldedEdge[] => []);
  const known = new Map<number, Said>();
  for (const downstreamId of names) {
    const ends = graph.upstream.of(Number(downstreamId));
    const words = graph.wordsInto(Number(downstreamId));
    for (let first = 0; first < ends.length;) {
      const last = endOfPair(ends, first);
      const place = places.get(numberAt(ends, first));
      if (place !== undefined) {
        const { kind, jobIds, sources, transformation } = said(graph, words, first, last, labels, known);
        const upstreamId = names[place] ?? '';
        byUpstream[place]?.push({ upstreamId, downstreamId, kind, jobIds, sources, transformation });
      }
      first = last;
    }
  }
  return byUpstream.flat();
}

/** Statements of one pair stand together. */
function endOfPair(ends: Uint32Array, first: number): number {
  let last = first + 1;
  while (last < ends.length && ends[last] === ends[first]) last++;
  return last;
}

/** All that is said about one pair; nearly every pair has one statement, and thousands of those say the same. */
function said(
  graph: Graph,
  words: Uint32Array,
  first: number,
  last: number,
  labels: SourceLabels,
  known: Map<number, Said>,
): Said {
  if (last > first + 1) return foldWords(graph, words.subarray(first, last), labels);
  const number = numberAt(words, first);
  const before = known.get(number);
  if (before) return before;
  const now = foldWords(graph, words.subarray(first, last), labels);
  known.set(number, now);
  return now;
}

function foldWords(graph: Graph, words: Uint32Array, labels: SourceLabels): Said {
  const statements = Array.from(words, (number) => graph.table.get(number));
  statements.sort((one, other) => rankOf(labels, one.sourceId) - rankOf(labels, other.sourceId));
  const [edge] = foldEdges(
    statements.map(({ kind, jobId, sourceId, transformation }) => ({
      ...{ upstreamId: '', downstreamId: '', kind, jobId, transformation },
      source: labels.get(sourceId)?.label ?? '',
    })),
  );
  if (!edge) throw new Error('An edge that nobody states');
  return edge;
}

const rankOf = (labels: SourceLabels, sourceId: number): number => labels.get(sourceId)?.rank ?? 0;
