import type {
  CardAssetFragment,
  EdgePartsFragment,
  ScenePartsFragment,
  WholePartsFragment,
} from '../../../graphql/generated/graphql';
import { edgeId, type AssetSummary, type Scene, type SceneEdge, type SceneNode } from '../graph/graph';

export type Walked = (node: ScenePartsFragment['nodes'][number]) => SceneNode['walked'];

/** A node is walked out of on the side it lies on when it is nearer than the depth; the root on both. */
export function walkedToDepth(up: number, down: number): Walked {
  return ({ direction, distance }) => ({
    up: direction !== 'DOWNSTREAM' && distance < up,
    down: direction !== 'UPSTREAM' && distance < down,
  });
}

export const NOT_WALKED_OUT: SceneNode['walked'] = { up: false, down: false };
export const NOT_WALKED: Walked = () => NOT_WALKED_OUT;

/** An answer of the API in the graph's own terms; totals are what it shows plus what it says it hides. */
export function toScene(answer: ScenePartsFragment | WholePartsFragment, walked: Walked): Scene {
  const edges = new Map(answer.edges.map((edge) => toEdge(edge)).map((edge) => [edge.id, edge]));
  const up = countBy(edges.values(), (edge) => edge.target);
  const down = countBy(edges.values(), (edge) => edge.source);
  const nodes = answer.nodes.map((node): [string, SceneNode] => {
    const { id } = node.asset;
    const totals = { up: (up.get(id) ?? 0) + node.hiddenUpstream, down: (down.get(id) ?? 0) + node.hiddenDownstream };
    return [id, { id, asset: toSummary(node.asset), column: null, totals, walked: walked(node) }];
  });
  return { nodes: new Map(nodes), edges, omitted: answer.omitted };
}

/** Only a chosen neighbour, who it was chosen from, and the edges between the two. */
export function onlyPair(scene: Scene, one: string, other: string): Scene {
  const isOf = (id: string): boolean => id === one || id === other;
  return {
    nodes: new Map([...scene.nodes].filter(([id]) => isOf(id))),
    edges: new Map([...scene.edges].filter(([, edge]) => isOf(edge.source) && isOf(edge.target))),
    omitted: [],
  };
}

export function toSummary(asset: CardAssetFragment): AssetSummary {
  const { id, namespace, name, displayName, type, status, statusReason, platform, layer, owner } = asset;
  const said = { id, namespace, name, displayName, type, status, statusReason, platform, layer, owner };
  const { tags, columnCount, classification, openViolations } = asset;
  const { level = null, categories = [] } = classification ?? {};
  return { ...said, tags, columnCount, level, categories, openViolations };
}

/** Without its jobs when the answer does not tell them. */
export function toEdge(edge: EdgePartsFragment | WholePartsFragment['edges'][number]): SceneEdge {
  const { upstreamId, downstreamId, ...rest } = edge;
  const jobs = 'jobs' in edge ? edge.jobs : [];
  return {
    ...rest,
    id: edgeId(upstreamId, downstreamId),
    source: upstreamId,
    target: downstreamId,
    jobs: jobs.map((job) => job.displayName),
    masking: false,
  };
}

function countBy(edges: Iterable<SceneEdge>, key: (edge: SceneEdge) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) if (edge.source !== edge.target) counts.set(key(edge), (counts.get(key(edge)) ?? 0) + 1);
  return counts;
}
