import type { WayPartsFragment } from '../../../../graphql/generated/graphql';
import { edgeId, mergeScenes, type Scene, type SceneEdge, type Way } from '../../graph/graph';
import type { Ask } from '../ask';
import type { WayPiece } from '../pieces';
import { NOT_WALKED_OUT, toEdge, toSummary } from '../to-scene';
import { LineageWays } from './ways.query';

/**
 * The assets on the shortest ways between two assets, in either direction, and the ways themselves.
 *
 * @throws ApiError
 */
export async function loadWays({ one, other }: WayPiece, at: string | null, ask: Ask): Promise<Scene> {
  const { down, up } = await ask(LineageWays, { one, other, at });
  const paths = [...down.paths, ...up.paths].sort((a, b) => a.steps.length - b.steps.length);
  const omitted = [...down.omitted, ...up.omitted];
  const ways: Scene['ways'] = { ways: paths.map(toWay), isComplete: down.complete && up.complete, omitted };
  return { ...mergeScenes(paths.map(toScene)), omitted: [], ways };
}

type Path = WayPartsFragment['paths'][number];

function toWay({ assets, steps }: Path): Way {
  return {
    ids: assets.map(({ id }) => id),
    steps: steps.map(({ edge, maskedColumns }) => ({ edge: toEdge(edge), maskedColumns })),
  };
}

function toScene({ assets, steps }: Path): Scene {
  return {
    nodes: new Map(
      assets.map((asset) => {
        const totals = { up: asset.upstreamCount, down: asset.downstreamCount };
        const { id } = asset;
        return [id, { id, asset: toSummary(asset), column: null, totals, walked: NOT_WALKED_OUT }];
      }),
    ),
    edges: new Map(
      steps.map(({ edge }): [string, SceneEdge] => [edgeId(edge.upstreamId, edge.downstreamId), toEdge(edge)]),
    ),
    omitted: [],
  };
}
