import type { EdgeStatement } from '../fold-edges';
import type { Level, Walk } from '../merge-walks';
import type { Graph } from './graph';
import type { NeighbourLists } from './neighbour-lists';

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
  const lists = listsOf(graph, side);
  graph.marks.begin(Math.max(graph.top, Number(rootId)));
  graph.marks.mark(Number(rootId));
  const queue = [Number(rootId)];
  for (const id of queue) lists.markFresh(id, graph.marks, queue); // what it adds is walked too
  return queue.length - 1;
}

/** Shows sources by their label. */
export interface SourceLabels {
  /** Label and its place in alphabetical order. */
  readonly get: (sourceId: number) => { readonly label: string; readonly rank: number } | undefined;
}

/** What sources say about edges among `ids`, as `edges-among.sql` gives it: in order of the ends, then of the label. */
export function edgesAmong(graph: Graph, ids: readonly string[], labels: SourceLabels): EdgeStatement[] {
  const sorted = ids.map(Number).sort((one, other) => one - other);
  const places = new Map(sorted.map((id, place) => [id, place]));
  const byUpstream = sorted.map((): EdgeStatement[] => []);
  for (const downstream of sorted) {
    const ends = graph.upstream.of(downstream);
    const words = graph.wordsInto(downstream);
    for (let first = 0; first < ends.length;) {
      const end = ends[first] ?? 0;
      let last = first + 1;
      while (last < ends.length && ends[last] === end) last++;
      const into = byUpstream[places.get(end) ?? -1];
      if (into) into.push(...statementsOf(graph, end, downstream, words.subarray(first, last), labels));
      first = last;
    }
  }
  return byUpstream.flat();
}

/** All that is said about one pair. */
function statementsOf(
  graph: Graph,
  upstream: number,
  downstream: number,
  words: Uint32Array,
  labels: SourceLabels,
): EdgeStatement[] {
  const said = Array.from(words, (number) => graph.table.get(number));
  if (said.length > 1) said.sort((one, other) => rankOf(labels, one.sourceId) - rankOf(labels, other.sourceId));
  return said.map(({ kind, jobId, sourceId, transformation }) => ({
    upstreamId: String(upstream),
    downstreamId: String(downstream),
    kind,
    jobId,
    source: labels.get(sourceId)?.label ?? '',
    transformation,
  }));
}

const rankOf = (labels: SourceLabels, sourceId: number): number => labels.get(sourceId)?.rank ?? 0;
