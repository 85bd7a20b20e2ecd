import type { SqlTarget } from '../analysis';
import type { Assignment, InsertStatement, MergeStatement, Statement, TableName, UpdateStatement } from '../syntax';
import {
  FunctionRows,
  NO_ROWS,
  QueryRelation,
  TableRelation,
  type Column,
  type Opening,
  type Relation,
  type RowSource,
} from './relation';
import { influences, resolveExpression } from './resolve-expression';
import { resolveFrom } from './resolve-from';
import { resolveQuery, withCtes } from './resolve-query';
import { readerOf } from './resolve-relation';
import { itemColumns } from './resolve-select';
import { emptyScope, NO_CTES, type Scope } from './scope';
import { note, type Session } from './session';
import type { Table } from './table';
import { placedAt } from './value';

/** What one statement writes, before it is told in the caller's words. */
export interface Written {
  /** Null for a bare query. */
  readonly table: Table | null;
  readonly operation: SqlTarget['operation'];
  readonly columns: readonly Column[];
  readonly opens: readonly Opening[];
  readonly rows: RowSource;
}

type Resolve<Kind extends Statement['kind']> = (
  session: Session,
  statement: Extract<Statement, { readonly kind: Kind }>,
) => Written | null;

const RESOLVE: { readonly [Kind in Statement['kind']]: Resolve<Kind> } = {
  query: (session, { query }) => written(null, 'query', resolveQuery(session, query, NO_CTES, null)),
  create: resolveCreate,
  copy: resolveCopy,
  define: (session, { target, columns }) => {
    session.tables.define(
      target,
      columns.map(({ name }) => name),
    );
    return null;
  },
  insert: resolveInsert,
  update: resolveUpdate,
  merge: resolveMerge,
  other: (session, { what, isHarmless }) => noteOther(session, what, isHarmless),
};

/** Resolves one statement; null when it writes nothing that could be followed. */
export function resolveStatement(session: Session, statement: Statement): Written | null {
  const resolve = RESOLVE[statement.kind] as Resolve<Statement['kind']>;
  return resolve(session, statement);
}

function resolveCopy(session: Session, { target, source: name }: Extract<Statement, { kind: 'copy' }>): Written {
  const source = new TableRelation(session.tables.find(name), readerOf(session));
  return made(session, target, new QueryRelation(source.expand(-1), source.opens, NO_ROWS));
}

function written(table: Table | null, operation: Written['operation'], relation: Relation): Written {
  return { table, operation, columns: relation.expand(-1), opens: relation.opens, rows: relation.rows };
}

function noteOther(session: Session, what: string, isHarmless: boolean): null {
  const message = `${what.toUpperCase()} is not followed`;
  if (!isHarmless) note(session, { code: 'UNSUPPORTED', message, at: -1, isGap: true });
  return null;
}

/** Later statements of the same text know the columns of a table it made. */
function made(session: Session, target: TableName, relation: Relation): Written {
  const result = written(session.tables.find(target), 'create', relation);
  const key = target.at(-1)?.name.toLowerCase() ?? '';
  const columns = relation.expand(-1).map(({ name }) => name);
  const table = { ...session.tables.find(target), columns, isComplete: relation.opens.length === 0 };
  session.made.set(
    key,
    new TableRelation(table, (_, column, at, sure) => readerOf(session)(session.tables.find(target), column, at, sure)),
  );
  return result;
}

function resolveCreate(session: Session, statement: Extract<Statement, { kind: 'create' }>): Written | null {
  const query = resolveQuery(session, statement.query, NO_CTES, null);
  const names = statement.columns;
  const columns = query.expand(-1);
  const named =
    names.length === 0
      ? query
      : new QueryRelation(
          columns.map((column, at) => ({ ...column, name: names[at]?.name ?? column.name })),
          query.opens,
          query.rows,
        );
  if (!statement.isTemporary) return made(session, statement.target, named);
  session.made.set(statement.target.at(-1)?.name.toLowerCase() ?? '', named);
  return null;
}

function resolveInsert(session: Session, insert: InsertStatement): Written {
  const table = session.tables.find(insert.target);
  const query = resolveQuery(session, insert.query, NO_CTES, null);
  const columns = insertedColumns(insert, table, query);
  const own = new QueryRelation(columns, query.opens, query.rows);
  const updated = onConflict(session, insert, own, table);
  return { table, operation: 'insert', columns: [...columns, ...updated], opens: query.opens, rows: query.rows };
}

/** By the list of columns, by name, or by the order of the target's columns; otherwise under the query's own names. */
function insertedColumns(insert: InsertStatement, table: Table, query: Relation): readonly Column[] {
  const columns = query.expand(-1);
  if (insert.isByName || (query.opens.length > 0 && insert.columns.length === 0)) return columns;
  const listed = insert.columns.map(({ name }) => name);
  const partitions = insert.dynamicPartitions.map(({ name }) => name);
  const known = table.isComplete && table.columns.length >= columns.length ? table.columns : [];
  const names = listed.length > 0 ? listed : known;
  return columns.map(({ name, value }, at) => {
    const fromEnd = columns.length - at;
    const partition = fromEnd <= partitions.length ? partitions[partitions.length - fromEnd] : undefined;
    return { name: (listed.length > 0 ? undefined : partition) ?? names[at] ?? name, value };
  });
}

/** ON CONFLICT DO UPDATE SET a = excluded.b: `excluded` and VALUES() are the row that was to be inserted. */
function onConflict(session: Session, insert: InsertStatement, row: Relation, table: Table): readonly Column[] {
  if (insert.onConflict.length === 0) return [];
  const excluded = { name: 'excluded', isQuoted: false, at: -1 };
  const target = new TableRelation(table, readerOf(session));
  const scope: Scope = {
    ...emptyScope(NO_CTES, null),
    relations: [
      { alias: null, name: insert.target, relation: target, shared: new Set() },
      { alias: excluded, name: [], relation: row, shared: new Set() },
    ],
  };
  return assigned(session, scope, insert.onConflict).filter(
    ({ value }) => ![...value.direct.keys()].every((one) => one.table === table),
  );
}

function assigned(session: Session, scope: Scope, assignments: readonly Assignment[]): readonly Column[] {
  return assignments.map(({ column, value, anchor }) => ({
    name: column.name,
    value: placedAt(resolveExpression(session, scope, value), anchor),
  }));
}

function resolveUpdate(session: Session, update: UpdateStatement): Written {
  const ctes = withCtes(session, update, NO_CTES, null);
  const start = emptyScope(ctes, null);
  const isInFrom = update.from.some(({ relation }) => isTarget(update, relation));
  const own = targetRelation(session, update.target, update.alias);
  const { scope, rows } = resolveFrom(session, isInFrom ? start : { ...start, relations: [own] }, update.from);
  const name = isInFrom ? realName(update) : update.target;
  const filters = influences(session, scope, update.where, 'FILTER');
  return {
    table: session.tables.find(name),
    operation: 'update',
    columns: assigned(session, scope, update.assignments),
    opens: [],
    rows: { influences: filters, inputs: [rows] },
  };
}

type FromRelation = UpdateStatement['from'][number]['relation'];

/** `update t set … from real_table t`: the target is named by its alias, or stands in FROM again. */
function isTarget(update: UpdateStatement, relation: FromRelation): boolean {
  const [only, ...more] = update.target;
  if (relation.kind !== 'table' || update.alias !== null) return false;
  const name = more.length === 0 ? only?.name.toLowerCase() : undefined;
  return name !== undefined && (relation.alias ?? relation.name.at(-1))?.name.toLowerCase() === name;
}

function realName(update: UpdateStatement): TableName {
  const found = update.from.map(({ relation }) => relation).find((relation) => isTarget(update, relation));
  return found?.kind === 'table' ? found.name : update.target;
}

function targetRelation(
  session: Session,
  name: TableName,
  alias: UpdateStatement['alias'],
): Scope['relations'][number] {
  const relation = new TableRelation(session.tables.find(name), readerOf(session));
  return { alias, name, relation, shared: new Set() };
}

function resolveMerge(session: Session, merge: MergeStatement): Written {
  const ctes = withCtes(session, merge, NO_CTES, null);
  const target = targetRelation(session, merge.target, merge.alias);
  const start = emptyScope(ctes, null);
  const { scope: sourceScope, rows } = resolveFrom(session, start, [{ relation: merge.source, join: null }]);
  const scope = { ...sourceScope, relations: [...sourceScope.relations, target] };
  const source =
    sourceScope.relations[0]?.relation ??
    new FunctionRows([], { direct: new Map(), indirect: new Map() }, NO_ROWS, false);
  const table = session.tables.find(merge.target);
  const conditions = merge.actions.flatMap(({ condition }) => condition);
  const columns = merge.actions.flatMap((action) => [
    ...assigned(session, scope, action.assignments),
    ...insertedValues(session, scope, action.values, table),
    ...(action.isEverything ? source.expand(-1) : []),
  ]);
  const found = [...influences(session, scope, merge.on, 'JOIN'), ...influences(session, scope, conditions, 'FILTER')];
  const opens = merge.actions.some(({ isEverything }) => isEverything) ? source.opens : [];
  return { table, operation: 'merge', columns, opens, rows: { influences: found, inputs: [rows] } };
}

function insertedValues(
  session: Session,
  scope: Scope,
  items: MergeStatement['actions'][number]['values'],
  table: Table,
): readonly Column[] {
  return itemColumns(session, scope, items).columns.map(({ name, value }, at) => ({
    name: table.columns[at] ?? name,
    value,
  }));
}
