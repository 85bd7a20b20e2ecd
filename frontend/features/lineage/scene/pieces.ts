import type { Side } from '../graph/graph';
import { FAN_OUT, MAX_FAN_OUT, type View } from '../graph/view';

/** The walk from the focus that the depth asks for. */
export interface DepthPiece {
  readonly kind: 'depth';
  readonly key: string;
  readonly focus: string;
  readonly up: number;
  readonly down: number;
}

/** The same walk without a cap on fan-out and with a larger budget: what a picture of counted groups counts. */
export interface WholePiece {
  readonly kind: 'whole';
  readonly key: string;
  readonly focus: string;
  readonly up: number;
  readonly down: number;
}

/** One step out of a node: its first `fanOut` neighbours on a side. */
export interface StepPiece {
  readonly kind: 'step';
  readonly key: string;
  readonly id: string;
  readonly side: Side;
  readonly fanOut: number;
}

/** One chosen neighbour of a node. */
export interface PickPiece {
  readonly kind: 'pick';
  readonly key: string;
  readonly id: string;
  readonly of: string;
  readonly side: Side;
}

/** The ways of one column of an asset; without a column, what there is to choose from. */
export interface ColumnPiece {
  readonly kind: 'columns';
  readonly key: string;
  readonly id: string;
  readonly column: string | null;
  readonly up: number;
  readonly down: number;
}

/** The same walk, or a step of it, at two moments. */
export interface DiffPiece {
  readonly kind: 'diff';
  readonly key: string;
  readonly id: string;
  readonly up: number;
  readonly down: number;
  readonly from: string;
  readonly to: string | null;
  readonly isStep: boolean;
}

/** The shortest ways between two assets. */
export interface WayPiece {
  readonly kind: 'ways';
  readonly key: string;
  readonly one: string;
  readonly other: string;
}

/** The assets that a selector means. */
export interface SelectionPiece {
  readonly kind: 'selection';
  readonly key: string;
  readonly selector: string;
  readonly focus: string;
}

export type Piece =
  | SelectionPiece
  | DepthPiece
  | WholePiece
  | StepPiece
  | PickPiece
  | ColumnPiece
  | DiffPiece
  | WayPiece;

/**
 * The answers a view is put together from, the depth first.
 *
 * Keys name what was asked, the moment included, so that an answer can be kept and used again when the reader goes back.
 */
export function piecesOf(view: View): readonly [SelectionPiece | DepthPiece | ColumnPiece | DiffPiece, ...Piece[]] {
  const moment = view.at ?? 'now';
  const { focus, up, down, column } = view;
  if (view.level === 'column') {
    const key = `${moment}/columns/${focus}/${String(up)}/${String(down)}/${column ?? ''}`;
    return [{ kind: 'columns', key, id: focus, column, up, down }];
  }
  if (view.diff) return diffPieces(view, view.diff);
  const depth: DepthPiece = {
    kind: 'depth',
    key: `${moment}/depth/${focus}/${String(up)}/${String(down)}`,
    focus,
    up,
    down,
  };
  const steps = stepPieces(view, moment);
  if (view.selector !== null) return [selectionPiece(focus, view.selector), ...steps];
  const ways = view.path === null || view.path === focus ? [] : [wayPiece(moment, focus, view.path)];
  return [depth, ...steps, ...ways];
}

function stepPieces(view: View, moment: string): Piece[] {
  return view.expansions.flatMap(({ side, id, count, picks }): Piece[] => {
    const fanOut = count === 'all' ? MAX_FAN_OUT : Math.min(MAX_FAN_OUT, Math.max(FAN_OUT, count));
    const step = { kind: 'step' as const, key: `${moment}/${side}/${id}/${String(fanOut)}`, id, side, fanOut };
    const chosen = picks.map((pick) => ({
      kind: 'pick' as const,
      key: `${moment}/${side}/${id}/pick/${pick}`,
      id: pick,
      of: id,
      side,
    }));
    return count === 0 ? chosen : [step, ...chosen];
  });
}

function selectionPiece(focus: string, selector: string): SelectionPiece {
  return { kind: 'selection', key: `selection/${focus}/${selector}`, selector, focus };
}

/** Everything within the depth, for an answer that did not hold it. */
export function wholeOf({ key, focus, up, down }: DepthPiece): WholePiece {
  return { kind: 'whole', key: `${key}/whole`, focus, up, down };
}

function wayPiece(moment: string, one: string, other: string): WayPiece {
  return { kind: 'ways', key: `${moment}/ways/${one}/${other}`, one, other };
}

/** A step opens one neighbour more on a side, whatever it is: two moments are compared whole. */
function diffPieces(view: View, { from, to }: NonNullable<View['diff']>): [DiffPiece, ...DiffPiece[]] {
  const piece = (id: string, up: number, down: number, isStep: boolean): DiffPiece => {
    const key = `${from}…${to ?? 'now'}/${isStep ? 'step' : 'depth'}/${id}/${String(up)}/${String(down)}`;
    return { kind: 'diff', key, id, up, down, from, to, isStep };
  };
  const steps = view.expansions.map(({ id, side }) => piece(id, Number(side === 'up'), Number(side === 'down'), true));
  return [piece(view.focus, view.up, view.down, false), ...steps];
}
