import type { ColumnCardFragment, ColumnPartsFragment } from '../../../graphql/generated/graphql';
import {
  assetOf,
  columnKey,
  edgeId,
  type ColumnSummary,
  type Scene,
  type SceneEdge,
  type SceneNode,
  type Side,
} from '../graph/graph';
import { toSummary } from './to-scene';

type AnswerNode = ColumnPartsFragment['nodes'][number];
type AnswerEdge = ColumnPartsFragment['edges'][number];

/**
 * An answer about a column in the graph's own terms: each node is a column, and so is each end of an edge.
 *
 * `isWalked` tells the sides out of which the answer went from a node. Several ways from one column to another are one
 * edge: direct when any is, masked when every direct one is. Where the walk of `side` goes on over whole assets, the
 * first ones are nodes without a column; null: the answer has both sides, and those are left out.
 */
export function toColumnScene(
  answer: ColumnPartsFragment,
  isWalked: (node: Pick<AnswerNode, 'distance'>) => SceneNode['walked'],
  side: Side | null,
): Scene {
  const nodes = answer.nodes.map((node): [string, SceneNode] => {
    const id = columnKey(node.asset.id, node.column);
    const { upstreamCount: up, downstreamCount: down } = node.details;
    const column = toColumn(node.details);
    return [id, { id, asset: toSummary(node.asset), column, totals: { up, down }, walked: isWalked(node) }];
  });
  const edges = [...waysById(answer.edges)].map(([id, ways]): [string, SceneEdge] => [id, toEdge(id, ways)]);
  const columns = new Map(nodes);
  const steps = side === null ? [] : nextWhole(answer, side, columns);
  const next = new Set(steps.map(([, edge]) => (side === 'up' ? edge.source : edge.target)));
  const whole = answer.assets.filter(({ asset }) => next.has(asset.id)).map((one) => toWhole(one, isWalked(one)));
  return {
    nodes: new Map([...columns, ...whole]),
    edges: new Map([...edges, ...steps]),
    omitted: answer.omitted,
  };
}

/** Assets drawn as a whole on one side; how many there are is told in words. */
const MOST_WHOLE = 12;

function toWhole({ asset }: ColumnPartsFragment['assets'][number], walked: SceneNode['walked']): [string, SceneNode] {
  const node = { id: asset.id, asset: toSummary(asset), column: null, totals: { up: 0, down: 0 }, walked };
  return [asset.id, node];
}

/** The steps from every column drawn of an asset to the assets next to it that are connected as a whole, nearest first. */
function nextWhole(
  { assets, assetEdges }: ColumnPartsFragment,
  side: Side,
  columns: ReadonlyMap<string, SceneNode>,
): [string, SceneEdge][] {
  const order = new Map(assets.map(({ asset }, place) => [asset.id, place]));
  const drawn = new Map<string, string[]>();
  for (const id of columns.keys()) drawn.set(assetOf(id), [...(drawn.get(assetOf(id)) ?? []), id]);
  const steps = assetEdges
    .map(({ upstreamId, downstreamId, kind }) =>
      side === 'up' ? { near: downstreamId, far: upstreamId, kind } : { near: upstreamId, far: downstreamId, kind },
    )
    .filter(({ near }) => drawn.has(near));
  const shown = [...new Set(steps.map(({ far }) => far))]
    .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
    .slice(0, MOST_WHOLE);
  return steps
    .filter(({ far }) => shown.includes(far))
    .flatMap(({ near, far, kind }) => (drawn.get(near) ?? []).map((id) => wholeStep(id, far, side, kind)));
}

function wholeStep(column: string, asset: string, side: Side, kind: string): [string, SceneEdge] {
  const [source, target] = side === 'up' ? [asset, column] : [column, asset];
  const id = edgeId(source, target);
  const said = { jobs: [], sources: [], transformation: 'as a whole', masking: false };
  return [id, { id, source, target, kind, ...said, isWhole: true }];
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
