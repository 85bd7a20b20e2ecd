import { ColumnChoices, ColumnScene } from '../column.query';
import { columnKey, mergeScenes, type Scene, type SceneNode } from '../graph/graph';
import type { Ask } from './ask';
import type { ColumnPiece } from './pieces';
import { toColumn, toColumnScene } from './to-column-scene';
import { NOT_WALKED_OUT, toSummary } from './to-scene';

/**
 * The ways of a column, or, without one, the columns of an asset that have any.
 *
 * @throws ApiError
 */
export async function loadColumns(piece: ColumnPiece, at: string | null, ask: Ask): Promise<Scene> {
  return piece.column === null ? loadChoices(piece.id, ask) : loadWays(piece, piece.column, at, ask);
}

async function loadWays({ id, up, down }: ColumnPiece, column: string, at: string | null, ask: Ask): Promise<Scene> {
  const answer = await ask(ColumnScene, { id, column, up, down, both: Math.min(up, down), at });
  return mergeScenes([
    toColumnScene(answer.up, ({ distance }) => ({ up: distance < up, down: false }), 'up'),
    toColumnScene(answer.down, ({ distance }) => ({ up: false, down: distance < down }), 'down'),
    { ...toColumnScene(answer.among, () => NOT_WALKED_OUT, null), omitted: [] },
  ]);
}

/** Rows offered before the reader looks for a column by name. */
const OFFERED = 8;

async function loadChoices(id: string, ask: Ask): Promise<Scene> {
  const { asset } = await ask(ColumnChoices, { id });
  if (!asset) return { nodes: new Map(), edges: new Map(), omitted: [] };
  const links = ({ upstreamCount, downstreamCount }: (typeof asset.columns)[number]): number =>
    upstreamCount + downstreamCount;
  const offered = asset.columns.toSorted((a, b) => links(b) - links(a)).slice(0, OFFERED);
  const nodes = offered.map((column): [string, SceneNode] => {
    const key = columnKey(id, column.name);
    const totals = { up: column.upstreamCount, down: column.downstreamCount };
    return [key, { id: key, asset: toSummary(asset), column: toColumn(column), totals, walked: NOT_WALKED_OUT }];
  });
  return { nodes: new Map(nodes), edges: new Map(), omitted: [] };
}
