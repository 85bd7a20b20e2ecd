import type { ColumnCardFragment, ColumnPartsFragment } from '../../../graphql/generated/graphql';
import { columnKey, edgeId, type ColumnSummary, type Scene, type SceneEdge, type SceneNode } from '../graph/graph';
import { toSummary } from './to-scene';

type AnswerNode = ColumnPartsFragment['nodes'][number];
type AnswerEdge = ColumnPartsFragment['edges'][number];

/**
 * An answer about a column in the graph's own terms: each node is a column, and so is each end of an edge.
 *
 * `isWalked` tells the sides out of which the answer went from a node. Several ways from one column to another are one
 * edge: direct when any is, masked when every direct one is.
 */
export function toColumnScene(answer: ColumnPartsFragment, isWalked: (node: AnswerNode) => SceneNode['walked']): Scene {
  const nodes = answer.nodes.map((node): [string, SceneNode] => {
    const id = columnKey(node.asset.id, node.column);
    const { upstreamCount: up, downstreamCount: down } = node.details;
    const column = toColumn(node.details);
    return [id, { id, asset: toSummary(node.asset), column, totals: { up, down }, walked: isWalked(node) }];
  });
  const edges = [...waysById(answer.edges)].map(([id, ways]): [string, SceneEdge] => [id, toEdge(id, ways)]);
  return { nodes: new Map(nodes), edges: new Map(edges), omitted: answer.omitted };
}

export function toColumn({ name, type, classification }: ColumnCardFragment): ColumnSummary {
  return { name, type, level: classification?.level ?? null, categories: classification?.categories ?? [] };
}

function keyOf({ assetId, column }: AnswerEdge['upstream']): string {
  return columnKey(assetId, column);
}

function waysById(edges: readonly AnswerEdge[]): Map<string, [AnswerEdge, ...AnswerEdge[]]> {
  const ways = new Map<string, [AnswerEdge, ...AnswerEdge[]]>();
  for (const edge of edges) {
    const id = edgeId(keyOf(edge.upstream), keyOf(edge.downstream));
    const known = ways.get(id);
    if (known) known.push(edge);
    else ways.set(id, [edge]);
  }
  return ways;
}

function toEdge(id: string, ways: readonly [AnswerEdge, ...AnswerEdge[]]): SceneEdge {
  const direct = ways.filter(({ kind }) => kind !== 'INDIRECT');
  const shown = direct.length > 0 ? direct : ways;
  const words = [...new Set(shown.map(({ subtype }) => subtype.toLowerCase().replaceAll('_', ' ')))];
  const [first] = ways;
  return {
    id,
    source: keyOf(first.upstream),
    target: keyOf(first.downstream),
    kind: direct.length > 0 ? 'DIRECT' : 'INDIRECT',
    jobs: [],
    sources: [],
    transformation: words.join(', '),
    masking: direct.length > 0 && direct.every(({ masking }) => masking),
  };
}
