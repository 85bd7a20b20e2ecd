import { edgeId, type SceneEdge } from './graph';

/** An edge as drawn: `via` is the number of hidden assets it passes through, 0 for one that was recorded. */
export interface DrawnEdge extends SceneEdge {
  readonly via: number;
}

/**
 * Keeps paths connected when nodes are taken out.
 *
 * Recorded edges between kept nodes stay as they are. Where two kept nodes were joined only through nodes taken out,
 * one bridged edge joins them; its `via` counts the assets on the shortest such path. A node never bridges to itself.
 */
export function bridgeOver(edges: Iterable<SceneEdge>, kept: ReadonlySet<string>): DrawnEdge[] {
  const drawn = new Map<string, DrawnEdge>();
  const outOf = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    if (kept.has(edge.source) && kept.has(edge.target)) drawn.set(edge.id, { ...edge, via: 0 });
    const list = outOf.get(edge.source);
    if (list) list.push(edge);
    else outOf.set(edge.source, [edge]);
  }
  for (const source of kept) {
    for (const bridge of bridgesFrom(source, outOf, kept)) if (!drawn.has(bridge.id)) drawn.set(bridge.id, bridge);
  }
  return [...drawn.values()];
}

function bridgesFrom(source: string, outOf: ReadonlyMap<string, SceneEdge[]>, kept: ReadonlySet<string>): DrawnEdge[] {
  const bridges: DrawnEdge[] = [];
  const seen = new Set<string>([source]);
  const targetsOf = (id: string): string[] => (outOf.get(id) ?? []).map((edge) => edge.target);
  const fresh = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => !seen.has(id));
  let level = targetsOf(source).filter((id) => !kept.has(id));
  for (let via = 1; level.length > 0; via++) {
    for (const gone of level) seen.add(gone);
    const next = fresh(level.flatMap(targetsOf));
    for (const target of next) if (kept.has(target)) bridges.push(bridge(source, target, via));
    for (const target of next) if (kept.has(target)) seen.add(target);
    level = next.filter((id) => !kept.has(id));
  }
  return bridges;
}

function bridge(source: string, target: string, via: number): DrawnEdge {
  const id = edgeId(source, target);
  return { id, source, target, via, kind: 'BRIDGED', jobs: [], sources: [], transformation: null, masking: false };
}
