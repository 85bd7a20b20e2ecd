import type { MarquezEdge, MarquezNode } from './shapes';

/** A way of data: out of a dataset, through a job where one is known, into another. Ids of nodes; null: a job's own end. */
export interface GraphWay {
  readonly from: string | null;
  readonly through: string | null;
  readonly to: string | null;
}

/** What a node shows. */
export type NodeContent = Pick<MarquezNode, 'type' | 'data'>;

/**
 * Nodes with the edges at each, in order of id; an edge whose end is not among the nodes is left out. A way without a job
 * goes straight from dataset to dataset.
 */
export function drawGraph(contents: ReadonlyMap<string, NodeContent>, ways: readonly GraphWay[]): MarquezNode[] {
  const edges = new Map<string, MarquezEdge>();
  const add = (origin: string | null, destination: string | null): void => {
    if (origin === null || destination === null || !contents.has(origin) || !contents.has(destination)) return;
    edges.set(JSON.stringify([origin, destination]), { origin, destination });
  };
  for (const { from, through, to } of ways) {
    if (through === null) add(from, to);
    else {
      add(from, through);
      add(through, to);
    }
  }
  const all = [...edges.values()];
  return [...contents]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { type, data }]) => ({
      id,
      type,
      data,
      inEdges: all.filter(({ destination }) => destination === id),
      outEdges: all.filter(({ origin }) => origin === id),
    }));
}
