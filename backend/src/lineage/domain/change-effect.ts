import { invalid } from '../../shared/errors';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';

export const CHANGES = ['DROP', 'RENAME', 'RETYPE', 'DEPRECATE'] as const;
/** What somebody is about to do to a column or to a whole asset. */
export type Change = (typeof CHANGES)[number];

export const CHANGE_CLASSES = ['BREAKING', 'MAYBE', 'SAFE'] as const;
/** What the change does to something downstream, worst first. */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/**
 * What has become of a column or an asset when the change is made and nothing else is.
 *
 * MISSING: it cannot be computed any more. RENAMED: it is there under another name. FAILING: the code that makes it
 * names what is gone, and stops. RETYPED: its type changes. STALE: something upstream of it fails or may change.
 * ANNOUNCED: nothing happens yet.
 */
export type Effect = 'MISSING' | 'RENAMED' | 'FAILING' | 'RETYPED' | 'STALE' | 'ANNOUNCED';

/** One step of a walk; `subtype` is null between whole assets, where the columns that flow are not known. */
export interface StepKind {
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype | null;
}

/** What the change does to the thing itself. @throws DomainError INVALID: only a column has one type */
export function effectOnRoot(change: Change, isColumn: boolean): Effect {
  if (change === 'RETYPE' && !isColumn) throw invalid('change: RETYPE needs a column; an asset has no type to change');
  return ({ DROP: 'MISSING', RENAME: 'RENAMED', RETYPE: 'RETYPED', DEPRECATE: 'ANNOUNCED' } as const)[change];
}

/** What follows one step downstream. */
export function effectAfter(effect: Effect, step: StepKind): Effect {
  return NEXT[effect](step);
}

const NEXT: Readonly<Record<Effect, (step: StepKind) => Effect>> = {
  ANNOUNCED: () => 'ANNOUNCED',
  MISSING: ({ kind, subtype }) => (kind === 'DIRECT' && subtype !== null ? 'MISSING' : 'FAILING'),
  RENAMED: () => 'FAILING',
  RETYPED: afterRetype,
  FAILING: () => 'STALE',
  STALE: () => 'STALE',
};

/** A copied column takes the new type along; an expression over it may fail or give something else. */
function afterRetype({ kind, subtype }: StepKind): Effect {
  return kind === 'DIRECT' && subtype === 'IDENTITY' ? 'RETYPED' : 'STALE';
}

const CLASS: Readonly<Record<Effect, ChangeClass>> = {
  MISSING: 'BREAKING',
  FAILING: 'BREAKING',
  RENAMED: 'BREAKING',
  RETYPED: 'MAYBE',
  STALE: 'MAYBE',
  ANNOUNCED: 'SAFE',
};

/** How bad an effect is. */
export const classOf = (effect: Effect): ChangeClass => CLASS[effect];

const REASON: Readonly<Record<Effect, string>> = {
  MISSING: 'Its value comes from what is dropped.',
  RENAMED: 'It has another name.',
  FAILING: 'The code that makes it names what is gone.',
  RETYPED: 'It takes the new type over.',
  STALE: 'Something it is made from fails or may change.',
  ANNOUNCED: 'It still works; what feeds it will go away.',
};

/** A sentence for people. */
export const reasonOf = (effect: Effect): string => REASON[effect];

const SEVERITY: readonly Effect[] = ['ANNOUNCED', 'STALE', 'RETYPED', 'RENAMED', 'FAILING', 'MISSING'];

/** Whether `one` is worse news than `other`: effects form a line, so a walk that only gets worse ends. */
export const isWorse = (one: Effect, other: Effect): boolean => SEVERITY.indexOf(one) > SEVERITY.indexOf(other);
