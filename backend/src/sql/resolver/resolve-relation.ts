import type {
  Aliased,
  FunctionRelation,
  JoinedRelation,
  RelationSyntax,
  TableRelation as TableSyntax,
} from '../syntax';
import { functionColumns } from './function-columns';
import { resolvePivot, resolveUnpivot } from './pivot';
import { FunctionRows, QueryRelation, TableRelation, type Column, type ReadColumn, type Relation } from './relation';
import { resolveExpression } from './resolve-expression';
import { resolveFrom } from './resolve-from';
import { emptyScope, findCte, type Scope } from './scope';
import { readColumn, type Session } from './session';
import { affected, influenced, merged, TRANSFORMED } from './value';

/** What stands in FROM, as a relation. `scope`: the names before it, and those around the query. */
export function resolveRelation(session: Session, syntax: RelationSyntax, scope: Scope): Relation {
  const { columnAliases } = syntax;
  return columnAliases.length === 0 || syntax.kind === 'function'
    ? resolveUnnamed(session, syntax, scope)
    : renamed(session, resolveUnnamed(session, syntax, scope), columnAliases);
}

function resolveUnnamed(session: Session, syntax: RelationSyntax, scope: Scope): Relation {
  switch (syntax.kind) {
    case 'table':
      return resolveTable(session, syntax, scope);
    case 'derived':
      return session.resolveQuery(session, syntax.query, scope.ctes, outerOf(scope));
    case 'function':
      return resolveFunction(session, syntax, scope);
    case 'joined':
      return resolveJoined(session, syntax, scope);
    case 'pivot':
      return resolvePivot(session, syntax, scope);
    case 'unpivot':
      return resolveUnpivot(session, syntax, scope);
  }
}

/** APPLY and some dialects let any subquery see what stands before it; looking there last harms nothing. */
const outerOf = (scope: Scope): Scope | null => (scope.relations.length > 0 ? scope : scope.outer);

/** Columns read from tables in this session. */
export const readerOf =
  (session: Session): ReadColumn =>
  (table, column, at, sure) =>
    readColumn(session, table, column, at, sure);

function resolveTable(session: Session, table: TableSyntax, scope: Scope): Relation {
  const { name, alias } = table;
  const known = madeInText(session, name, scope);
  if (known !== null) return known;
  if (session.dialect.unnestsInFrom && name.length > 1 && isBefore(scope, name)) {
    return resolveFunction(session, { ...UNNEST, args: [{ kind: 'column', parts: name }], alias }, scope);
  }
  return new TableRelation(session.tables.find(name), readerOf(session));
}

/** A CTE, or a table that an earlier statement made. */
function madeInText(session: Session, name: TableSyntax['name'], scope: Scope): Relation | null {
  const last = name.at(-1)?.name.toLowerCase() ?? '';
  const table = name.length === 1 ? session.tables.cte(last) : null;
  if (table !== null) return new TableRelation(table, readerOf(session));
  const cte = name.length === 1 ? findCte(scope.ctes, last) : null;
  return cte === null ? (session.made.get(last) ?? null) : cte();
}

const UNNEST: FunctionRelation = {
  kind: 'function',
  name: 'unnest',
  args: [],
  columns: [],
  offsetAlias: null,
  hasOrdinality: false,
  alias: null,
  columnAliases: [],
};

/** `from t, t.items`: the first part is the name of something that stands before it. */
function isBefore(scope: Scope, [first]: TableSyntax['name']): boolean {
  const wanted = first?.name.toLowerCase();
  return scope.relations.some((one) => (one.alias ?? one.name.at(-1))?.name.toLowerCase() === wanted);
}

function resolveJoined(session: Session, { items }: JoinedRelation, scope: Scope): Relation {
  const own = emptyScope(scope.ctes, scope);
  const { scope: inner, rows } = resolveFrom(session, own, items);
  const shared = [...inner.shared.values()];
  const rest = inner.relations.flatMap(({ relation, shared: hidden }) =>
    relation.expand(-1).filter(({ name }) => !hidden.has(name.toLowerCase())),
  );
  const opens = inner.relations.flatMap(({ relation }) => relation.opens);
  return new QueryRelation([...shared, ...rest], opens, rows);
}

/** Rows that come out of the arguments; a query among them is read as rows of its own. */
function resolveFunction(session: Session, call: FunctionRelation, scope: Scope): Relation {
  const args = call.args.map((one) => resolveExpression(session, scope, one));
  const all = affected(merged(args), TRANSFORMED);
  const value = influenced({ direct: all.direct, indirect: new Map() }, []);
  const columns = functionColumns(
    call,
    args.map((one) => affected(one, TRANSFORMED)),
    value,
  );
  const rows = { influences: [...all.indirect.values()], inputs: [] };
  return new FunctionRows(columns, value, rows, value.direct.size > 0 || columns.length === 0);
}

/** `as t (a, b)`: new names for the first columns, the rest keep theirs. */
function renamed(session: Session, relation: Relation, names: Aliased['columnAliases']): Relation {
  const columns = relation.expand(-1);
  const named = names.map(({ name }, at): Column => ({ name, value: columns[at]?.value ?? emptyValue() }));
  return new QueryRelation([...named, ...columns.slice(names.length)], [], relation.rows);
}

const emptyValue = (): Column['value'] => merged([]);
