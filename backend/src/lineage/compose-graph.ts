import type { Asset } from '../catalog';
import type { FoldedEdge } from './domain/fold-edges';
import type { MergedWalk, Place } from './domain/merge-walks';
import { omissionsOf, type FanOutCut } from './domain/omissions';
import type { LineageEdge, LineageGraph, LineageNode, LineageQuestion } from './lineage-graph';

import type { Degree } from './store/read-edges';

/** All that an answer is made of; maps are by internal id. */
export interface GraphParts {
  readonly root: Asset;
  readonly question: LineageQuestion;
  readonly currentTo: string | null;
  readonly walk: MergedWalk;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly jobs: ReadonlyMap<string, Asset>;
  readonly edges: readonly FoldedEdge[];
  /** Distinct direct neighbours at the moment asked about. */
  readonly degrees: ReadonlyMap<string, Degree>;
}

/** A lineage answer out of its parts, in plain objects; counts what is hidden and says why. */
export function composeGraph(parts: GraphParts): LineageGraph {
  const shown = countShown(parts.edges);
  const nodes = parts.walk.places.flatMap((place) => nodeOf(place, parts, shown));
  const omitted = omissionsOf(parts.walk, {
    depth: parts.question.depth,
    budget: parts.question.maxNodes,
    fanOut: parts.question.fanOut,
    fanOutCut: fanOutCut(parts, nodes),
    openStubs: nodes.filter((node) => isOpenStub(node, parts)).length,
  });
  const edges = composeEdges(parts.edges, parts.assets, parts.jobs);
  const { root, question, currentTo } = parts;
  return { root, at: question.at, currentTo, nodes, edges, complete: omitted.length === 0, omitted };
}

interface Shown {
  readonly upstream: ReadonlyMap<string, number>;
  readonly downstream: ReadonlyMap<string, number>;
}

/** Direct neighbours of each asset that the answer itself shows. */
function countShown(edges: readonly FoldedEdge[]): Shown {
  const upstream = new Map<string, number>();
  const downstream = new Map<string, number>();
  for (const { upstreamId, downstreamId } of edges) {
    upstream.set(downstreamId, (upstream.get(downstreamId) ?? 0) + 1);
    downstream.set(upstreamId, (downstream.get(upstreamId) ?? 0) + 1);
  }
  return { upstream, downstream };
}

function nodeOf({ id, distance, direction }: Place, parts: GraphParts, shown: Shown): LineageNode[] {
  const asset = parts.assets.get(id);
  if (!asset) return []; // history outlives assets
  const degree = parts.degrees.get(id) ?? { upstreamCount: 0, downstreamCount: 0 };
  return [
    {
      asset,
      distance,
      direction,
      // Never below zero: an edge may have been written between the statements of one answer.
      hiddenUpstream: Math.max(0, degree.upstreamCount - (shown.upstream.get(id) ?? 0)),
      hiddenDownstream: Math.max(0, degree.downstreamCount - (shown.downstream.get(id) ?? 0)),
    },
  ];
}

const NO_JOBS: readonly Asset[] = [];

/** Edges in the API's words; one with an end that is not among `assets` is left out. */
export function composeEdges(
  edges: readonly FoldedEdge[],
  assets: ReadonlyMap<string, Asset>,
  jobs: ReadonlyMap<string, Asset>,
): LineageEdge[] {
  return edges.flatMap(({ upstreamId, downstreamId, kind, jobIds, sources, transformation }) => {
    const upstream = assets.get(upstreamId);
    const downstream = assets.get(downstreamId);
    if (!upstream || !downstream) return [];
    const known = jobIds.length === 0 ? NO_JOBS : jobIds.map((id) => jobs.get(id)).filter((job) => job !== undefined);
    return [{ upstreamId: upstream.id, downstreamId: downstream.id, kind, jobs: known, sources, transformation }];
  });
}

/** Neighbours that the cap left out: hidden ones on the walked side of assets that were expanded and have more than the cap. */
function fanOutCut({ question, degrees }: GraphParts, nodes: readonly LineageNode[]): FanOutCut {
  const cap = question.fanOut;
  if (cap === null) return { assets: 0, neighbours: 0 };
  const cuts = nodes
    .filter((node) => node.distance < question.depth)
    .map((node) => {
      const degree = degrees.get(node.asset.internalId);
      const upstream = isWalked(node, question, 'UPSTREAM')
        ? Math.min(node.hiddenUpstream, (degree?.upstreamCount ?? 0) - cap)
        : 0;
      const downstream = isWalked(node, question, 'DOWNSTREAM')
        ? Math.min(node.hiddenDownstream, (degree?.downstreamCount ?? 0) - cap)
        : 0;
      return Math.max(0, upstream) + Math.max(0, downstream);
    })
    .filter((neighbours) => neighbours > 0);
  return { assets: cuts.length, neighbours: cuts.reduce((sum, neighbours) => sum + neighbours, 0) };
}

function isWalked(node: LineageNode, question: LineageQuestion, side: 'UPSTREAM' | 'DOWNSTREAM'): boolean {
  const isAsked = question.direction === 'BOTH' || question.direction === side;
  return isAsked && (node.direction === 'BOTH' || node.direction === side);
}

function isOpenStub(node: LineageNode, { question, degrees }: GraphParts): boolean {
  if (node.asset.status !== 'STUB' || !isWalked(node, question, 'UPSTREAM')) return false;
  return (degrees.get(node.asset.internalId)?.upstreamCount ?? 0) === 0;
}
