import type { EdgeKind } from '../../shared/vocabulary';

/** One source's word that one asset feeds another. */
export interface EdgeStatement {
  readonly upstreamId: string;
  readonly downstreamId: string;
  readonly kind: EdgeKind;
  readonly jobId: string | null;
  readonly source: string;
  readonly transformation: string | null;
}

/** All words about one pair of assets. */
export interface FoldedEdge {
  readonly upstreamId: string;
  readonly downstreamId: string;
  /** DIRECT when any source says so. */
  readonly kind: EdgeKind;
  readonly jobIds: readonly string[];
  readonly sources: readonly string[];
  readonly transformation: string | null;
}

/** One edge per pair; statements of a pair stand together. */
export function foldEdges(statements: readonly EdgeStatement[]): FoldedEdge[] {
  const edges: FoldedEdge[] = [];
  for (let start = 0; start < statements.length;) {
    let end = start + 1;
    while (end < statements.length && isSamePair(statements[start], statements[end])) end++;
    edges.push(foldPair(statements.slice(start, end)));
    start = end;
  }
  return edges;
}

function isSamePair(one: EdgeStatement | undefined, other: EdgeStatement | undefined): boolean {
  return one?.upstreamId === other?.upstreamId && one?.downstreamId === other?.downstreamId;
}

function foldPair(pair: readonly EdgeStatement[]): FoldedEdge {
  const [first, ...others] = pair;
  if (!first) throw new Error('A pair of assets without a statement');
  if (others.length === 0) return edgeOf(first);
  return {
    upstreamId: first.upstreamId,
    downstreamId: first.downstreamId,
    kind: pair.some((statement) => statement.kind === 'DIRECT') ? 'DIRECT' : 'INDIRECT',
    jobIds: [...new Set(pair.map(({ jobId }) => jobId).filter((id) => id !== null))],
    sources: [...new Set(pair.map(({ source }) => source))],
    transformation: pair.find(({ transformation }) => transformation !== null)?.transformation ?? null,
  };
}

/** Nearly every pair has one statement. */
function edgeOf({ upstreamId, downstreamId, kind, jobId, source, transformation }: EdgeStatement): FoldedEdge {
  return {
    upstreamId,
    downstreamId,
    kind,
    jobIds: jobId === null ? [] : [jobId],
    sources: [source],
    transformation,
  };
}
