import type { Direction, ScenePartsFragment } from '../../../graphql/generated/graphql';
import { mergeScenes, opposite, type Scene, type Side } from '../graph/graph';
import { FAN_OUT, MAX_FAN_OUT, MAX_NODES, MAX_WHOLE } from '../graph/view';
import { LineageScene, LineageStep, LineageSteps } from '../lineage.query';
import { LineageWhole } from '../whole.query';
import type { Ask } from './ask';
import { loadDiff } from './diff/load-diff';
import { loadColumns } from './load-columns';
import type { DepthPiece, PickPiece, Piece, StepPiece, WholePiece } from './pieces';
import { loadSelection } from './selection/load-selection';
import { loadWays } from './ways/load-ways';
import { NOT_WALKED, onlyPair, toScene, walkedToDepth } from './to-scene';

/** Answers by the key of their piece. */
export type Pieces = ReadonlyMap<string, Scene>;

/** Steps asked for in one request. */
const BATCH = 4;

const DIRECTION: Readonly<Record<Side, Direction>> = { up: 'UPSTREAM', down: 'DOWNSTREAM' };

/**
 * Asks for pieces: one request for the depth, one for every four steps, one for each chosen neighbour, all at once.
 *
 * @throws ApiError of the first request that fails
 */
export async function loadPieces(pieces: readonly Piece[], at: string | null, ask: Ask): Promise<Pieces> {
  const depths = pieces.filter((piece) => piece.kind === 'depth' || piece.kind === 'whole');
  const steps = pieces.filter((piece) => piece.kind === 'step');
  const picks = pieces.filter((piece) => piece.kind === 'pick');
  const columns = pieces.filter((piece) => piece.kind === 'columns');
  const ways = pieces.filter((piece) => piece.kind === 'ways');
  const diffs = pieces.filter((piece) => piece.kind === 'diff');
  const selections = pieces.filter((piece) => piece.kind === 'selection');
  const batches = Array.from({ length: Math.ceil(steps.length / BATCH) }, (_, i) =>
    steps.slice(i * BATCH, (i + 1) * BATCH),
  );
  const loaded = await Promise.all([
    ...depths.map((piece) => loadDepth(piece, at, ask)),
    ...batches.map((batch) => loadSteps(batch, at, ask)),
    ...picks.map((piece) => loadPick(piece, at, ask)),
    ...columns.map(async (piece): Promise<Loaded> => [[piece.key, await loadColumns(piece, at, ask)]]),
    ...ways.map(async (piece): Promise<Loaded> => [[piece.key, await loadWays(piece, at, ask)]]),
    ...selections.map(async (piece): Promise<Loaded> => [[piece.key, await loadSelection(piece, ask)]]),
    ...diffs.map(async (piece): Promise<Loaded> => [[piece.key, await loadDiff(piece, ask)]]),
  ]);
  return new Map(loaded.flat());
}

type Loaded = [string, Scene][];

async function loadDepth(piece: DepthPiece | WholePiece, at: string | null, ask: Ask): Promise<Loaded> {
  const { key, focus, up, down } = piece;
  const walk = {
    focus,
    depth: Math.min(up, down),
    longer: up > down ? ('UPSTREAM' as const) : ('DOWNSTREAM' as const),
    further: Math.max(up, down),
    isUneven: up !== down,
    at,
  };
  const { scene, further } =
    piece.kind === 'whole'
      ? await ask(LineageWhole, { ...walk, maxNodes: MAX_WHOLE })
      : await ask(LineageScene, { ...walk, maxNodes: MAX_NODES, fanOut: FAN_OUT });
  const walked = walkedToDepth(up, down);
  const parts = further ? [toScene(further, walked), toScene(scene, walked)] : [toScene(scene, walked)];
  return [[key, { ...mergeScenes(parts), omitted: (further ?? scene).omitted }]];
}

async function loadSteps(steps: readonly StepPiece[], at: string | null, ask: Ask): Promise<Loaded> {
  const [first, second, third, fourth] = steps;
  if (!first) return [];
  const place = (step: StepPiece | undefined) => ({ ...(step ?? first), direction: DIRECTION[(step ?? first).side] });
  const [one, two, three] = [place(second), place(third), place(fourth)];
  const answer = await ask(LineageSteps, {
    at,
    maxNodes: MAX_NODES,
    id0: first.id,
    direction0: DIRECTION[first.side],
    fanOut0: first.fanOut,
    id1: one.id,
    direction1: one.direction,
    fanOut1: one.fanOut,
    id2: two.id,
    direction2: two.direction,
    fanOut2: two.fanOut,
    id3: three.id,
    direction3: three.direction,
    fanOut3: three.fanOut,
    has1: second !== undefined,
    has2: third !== undefined,
    has3: fourth !== undefined,
  });
  const answers: readonly (ScenePartsFragment | undefined)[] = [answer.step0, answer.step1, answer.step2, answer.step3];
  return steps.flatMap((step, index): Loaded => {
    const found = answers[index];
    return found ? [[step.key, withoutOmissions(toScene(found, NOT_WALKED))]] : [];
  });
}

/** From the chosen neighbour's side: who was chosen from may be a hub, the neighbour rarely is one. */
async function loadPick({ key, id, of, side }: PickPiece, at: string | null, ask: Ask): Promise<Loaded> {
  const direction = DIRECTION[opposite(side)];
  const { lineage } = await ask(LineageStep, { id, direction, at, maxNodes: MAX_NODES, fanOut: MAX_FAN_OUT });
  return [[key, onlyPair(toScene(lineage, NOT_WALKED), id, of)]];
}

/** What a step leaves out is counted at its node; what the depth leaves out is told in words. */
function withoutOmissions(scene: Scene): Scene {
  return { ...scene, omitted: [] };
}
