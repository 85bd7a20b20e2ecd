import type { DiffPartsFragment } from '../../../../graphql/generated/graphql';
import { mergeScenes, type Scene, type SceneNode, type Side } from '../../graph/graph';
import { FAN_OUT } from '../../graph/view';
import type { Ask } from '../ask';
import type { DiffPiece } from '../pieces';
import { NOT_WALKED_OUT, toEdge, toSummary } from '../to-scene';
import { LineageDiffScene } from './diff.query';
import { trimUnchanged } from './trim-unchanged';

const DIRECTION = { up: 'UPSTREAM', down: 'DOWNSTREAM' } as const;

/**
 * What changed on one or both sides of an asset between two moments, with enough of what did not to find one's way.
 *
 * @throws ApiError
 */
export async function loadDiff(piece: DiffPiece, ask: Ask): Promise<Scene> {
  const { id, from, to } = piece;
  const sides = (['up', 'down'] as const).filter((side) => piece[side] > 0);
  const scenes = await Promise.all(
    sides.map(async (side) => {
      const asked = { id, direction: DIRECTION[side], depth: piece[side], from, to };
      return toDiffScene((await ask(LineageDiffScene, asked)).lineageDiff, side, piece);
    }),
  );
  if (scenes.length > 0) return trimUnchanged(mergeScenes(scenes), id, FAN_OUT);
  const { lineageDiff } = await ask(LineageDiffScene, { id, direction: 'UPSTREAM', depth: 0, from, to });
  return toDiffScene(lineageDiff, 'up', piece);
}

function toDiffScene({ nodes, edges, omitted }: DiffPartsFragment, side: Side, piece: DiffPiece): Scene {
  const depth = piece[side];
  const drawn = edges.map((edge) => {
    const { difference, cause, ...rest } = edge;
    return { ...toEdge(rest), change: { difference, columns: [], cause: cause ?? null } };
  });
  const walked = (distance: number): SceneNode['walked'] =>
    piece.isStep || distance >= depth ? NOT_WALKED_OUT : { up: side === 'up', down: side === 'down' };
  const around = (id: string, end: 'source' | 'target'): number => drawn.filter((edge) => edge[end] === id).length;
  return {
    nodes: new Map(
      nodes.map(({ asset, distance, hiddenUpstream, hiddenDownstream, difference, columns, cause }) => [
        asset.id,
        {
          id: asset.id,
          asset: toSummary(asset),
          column: null,
          totals: {
            up: around(asset.id, 'target') + hiddenUpstream,
            down: around(asset.id, 'source') + hiddenDownstream,
          },
          walked: walked(distance),
          change: { difference, columns, cause: cause ?? null },
        },
      ]),
    ),
    edges: new Map(drawn.map((edge) => [edge.id, edge])),
    omitted,
  };
}
