import type { Call, Case, Expression, QueryValue, Windowed, WindowSpec } from '../syntax';
import { maskingOf } from './masking';
import type { Relation, RowSource } from './relation';
import { resolveColumn } from './resolve-column';
import type { Scope } from './scope';
import type { Session } from './session';
import { resolveStar } from './star';
import {
  affected,
  influenced,
  influencesOf,
  merged,
  NOTHING,
  TRANSFORMED,
  type ColumnValue,
  type Influence,
} from './value';

type Resolve<Kind extends Expression['kind']> = (
  session: Session,
  scope: Scope,
  expression: Extract<Expression, { readonly kind: Kind }>,
  inner: (one: Expression) => ColumnValue,
) => ColumnValue;

const RESOLVE: { readonly [Kind in Expression['kind']]: Resolve<Kind> } = {
  constant: () => NOTHING,
  column: (session, scope, { parts }) => resolveColumn(session, scope, parts),
  star: (session, scope, star, inner) =>
    merged(resolveStar(session, scope, star, inner).columns.map(({ value }) => value)),
  access: (_session, _scope, { of }, inner) => affected(inner(of), TRANSFORMED),
  lambda: (session, scope, { parameters, body }) => resolveExpression(session, within(scope, parameters), body),
  case: (_session, _scope, one, inner) => resolveCase(one, inner),
  call: (_session, _scope, one, inner) => resolveCall(one, inner),
  windowed: resolveWindowed,
  query: resolveQueryValue,
};

/** What the value of an expression is made of, in the scope of the query it stands in. */
export function resolveExpression(session: Session, scope: Scope, expression: Expression): ColumnValue {
  const inner = (one: Expression): ColumnValue => resolveExpression(session, scope, one);
  const resolve = RESOLVE[expression.kind] as Resolve<Expression['kind']>;
  return resolve(session, scope, expression, inner);
}

function within(scope: Scope, parameters: readonly string[]): Scope {
  return { ...scope, parameters: new Set([...scope.parameters, ...parameters.map((name) => name.toLowerCase())]) };
}

function resolveCase({ conditions, values }: Case, inner: (one: Expression) => ColumnValue): ColumnValue {
  const value = affected(merged(values.map(inner)), TRANSFORMED);
  return influenced(
    value,
    conditions.flatMap((one) => influencesOf(inner(one), 'CONDITIONAL')),
  );
}

/** Units that stand like columns among the arguments of date functions. */
const UNIT =
  /^(year|quarter|month|week|isoweek|day|dayofyear|dayofweek|weekday|hour|minute|second|millisecond|microsecond|nanosecond|yy|yyyy|qq|mm|dd|hh|mi|ss|ms|epoch)s?$/i;
const TAKES_UNIT = /date|time|trunc|extract|last_day|next_day|add|diff|sub|part|interval|generate/;

/** Stands where a column could, and is none. */
function isWord(call: Call, one: Expression): boolean {
  if (one.kind !== 'column' || call.args.length < 2) return false;
  // The first argument names a dictionary.
  if (call.name.startsWith('dictget')) return one === call.args[0];
  if (one.parts.length > 1) return false;
  return TAKES_UNIT.test(call.name) && UNIT.test(one.parts[0]?.name ?? '');
}

function resolveCall(call: Call, inner: (one: Expression) => ColumnValue): ColumnValue {
  const args = call.args.filter((one) => !isWord(call, one)).map(inner);
  const subtype = call.isAggregate ? 'AGGREGATION' : 'TRANSFORMATION';
  const aggregate = call.isAggregate ? call.name : null;
  const value = affected(merged(args), { subtype, aggregate, masking: maskingOf(call) });
  return influenced(value, [
    ...call.order.flatMap((one) => influencesOf(inner(one), 'SORT')),
    ...call.filter.flatMap((one) => influencesOf(inner(one), 'CONDITIONAL')),
  ]);
}

function resolveWindowed(session: Session, scope: Scope, { call, window }: Windowed): ColumnValue {
  const inner = (one: Expression): ColumnValue => resolveExpression(session, scope, one);
  const value = affected(inner(call), TRANSFORMED);
  const { partition, order } = complete(scope, window);
  return influenced(
    value,
    [...partition, ...order].flatMap((one) => influencesOf(inner(one), 'WINDOW')),
  );
}

/** A window with what the named window it builds on says. */
function complete(scope: Scope, window: WindowSpec): Pick<WindowSpec, 'partition' | 'order'> {
  const base = window.base === null ? undefined : scope.windows.get(window.base.name.toLowerCase());
  if (base === undefined) return window;
  return { partition: [...base.partition, ...window.partition], order: [...base.order, ...window.order] };
}

/** A scalar query gives its value, and what decides about its rows decides about it; a test gives only that. */
function resolveQueryValue(session: Session, scope: Scope, { query, isTest }: QueryValue): ColumnValue {
  const relation = session.resolveQuery(session, query, scope.ctes, scope);
  const values = valuesOf(relation);
  const rows = influencesIn(relation.rows);
  if (!isTest) return influenced(values, rows);
  return influenced(NOTHING, [...influencesOf(values, 'CONDITIONAL'), ...rows]);
}

function valuesOf(relation: Relation): ColumnValue {
  return merged(relation.expand(-1).map(({ value }) => value));
}

/** All influences below a row source, each relation once. */
export function influencesIn(rows: RowSource): readonly Influence[] {
  const found: Influence[] = [];
  const seen = new Set<RowSource>();
  const waiting: RowSource[] = [rows];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    found.push(...next.influences);
    waiting.push(...next.inputs);
  }
  return found;
}

/** Influences of several expressions, as of one kind. */
export function influences(
  session: Session,
  scope: Scope,
  expressions: readonly Expression[],
  subtype: Influence['subtype'],
): readonly Influence[] {
  return expressions.flatMap((one) =>
    influencesOf(resolveExpression(session, scope, one), subtype).map((found) => asRowInfluence(found, subtype)),
  );
}

/** A condition inside a filter is part of the filter. */
function asRowInfluence(influence: Influence, subtype: Influence['subtype']): Influence {
  return influence.subtype === 'CONDITIONAL' ? { ...influence, subtype } : influence;
}
