import type {
  Cte,
  Identifier,
  Query,
  QueryBody,
  Returning,
  SetOperation,
  TableRelation as TableSyntax,
} from '../syntax';
import { NO_ROWS, QueryRelation, TableRelation, type Column, type Opening, type Relation } from './relation';
import { readerOf } from './resolve-relation';
import { influences, resolveExpression } from './resolve-expression';
import { itemColumns, resolveSelect } from './resolve-select';
import { emptyScope, type CteScope, type Scope } from './scope';
import type { Session } from './session';
import { influencesOf, merged, type ColumnValue, type Influence } from './value';

/** Rounds of a recursive CTE: columns that feed one another settle in as many rounds as there are columns, at most. */
const MAX_ROUNDS = 8;

/** A query as a relation. `outer`: names of the query around it, which it may use. */
export function resolveQuery(session: Session, query: Query, ctes: CteScope, outer: Scope | null): Relation {
  const inner = withCtes(session, query, ctes, outer);
  const relation = resolveBody(session, query.body, inner, outer);
  if (query.order.length === 0) return relation;
  const order = orderInfluences(session, query, relation, inner, outer);
  return withRows(relation, order);
}

function withRows(relation: Relation, more: readonly Influence[]): Relation {
  const rows = { influences: more, inputs: [relation.rows] };
  return new QueryRelation(relation.expand(-1), relation.opens, rows);
}

/** ORDER BY after a set operation knows the columns of the result alone. */
function orderInfluences(
  session: Session,
  query: Query,
  relation: Relation,
  ctes: CteScope,
  outer: Scope | null,
): readonly Influence[] {
  const own = { alias: null, name: [], relation, shared: new Set<string>() };
  const scope = { ...emptyScope(ctes, outer), relations: [own] };
  return query.order.flatMap((one) => {
    if (one.kind !== 'constant') return influences(session, scope, [one], 'SORT');
    const column = one.isNumber ? relation.expand(-1)[Number(one.value) - 1] : undefined;
    return column === undefined ? [] : influencesOf(column.value, 'SORT');
  });
}

/** CTEs see those before them; with RECURSIVE, and in dialects that do not need the word, also themselves. */
export function withCtes(session: Session, query: Pick<Query, 'ctes'>, ctes: CteScope, outer: Scope | null): CteScope {
  let scope = ctes;
  for (const cte of query.ctes) {
    const before = scope;
    let resolved: Relation | null = null;
    const resolve = (): Relation => (resolved ??= resolveCte(session, cte, before, outer));
    scope = { relations: new Map([[cte.name.name.toLowerCase(), resolve]]), outer: before };
  }
  return scope;
}

function resolveCte(session: Session, cte: Cte, before: CteScope, outer: Scope | null): Relation {
  const { body } = cte.query;
  const named = (relation: Relation): Relation => renamed(relation, cte);
  if (body.kind !== 'set' || !mentions(body.right, cte.name.name.toLowerCase())) {
    return named(resolveQuery(session, cte.query, before, outer));
  }
  const inner = withCtes(session, cte.query, before, outer);
  let known = named(resolveQuery(session, body.left, inner, outer));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const itself = known;
    const relations = new Map([[cte.name.name.toLowerCase(), () => itself]]);
    const next = named(resolveBody(session, body, { relations, outer: inner }, outer));
    const isSettled = sizeOf(next) === sizeOf(known);
    known = next;
    if (isSettled) break;
  }
  return known;
}

const sizeOf = (relation: Relation): number =>
  relation.expand(-1).reduce((sum, { value }) => sum + value.direct.size + value.indirect.size, 0);

/** Whether a table of that name is read somewhere in a query. */
function mentions(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isTableNamed(value, name) || Object.values(value).some((one) => mentions(one, name));
}

function isTableNamed(value: object, name: string): boolean {
  const { kind, name: parts } = value as Partial<TableSyntax>;
  return kind === 'table' && parts?.length === 1 && parts[0]?.name.toLowerCase() === name;
}

/** `with c (a, b) as (…)`. */
function renamed(relation: Relation, { columns: names }: Cte): Relation {
  if (names.length === 0) return relation;
  const columns = relation.expand(-1);
  const opens = columns.length >= names.length ? [] : relation.opens;
  const named = names.map(({ name }, at): Column => ({ name, value: columns[at]?.value ?? merged([]) }));
  return new QueryRelation(named, opens, relation.rows);
}

function resolveBody(session: Session, body: QueryBody, ctes: CteScope, outer: Scope | null): Relation {
  switch (body.kind) {
    case 'select':
      return resolveSelect(session, body, ctes, outer);
    case 'set':
      return resolveSetOperation(session, body, ctes, outer);
    case 'nested':
      return resolveQuery(session, body.query, ctes, outer);
    case 'rows':
      return resolveRows(session, body.rows, ctes, outer);
    case 'returning':
      return resolveReturning(session, body, ctes, outer);
  }
}

function resolveRows(
  session: Session,
  rows: Extract<QueryBody, { kind: 'rows' }>['rows'],
  ctes: CteScope,
  outer: Scope | null,
): Relation {
  const scope = emptyScope(ctes, outer);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, at): Column => {
    const values = rows.flatMap((row) => (row[at] === undefined ? [] : [resolveExpression(session, scope, row[at])]));
    return { name: `column${at + 1}`, value: merged(values) };
  });
  return new QueryRelation(columns, [], NO_ROWS);
}

function resolveReturning(
  session: Session,
  { table, items }: Returning,
  ctes: CteScope,
  outer: Scope | null,
): Relation {
  const relation = new TableRelation(session.tables.find(table), readerOf(session));
  const own = { alias: null, name: table, relation, shared: new Set<string>() };
  const { columns, opens } = itemColumns(session, { ...emptyScope(ctes, outer), relations: [own] }, items);
  return new QueryRelation(columns, opens, NO_ROWS);
}

/** Columns by position under the names of the left side, or by name. EXCEPT shows the left side and is filtered by the right. */
function resolveSetOperation(session: Session, body: SetOperation, ctes: CteScope, outer: Scope | null): Relation {
  const left = resolveQuery(session, body.left, ctes, outer);
  const right = resolveQuery(session, body.right, ctes, outer);
  const inputs = [left.rows, right.rows];
  if (body.operator === 'except') {
    const filters = right.expand(-1).flatMap(({ value }) => influencesOf(value, 'FILTER'));
    return new QueryRelation(left.expand(-1), left.opens, { influences: filters, inputs });
  }
  const columns = isByName(body, left, right) ? byName(left, right) : byPosition(left, right);
  return new QueryRelation(columns, openingOf(left, right), { influences: [], inputs });
}

/** Where a `*` hides how many columns there are, position says nothing. */
const isByName = (body: SetOperation, left: Relation, right: Relation): boolean =>
  body.isByName || left.opens.length + right.opens.length > 0;

/** Behind the `*`s of both sides a name has to be on each of them. */
function openingOf(left: Relation, right: Relation): readonly Opening[] {
  const opens = [...left.opens, ...right.opens];
  const [first] = opens;
  if (first === undefined) return [];
  const read = (name: Identifier): ColumnValue | null => {
    const sides = [left, right].flatMap((side) => side.find(name, []) ?? side.guess(name, []) ?? []);
    return sides.length === 2 ? merged(sides) : null;
  };
  return [{ tables: opens.flatMap(({ tables }) => tables), hidden: new Set(), at: first.at, read }];
}

function byPosition(left: Relation, right: Relation): readonly Column[] {
  const others = right.expand(-1);
  return left.expand(-1).map(({ name, value }, at) => ({ name, value: both(value, others[at]?.value) }));
}

function byName(left: Relation, right: Relation): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const { name, value } of [...left.expand(-1), ...right.expand(-1)]) {
    const known = columns.get(name.toLowerCase());
    columns.set(name.toLowerCase(), { name: known?.name ?? name, value: both(value, known?.value) });
  }
  return [...columns.values()].map(({ name, value }) => {
    const identifier = { name, isQuoted: true, at: -1 };
    const missing = [left, right].flatMap((side) =>
      side.find(identifier, []) === null ? (side.guess(identifier, []) ?? []) : [],
    );
    return { name, value: merged([value, ...missing]) };
  });
}

const both = (one: ColumnValue, other: ColumnValue | undefined): ColumnValue =>
  other === undefined ? one : merged([one, other]);
