import type { KnownTable, SourceEdge, SqlTarget, TargetColumn } from './analysis';
import type { Places } from './places';
import { readThrough, type Column, type Opening, type RowSource } from './resolver/relation';
import { influencesIn } from './resolver/resolve-expression';
import { note, type Session } from './resolver/session';
import type { Table } from './resolver/table';
import type { Written } from './resolver/targets';
import {
  influenceKey,
  lessSure,
  merged,
  offsetOfAnchor,
  type ColumnValue,
  type Flow,
  type Influence,
} from './resolver/value';

/** How sure it is that a column of the target, of the same name as none that the text names, comes through a `*`. */
const BY_TARGET_NAME = 0.5;

/** What the statements write, in the caller's words; statements that fill the same table are one target. */
export function tell(
  session: Session,
  places: Places,
  written: readonly Written[],
  target: KnownTable | undefined,
): readonly SqlTarget[] {
  const groups = new Map<unknown, Written[]>();
  for (const one of written) {
    const key = one.table ?? one;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const isOnly = groups.size === 1;
  return [...groups.values()].map((group) => tellTarget(session, places, group, isOnly ? target : undefined));
}

function tellTarget(
  session: Session,
  places: Places,
  group: readonly Written[],
  target: KnownTable | undefined,
): SqlTarget {
  const [first] = group;
  const table = first?.table ?? null;
  const opens = group.flatMap((one) => one.opens);
  const columns = withTargetColumns(joined(group), opens, target);
  const unknown = new Map(opens.flatMap(({ tables, at }) => tables.map((one) => [one, at] as const)));
  for (const [one, at] of unknown) noteUnknown(session, one, at);
  return {
    table: table === null ? null : { id: table.id, name: table.parts },
    operation: first?.operation ?? 'query',
    columns: columns.map((column) => tellColumn(session, places, column, target ?? null)),
    rowSources: tellInfluences(places, rowInfluences(group.map(({ rows }) => rows))),
    unknownFrom: [...unknown.keys()].map(({ id, parts }) => ({ id, name: parts })),
  };
}

function noteUnknown(session: Session, table: Table, at: number): void {
  const message = `The columns of ${table.parts.join('.')} are not ${table.columns.length > 0 ? 'all ' : ''}known, so * could not be followed`;
  note(session, { code: 'UNKNOWN_SCHEMA', message, at, isGap: true });
}

/** The columns of several statements, each name once. */
function joined(group: readonly Written[]): readonly Column[] {
  const [first, ...more] = group;
  if (first !== undefined && more.length === 0 && /query|create/.test(first.operation)) return first.columns;
  const columns = new Map<string, Column>();
  for (const { name, value } of group.flatMap((one) => one.columns)) {
    const key = name.toLowerCase();
    const known = columns.get(key);
    columns.set(key, known === undefined ? { name, value } : { name: known.name, value: merged([known.value, value]) });
  }
  return [...columns.values()];
}

/** A column that the target has and the text does not name can only have come through the one `*` there is. */
function withTargetColumns(
  columns: readonly Column[],
  opens: readonly Opening[],
  target: KnownTable | undefined,
): readonly Column[] {
  const [open, ...more] = opens;
  if (open === undefined || target === undefined || more.length > 0) return columns;
  const named = new Set(columns.map(({ name }) => name.toLowerCase()));
  const unnamed = target.columns.filter((name) => !named.has(name.toLowerCase()) && !name.includes('.'));
  const behind = unnamed.flatMap((name) => {
    const value = readThrough(open, { name, isQuoted: true, at: -1 });
    return value === null ? [] : [{ name, value: lessSure(value, BY_TARGET_NAME) }];
  });
  return [...columns, ...behind];
}

function tellColumn(
  session: Session,
  places: Places,
  { name, value }: Column,
  target: KnownTable | null,
): TargetColumn {
  return {
    name: targetName(session, name, target),
    sources: [...tellFlows(places, value), ...tellInfluences(places, own(value))],
  };
}

/** Influences of sources that are not in the value anyway. */
function own(value: ColumnValue): readonly Influence[] {
  return [...value.indirect.values()].filter(({ source }) => !value.direct.has(source));
}

/** As the target writes it, where the target is known; otherwise as the dialect would store it. */
function targetName(session: Session, name: string, target: KnownTable | null): string {
  const exact = target?.columns.find((one) => one === name);
  return exact ?? target?.columns.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}

function tellFlows(places: Places, { direct }: ColumnValue): readonly SourceEdge[] {
  return [...direct.values()].map((flow: Flow) => ({
    ...tellSource(places, flow),
    kind: 'DIRECT',
    subtype: flow.subtype,
    masking: flow.masking,
    aggregate: flow.aggregate,
  }));
}

function tellInfluences(places: Places, influences: readonly Influence[]): readonly SourceEdge[] {
  return influences.map((influence) => ({
    ...tellSource(places, influence),
    kind: 'INDIRECT',
    subtype: influence.subtype,
    masking: null,
    aggregate: null,
  }));
}

function tellSource(
  places: Places,
  { source, anchor, readAt, confidence }: Flow | Influence,
): Pick<SourceEdge, 'table' | 'column' | 'expression' | 'readAt' | 'confidence'> {
  return {
    table: { id: source.table.id, name: source.table.parts },
    column: source.column,
    expression: places.expressionAround(offsetOfAnchor(anchor)),
    readAt: places.mentionAt(readAt),
    confidence,
  };
}

function rowInfluences(rows: readonly RowSource[]): readonly Influence[] {
  const found = new Map<string, Influence>();
  for (const influence of rows.flatMap(influencesIn)) {
    const key = influenceKey(influence);
    if (!found.has(key)) found.set(key, influence);
  }
  return [...found.values()];
}
