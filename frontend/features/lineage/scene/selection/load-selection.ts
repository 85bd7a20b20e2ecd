import { adjacencyOf, type Scene, type SceneEdge, type SceneNode } from '../../graph/graph';
import type { Ask } from '../ask';
import type { SelectionPiece } from '../pieces';
import { NOT_WALKED_OUT, toEdge, toSummary } from '../to-scene';
import { SelectedLineage } from './selection.query';

/** As many as the API hands out; more than fit are shown as counted groups. */
const MOST_SELECTED = 1000;

/**
 * The assets that a selector means, and the edges among them.
 *
 * @throws ApiError INVALID with `details` { start, end } at the mistake in the selector
 */
export async function loadSelection({ selector, focus }: SelectionPiece, ask: Ask): Promise<Scene> {
  const answer = await ask(SelectedLineage, { selector, focus, maxNodes: MOST_SELECTED });
  const { meaning, total, complete, omitted, assets, edges } = answer.selectLineage;
  const nodes = assets.map((asset): [string, SceneNode] => {
    const totals = { up: asset.upstreamCount, down: asset.downstreamCount };
    const { id } = asset;
    return [id, { id, asset: toSummary(asset), column: null, totals, walked: NOT_WALKED_OUT }];
  });
  const lines = edges.map((edge) => toEdge(edge)).map((edge): [string, SceneEdge] => [edge.id, edge]);
  const scene = { nodes: new Map(nodes), edges: new Map(lines), omitted };
  const root = scene.nodes.has(focus) ? focus : busiestOf(scene);
  const focusName = answer.focus?.displayName ?? focus;
  return { ...scene, selection: { meaning, total, isComplete: complete, root, focusName } };
}

/** The node with most neighbours; the first by name of those with as many. */
function busiestOf({ nodes, edges }: Scene): string | null {
  const { up, down } = adjacencyOf(nodes.keys(), edges.values());
  const countOf = (id: string): number => (up.get(id)?.length ?? 0) + (down.get(id)?.length ?? 0);
  return [...nodes.keys()].reduce<string | null>(
    (best, id) => (best === null || countOf(id) > countOf(best) ? id : best),
    null,
  );
}
