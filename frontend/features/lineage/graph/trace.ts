import { assetOf, edgeId } from './graph';
import type { Picture, PictureEdge } from './group';

/** What is in the light: lines, and the rows they join. */
export interface Trace {
  readonly edges: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  /** Cards that stay in the light; without it all do. */
  readonly nodes?: ReadonlySet<string>;
}

/** Every way into a node from the sources and out of it to the consumers; of a row, the ways of its column. */
export function traceOf(picture: Picture, id: string): Trace {
  const isRow = !picture.nodes.some((node) => node.id === id);
  const ends = (edge: PictureEdge): Ends => (isRow ? (edge.ends ?? edge) : edge);
  const into = groupBy(picture.edges, (edge) => ends(edge).target);
  const outOf = groupBy(picture.edges, (edge) => ends(edge).source);
  const traced = new Set<PictureEdge>();
  follow(id, into, (edge) => ends(edge).source, traced);
  follow(id, outOf, (edge) => ends(edge).target, traced);
  return lit([...traced], isRow ? [id] : []);
}

/** Lines that touch a node, or a row of one. */
export function edgesAt(picture: Picture, id: string): Trace {
  const touches = (ends: Ends | null): boolean => ends?.source === id || ends?.target === id;
  return lit(picture.edges.filter((edge) => touches(edge) || touches(edge.ends)));
}

/** The lines along a path of assets, from each to the next; cards beside it stay readable. */
export function edgesAlong(picture: Picture, path: readonly string[]): Trace {
  const steps = new Set(path.slice(1).map((target, index) => edgeId(path[index] ?? '', target)));
  return lit(picture.edges.filter(({ source, target }) => steps.has(edgeId(assetOf(source), assetOf(target)))));
}

type Ends = Pick<PictureEdge, 'source' | 'target'>;

function lit(edges: readonly PictureEdge[], also: readonly string[] = []): Trace {
  const rows = edges.flatMap(({ ends }) => (ends ? [ends.source, ends.target] : []));
  return { edges: new Set(edges.map(({ id }) => id)), rows: new Set([...rows, ...also]) };
}

function follow(
  start: string,
  edges: ReadonlyMap<string, readonly PictureEdge[]>,
  next: (edge: PictureEdge) => string,
  traced: Set<PictureEdge>,
): void {
  const seen = new Set([start]);
  const queue = [start];
  for (const here of queue) {
    for (const edge of edges.get(here) ?? []) {
      traced.add(edge);
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
