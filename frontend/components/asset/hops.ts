import type { UpstreamHopsQuery } from '../../graphql/generated/graphql';

export type HopEdge = UpstreamHopsQuery['columnLineage']['edges'][number];

/** What happens between a column of a path and the next. */
export interface Hop {
  /** "renamed", "masked", "aggregated"; null when nothing is known of it. */
  readonly how: string | null;
  /** Line of the next asset's SQL that does it; null when that is not known. */
  readonly line: number | null;
  readonly expression: string | null;
}

interface Place {
  readonly asset: { readonly id: string };
  readonly column?: string | null;
}

const UNKNOWN: Hop = { how: null, line: null, expression: null };
const HOWS: ReadonlyMap<string, string> = new Map([
  ['TRANSFORMATION', 'transformed'],
  ['AGGREGATION', 'aggregated'],
  ['CONDITIONAL', 'chosen by a condition'],
]);

/** For each step of a path but the last, what happens on the way to the next one. */
export function hopsOf(path: readonly Place[], edges: readonly HopEdge[]): Hop[] {
  return path.slice(0, -1).map((from, index) => {
    const to = path[index + 1];
    const edge = edges.find(
      ({ kind, upstream, downstream }) =>
        kind === 'DIRECT' && isAt(upstream, from) && to !== undefined && isAt(downstream, to),
    );
    return edge ? hopOf(edge) : UNKNOWN;
  });
}

function hopOf(edge: HopEdge): Hop {
  const [said] = edge.evidence;
  return { how: howOf(edge), line: said?.line ?? null, expression: said?.expression ?? null };
}

function howOf({ subtype, masking, upstream, downstream }: HopEdge): string {
  if (masking) return 'masked';
  if (subtype === 'IDENTITY') return upstream.column === downstream.column ? 'copied' : 'renamed';
  return HOWS.get(subtype) ?? 'passed on';
}

function isAt(end: HopEdge['upstream'], { asset, column }: Place): boolean {
  return end.assetId === asset.id && end.column === (column ?? null);
}
