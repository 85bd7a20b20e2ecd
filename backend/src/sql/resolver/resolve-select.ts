import type { Call, Expression, Select, SelectItem } from '../syntax';
import { QueryRelation, type Column, type Opening, type Relation } from './relation';
import { influences, resolveExpression } from './resolve-expression';
import { resolveFrom } from './resolve-from';
import { emptyScope, type CteScope, type Scope } from './scope';
import type { Session } from './session';
import { resolveStar } from './star';
import { influencesOf, placedAt, starredAt, type ColumnValue, type Influence } from './value';

/** One SELECT as a relation: its columns, and what decides about its rows. */
export function resolveSelect(session: Session, select: Select, ctes: CteScope, outer: Scope | null): Relation {
  const start = { ...emptyScope(ctes, outer), windows: windowsOf(select) };
  const { scope, rows: from } = resolveFrom(session, start, select.from);
  const { columns, opens } = itemColumns(session, scope, select.items);
  const clauses = clauseInfluences(session, select, { ...scope, made: madeBy(columns) }, columns);
  return new QueryRelation(columns, opens, { influences: clauses, inputs: [from] });
}

function windowsOf(select: Select): Scope['windows'] {
  return new Map(select.windows.map(({ name, spec }) => [name.name.toLowerCase(), spec]));
}

function madeBy(columns: readonly Column[]): Scope['made'] {
  return new Map(columns.map(({ name, value }) => [name.toLowerCase(), value]));
}

function clauseInfluences(
  session: Session,
  select: Select,
  scope: Scope,
  columns: readonly Column[],
): readonly Influence[] {
  const filters = [...select.where, ...select.having, ...select.qualify];
  return [
    ...influences(session, scope, filters, 'FILTER'),
    ...groupInfluences(session, select, scope, columns),
    ...positioned(session, scope, columns, [...select.distinctOn], 'GROUP_BY'),
    ...positioned(session, scope, columns, select.order, 'SORT'),
  ];
}

function groupInfluences(
  session: Session,
  select: Select,
  scope: Scope,
  columns: readonly Column[],
): readonly Influence[] {
  if (!select.isGroupedByAll) return positioned(session, scope, columns, select.groupBy, 'GROUP_BY');
  const plain = columns.filter(({ value }) =>
    [...value.direct.values()].every(({ subtype }) => subtype !== 'AGGREGATION'),
  );
  return plain.flatMap(({ value }) => influencesOf(value, 'GROUP_BY'));
}

/** `group by 1`, `order by 2`: a column of the SELECT by its place. */
function positioned(
  session: Session,
  scope: Scope,
  columns: readonly Column[],
  expressions: readonly Expression[],
  subtype: Influence['subtype'],
): readonly Influence[] {
  return expressions.flatMap((one) => {
    if (one.kind !== 'constant') return influences(session, scope, [one], subtype);
    const column = one.isNumber ? columns[Number(one.value) - 1] : undefined;
    return column === undefined ? [] : influencesOf(column.value, subtype);
  });
}

/** The columns of a SELECT list, in order; each may use those before it where the dialect lets it. */
export function itemColumns(
  session: Session,
  scope: Scope,
  items: readonly SelectItem[],
): { readonly columns: readonly Column[]; readonly opens: readonly Opening[] } {
  const columns: Column[] = [];
  const opens: Opening[] = [];
  const made = new Map<string, ColumnValue>();
  const inner = session.dialect.hasLateralAliases ? { ...scope, made } : scope;
  for (const item of items) {
    const { value: expression } = item;
    if (expression.kind === 'star') {
      const expansion = resolveStar(session, inner, expression, (one) =>
        placedAt(resolveExpression(session, inner, one), expression.at),
      );
      columns.push(...expansion.columns.map(({ name, value }) => ({ name, value: starredAt(value, expression.at) })));
      opens.push(...expansion.opens);
      continue;
    }
    const value = placedAt(resolveExpression(session, inner, expression), item.anchor);
    for (const name of namesOf(item, columns.length)) {
      columns.push({ name, value });
      if (item.alias !== null) made.set(name.toLowerCase(), value);
    }
  }
  return { columns, opens };
}

function namesOf({ alias, aliases, value }: SelectItem, position: number): readonly string[] {
  if (aliases.length > 0) return aliases.map(({ name }) => name);
  return [alias?.name ?? impliedName(value) ?? `column${position + 1}`];
}

/** The name that a column has without an alias; null when that is up to the database. */
function impliedName(value: Expression): string | null {
  switch (value.kind) {
    case 'column':
      return value.parts.at(-1)?.name ?? null;
    case 'windowed':
      return impliedName(value.call);
    case 'case':
      return 'case';
    case 'call':
      return callName(value);
    default:
      return null;
  }
}

/** A cast keeps the name of what it casts. */
function callName({ name, args: [first] }: Call): string {
  return (name === 'cast' && first !== undefined ? impliedName(first) : null) ?? name;
}
