import { mergeScenes, type Scene } from '../graph/graph';
import type { View } from '../graph/view';
import { EdgesAmong } from '../lineage.query';
import type { Ask } from './ask';
import { loadPieces, type Pieces } from './load-pieces';
import { piecesOf, wholeOf, type Piece } from './pieces';
import { refusalOf } from './selection/refusal';
import { toEdge } from './to-scene';

/** Most assets whose connections are asked for; beyond it, each answer shows its own edges only. */
const MOST_AMONG = 1000;

/**
 * The pieces of a view. A depth that turned out not to fit one answer is asked for as a whole, to be counted in groups;
 * until that is there, the part stands for it.
 */
function wantedOf(view: View, known: Pieces): readonly Piece[] {
  const [depth, ...steps] = piecesOf(view);
  const isPart = known.get(depth.key)?.omitted.some(({ reason }) => reason === 'BUDGET') ?? false;
  return depth.kind === 'depth' && isPart ? [wholeOf(depth), ...steps] : [depth, ...steps];
}

/** The keys of everything a view is put together from; a view of several answers also needs what connects them. */
export function keysOf(view: View, known: Pieces): string[] {
  const keys = wantedOf(view, known).map((piece) => piece.key);
  return keys.length > 1 && view.diff === null ? [...keys, amongKey(keys)] : keys;
}

/** Whether every answer that a view needs is there. */
export function isWhole(view: View, known: Pieces): boolean {
  return keysOf(view, known).every((key) => known.has(key));
}

/** The scene of a view, or null while answers are missing; one whose depth is only known in part is better than none. */
export function sceneOf(view: View, pieces: Pieces): Scene | null {
  if (isWhole(view, pieces)) return sceneBy(keysOf(view, pieces), pieces);
  const keys = piecesOf(view).map((piece) => piece.key);
  return sceneBy(keys.length > 1 && view.diff === null ? [...keys, amongKey(keys)] : keys, pieces);
}

function sceneBy(keys: readonly string[], pieces: Pieces): Scene | null {
  const scenes = keys.map((key) => pieces.get(key));
  return scenes.every((scene) => scene !== undefined) ? mergeScenes(scenes) : null;
}

/**
 * Asks for what a view needs and `known` does not hold: the answers first, then the edges among their nodes.
 *
 * @throws ApiError
 */
export async function loadView(view: View, known: Pieces, ask: Ask): Promise<Pieces> {
  const wanted = wantedOf(view, known);
  const missing = wanted.filter((piece) => !known.has(piece.key));
  const loaded = await loadPieces(missing, view.at, ask);
  if (wanted.length === 1 || view.diff !== null) return loaded;
  const keys = wanted.map((piece) => piece.key);
  const scene = mergeScenes(keys.flatMap((key) => loaded.get(key) ?? known.get(key) ?? []));
  return new Map([...loaded, [amongKey(keys), await loadAmong(scene, view.at, ask)]]);
}

/**
 * The same for the first paint: a selector with a mistake in it leaves what lies around the focus.
 *
 * @throws ApiError
 */
export async function loadFirstView(view: View, ask: Ask): Promise<Pieces> {
  return loadView(view, NOTHING, ask).catch((error: unknown) => {
    if (refusalOf(view, error) === null) throw error;
    return loadView({ ...view, selector: null }, NOTHING, ask);
  });
}

const NOTHING: Pieces = new Map();

async function loadAmong(scene: Scene, at: string | null, ask: Ask): Promise<Scene> {
  const ids = [...scene.nodes.keys()];
  if (ids.length > MOST_AMONG) return { nodes: new Map(), edges: new Map(), omitted: [] };
  const { edgesAmong } = await ask(EdgesAmong, { ids, at });
  const edges = edgesAmong.map(toEdge);
  return { nodes: new Map(), edges: new Map(edges.map((edge) => [edge.id, edge])), omitted: [] };
}

function amongKey(keys: readonly string[]): string {
  return `among ${keys.join(' ')}`;
}
