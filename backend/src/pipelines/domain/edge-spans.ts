import type { JobIo, Place } from './job-io';

/** From `atUs` on a job was seen with `io`, until the next sighting; microseconds since 1970. */
export interface Sighted {
  readonly atUs: number;
  readonly io: JobIo;
}

/** A time in which an edge held; `toUs` null: it holds still. With columns it is a column edge. */
export interface EdgeSpan {
  readonly from: Place;
  readonly to: Place;
  readonly column?: string;
  readonly toColumn?: string;
  readonly kind: string;
  readonly subtype?: string;
  readonly masking?: boolean;
  readonly fromUs: number;
  readonly toUs: number | null;
}

type Edge = Omit<EdgeSpan, 'fromUs' | 'toUs'>;

/**
 * When each edge of a job held, out of what it was seen with, in order of time. An edge that ends and comes again has two
 * spans; one of another kind goes on. O(sightings × edges).
 */
export function edgeSpans(sightings: readonly Sighted[]): EdgeSpan[] {
  const open = new Map<string, { readonly edge: Edge; readonly fromUs: number }>();
  const spans: EdgeSpan[] = [];
  for (const { atUs, io } of sightings) {
    const now = edgesOf(io);
    for (const [key, { edge, fromUs }] of open) {
      if (now.has(key)) continue;
      spans.push({ ...edge, fromUs, toUs: atUs });
      open.delete(key);
    }
    for (const [key, edge] of now) open.set(key, { edge, fromUs: open.get(key)?.fromUs ?? atUs });
  }
  return [...spans, ...[...open.values()].map(({ edge, fromUs }) => ({ ...edge, fromUs, toUs: null }))];
}

function edgesOf({ places, edges, columnEdges }: JobIo): Map<string, Edge> {
  const place = (number: number): Place => places[number] ?? ['', ''];
  const all: Edge[] = [
    ...edges.map(([from, to, kind]) => ({ from: place(from), to: place(to), kind: kind ?? 'DIRECT' })),
    ...columnEdges.map(({ from, to, ...rest }) => ({ ...rest, from: place(from), to: place(to) })),
  ];
  return new Map(all.map((edge) => [JSON.stringify([edge.from, edge.column, edge.to, edge.toColumn]), edge]));
}
