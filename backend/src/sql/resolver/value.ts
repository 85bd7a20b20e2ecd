import type { EdgeSubtype, MaskingKind } from '../../shared/vocabulary';
import type { SourceColumn } from './table';

/**
 * Where in the text: the column's own mention, and an offset within the expression that says most of what happens.
 *
 * An anchor of -1 is yet to be found; one below stands for a `*`, and gives way to an expression that names the column.
 */
export interface Place {
  readonly readAt: number;
  readonly anchor: number;
}

const starAnchor = (at: number): number => -2 - at;

/** The offset that an anchor stands for; -1 when there is none. */
export const offsetOfAnchor = (anchor: number): number => (anchor < -1 ? -2 - anchor : anchor);

/** A value that comes from a source column. */
export interface Flow extends Place {
  readonly source: SourceColumn;
  readonly subtype: 'IDENTITY' | 'TRANSFORMATION' | 'AGGREGATION';
  /** The aggregate, in lower case; null when there is none on the way. */
  readonly aggregate: string | null;
  readonly masking: MaskingKind | null;
  /** 0 to 1: how sure it is that the name means this column. */
  readonly confidence: number;
}

/** A source column that decides about a value or about rows without being in them. */
export interface Influence extends Place {
  readonly source: SourceColumn;
  readonly subtype: Exclude<EdgeSubtype, Flow['subtype']>;
  readonly confidence: number;
}

/** All that a column of a query is made of. Never changed once made: passed on as it is when a column only passes through. */
export interface ColumnValue {
  readonly direct: ReadonlyMap<SourceColumn, Flow>;
  readonly indirect: ReadonlyMap<string, Influence>;
}

export const NOTHING: ColumnValue = { direct: new Map(), indirect: new Map() };

/** What an expression does to what flows through it. */
export interface Effect {
  readonly subtype: 'TRANSFORMATION' | 'AGGREGATION';
  readonly aggregate: string | null;
  readonly masking: MaskingKind | null;
}

export const TRANSFORMED: Effect = { subtype: 'TRANSFORMATION', aggregate: null, masking: null };

const RANK = { IDENTITY: 0, TRANSFORMATION: 1, AGGREGATION: 2 } as const;

/** How little of a value its masking leaves; of two in a row the stronger counts, of two side by side the weaker. */
const STRENGTH: Readonly<Record<MaskingKind, number>> = {
  hash: 1,
  encrypt: 1,
  tokenize: 1,
  generalise: 2,
  truncate: 3,
  redact: 4,
  count: 5,
};

function strength(masking: MaskingKind | null): number {
  return masking === null ? 0 : STRENGTH[masking];
}

/** The value after an expression has had its effect. */
export function affected(value: ColumnValue, effect: Effect): ColumnValue {
  if (value.direct.size === 0) return value;
  const direct = new Map<SourceColumn, Flow>();
  for (const [source, flow] of value.direct) {
    const keepsPlace = flow.masking !== null && effect.masking === null;
    direct.set(source, {
      ...flow,
      subtype: RANK[effect.subtype] > RANK[flow.subtype] ? effect.subtype : flow.subtype,
      aggregate: effect.aggregate ?? flow.aggregate,
      masking: strength(effect.masking) > strength(flow.masking) ? effect.masking : flow.masking,
      anchor: keepsPlace ? flow.anchor : -1,
    });
  }
  return { direct, indirect: value.indirect };
}

/** Several values that become one: by an expression, or as branches of a UNION. */
export function merged(values: readonly ColumnValue[]): ColumnValue {
  const [first, ...rest] = values.filter((one) => one.direct.size + one.indirect.size > 0);
  if (first === undefined) return NOTHING;
  if (rest.every((one) => one === first)) return first;
  const direct = new Map(first.direct);
  const indirect = new Map(first.indirect);
  for (const value of rest) {
    for (const [source, flow] of value.direct) direct.set(source, besides(direct.get(source), flow));
    for (const [key, influence] of value.indirect) if (!indirect.has(key)) indirect.set(key, influence);
  }
  return { direct, indirect };
}

/** Two ways from one source into one column: what is claimed must hold for both, so the one that shows more counts. */
function besides(one: Flow | undefined, other: Flow): Flow {
  if (one === undefined || one === other) return other;
  const shown = strength(one.masking) <= strength(other.masking) ? one : other;
  const subtype = RANK[one.subtype] <= RANK[other.subtype] ? one.subtype : other.subtype;
  return { ...shown, subtype, confidence: Math.max(one.confidence, other.confidence) };
}

/** The value, with what has no place of its own yet placed in the expression around `anchor`. */
export function placedAt(value: ColumnValue, anchor: number): ColumnValue {
  return anchor < 0 ? value : placed(value, anchor, (known) => known < 0);
}

/** The value as a `*` at that offset shows it. */
export function starredAt(value: ColumnValue, at: number): ColumnValue {
  return at < 0 ? value : placed(value, starAnchor(at), (known) => known === -1);
}

function placed(value: ColumnValue, anchor: number, isOpen: (known: number) => boolean): ColumnValue {
  let hasOpen = false;
  for (const flow of value.direct.values()) hasOpen ||= isOpen(flow.anchor);
  for (const influence of value.indirect.values()) hasOpen ||= isOpen(influence.anchor);
  if (!hasOpen) return value;
  const all = <Key, Placed extends Place>(entries: ReadonlyMap<Key, Placed>): Map<Key, Placed> =>
    new Map([...entries].map(([key, one]) => [key, isOpen(one.anchor) ? { ...one, anchor } : one]));
  return { direct: all(value.direct), indirect: all(value.indirect) };
}

/** The same value with no more confidence than that. */
export function lessSure(value: ColumnValue, most: number): ColumnValue {
  const capped = <Key, Sure extends { readonly confidence: number }>(entries: ReadonlyMap<Key, Sure>): Map<Key, Sure> =>
    new Map([...entries].map(([key, one]) => [key, { ...one, confidence: Math.min(one.confidence, most) }]));
  return { direct: capped(value.direct), indirect: capped(value.indirect) };
}

/** What a value is made of, as influence of a kind; what influenced it before does so still. */
export function influencesOf(value: ColumnValue, subtype: Influence['subtype']): readonly Influence[] {
  const own = [...value.direct.values()].map(({ source, readAt, anchor, confidence }) => ({
    source,
    subtype,
    readAt,
    anchor,
    confidence,
  }));
  return [...own, ...value.indirect.values()];
}

/** A value with more influences. */
export function influenced(value: ColumnValue, influences: readonly Influence[]): ColumnValue {
  if (influences.length === 0) return value;
  const indirect = new Map(value.indirect);
  for (const influence of influences) {
    const key = influenceKey(influence);
    if (!indirect.has(key)) indirect.set(key, influence);
  }
  return { direct: value.direct, indirect };
}

/** One per source and kind. */
export function influenceKey({ source, subtype }: Influence): string {
  return `${source.table.index} ${subtype} ${source.column}`;
}
