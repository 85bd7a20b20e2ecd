import type { Picture, PictureEdge } from './group';

/** Edges on every way into a node from the sources and out of it to the consumers. */
export function traceOf(picture: Picture, id: string): ReadonlySet<string> {
  const into = groupBy(picture.edges, (edge) => edge.target);
  const outOf = groupBy(picture.edges, (edge) => edge.source);
  const traced = new Set<string>();
  follow(id, into, (edge) => edge.source, traced);
  follow(id, outOf, (edge) => edge.target, traced);
  return traced;
}

/** Edges that touch a node. */
export function edgesAt(picture: Picture, id: string): ReadonlySet<string> {
  return new Set(picture.edges.filter((edge) => edge.source === id || edge.target === id).map((edge) => edge.id));
}

function follow(
  start: string,
  edges: ReadonlyMap<string, readonly PictureEdge[]>,
  next: (edge: PictureEdge) => string,
  traced: Set<string>,
): void {
  const seen = new Set([start]);
  const queue = [start];
  for (const here of queue) {
    for (const edge of edges.get(here) ?? []) {
      traced.add(edge.id);
      const id = next(edge);
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push(id);
    }
  }
}

function groupBy(edges: readonly PictureEdge[], key: (edge: PictureEdge) => string): Map<string, PictureEdge[]> {
  const groups = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    const known = groups.get(key(edge));
    if (known) known.push(edge);
    else groups.set(key(edge), [edge]);
  }
  return groups;
}
