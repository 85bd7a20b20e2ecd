import type {
  Assignment,
  CreateStatement,
  Identifier,
  InsertStatement,
  MergeAction,
  MergeStatement,
  OtherStatement,
  Query,
  Statement,
  UpdateStatement,
} from '../syntax';
import { firstOffsetIn, withOf } from './read-query';
import { tableNameOf } from './read-relation';
import { bodyIf, bodyOf, identifierOf, identifiersOf, listOf, textOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

type StatementReader = (body: Body, read: Reading) => readonly Statement[];

const QUERIES = new Set(['select', 'union', 'intersect', 'except', 'subquery', 'values', 'pivot', 'unpivot']);
/** Statements that surely move no data from table to table. */
const HARMLESS =
  /^(drop|alter|undrop|truncate|use|set|grant|revoke|comment|create_(schema|database|index|sequence|function|type|synonym|trigger)|describe|show|declare|pragma|kill|transaction|commit|rollback|analyze|refresh|attach|detach|install|summarize|cache|uncache|delete|query_band|lock)/;

/** A statement of the parser's tree; a block of several gives several. */
export function readStatement(node: unknown, read: Reading): readonly Statement[] {
  const type = typeOf(node) ?? '';
  const body = bodyOf(bodyOf(node)[type]);
  if (QUERIES.has(type)) return readQueryStatement(node, body, read);
  return STATEMENTS.get(type)?.(body, read) ?? [other(type)];
}

function other(type: string): OtherStatement {
  return { kind: 'other', what: type.replaceAll('_', ' '), isHarmless: HARMLESS.test(type) };
}

function readQueryStatement(node: unknown, body: Body, read: Reading): readonly Statement[] {
  const query = read.query(node);
  const into = intoOf(query);
  if (into === null) return [{ kind: 'query', query }];
  const { temporary } = bodyOf(body['into']);
  const isTemporary = temporary === true || (into.at(-1)?.name.startsWith('#') ?? false);
  return [{ kind: 'create', target: into, isTemporary, columns: [], query }];
}

const intoOf = (query: Query): CreateStatement['target'] | null =>
  query.body.kind === 'select' ? query.body.into : query.body.kind === 'set' ? intoOf(query.body.left) : null;

/** A query with the CTEs of the statement around it. */
function queryWithin(node: unknown, clause: unknown, read: Reading): Query {
  const query = read.query(node);
  const outer = withOf(clause, read);
  return { ...query, ctes: [...outer.ctes, ...query.ctes], isRecursive: outer.isRecursive || query.isRecursive };
}

function readCreateTable(body: Body, read: Reading): readonly Statement[] {
  const target = tableNameOf(body['name']);
  if (body['clone_source'] !== null && body['clone_source'] !== undefined) {
    return [{ kind: 'copy', target, source: tableNameOf(body['clone_source']) }];
  }
  if (body['as_select'] === null || body['as_select'] === undefined) {
    return [{ kind: 'define', target, columns: [...identifiersOf(body['columns']), ...partitionsOf(body)] }];
  }
  return [
    {
      kind: 'create',
      target,
      isTemporary: body['temporary'] === true || (target.at(-1)?.name.startsWith('#') ?? false),
      columns: identifiersOf(body['columns']),
      query: queryWithin(body['as_select'], body['with_cte'], read),
    },
  ];
}

/** Hive lists the columns of partitions apart. */
function partitionsOf(body: Body): readonly Identifier[] {
  const properties = [...listOf(body['properties']), ...listOf(body['post_table_properties'])];
  const schema = properties.map((one) => bodyIf(bodyIf(one, 'partitioned_by_property')?.['this'], 'schema'));
  return [...listOf(body['with_partition_columns']), ...schema.flatMap((one) => listOf(one?.['expressions']))].flatMap(
    (one) => identifierOf(one) ?? [],
  );
}

function readCreateView(body: Body, read: Reading): readonly Statement[] {
  const target = tableNameOf(body['to_table'] ?? body['name']);
  return [
    {
      kind: 'create',
      target,
      isTemporary: body['temporary'] === true,
      columns: identifiersOf(body['columns']),
      query: read.query(body['query']),
    },
  ];
}

function readCache(body: Body, read: Reading): readonly Statement[] {
  const target = identifiersOf([body['table']]);
  if (body['query'] === null || target.length === 0) return [other('cache')];
  return [{ kind: 'create', target, isTemporary: true, columns: [], query: read.query(body['query']) }];
}

function readInsert(body: Body, read: Reading): readonly Statement[] {
  const directory = body['directory'] !== null && body['directory'] !== undefined;
  const partition = listOf(body['partition']).map(listOf);
  const rows = listOf(body['values']);
  const source = rows.length > 0 ? valuesNode(rows) : (body['query'] ?? body['source']);
  const insert: InsertStatement = {
    kind: 'insert',
    target: tableNameOf(body['table']),
    columns: identifiersOf(body['columns']),
    dynamicPartitions: partition.flatMap(([name, value]) => (value === null ? (identifierOf(name) ?? []) : [])),
    isByName: body['by_name'] === true,
    query: queryWithin(source, body['with'], read),
    onConflict: onConflictOf(body['on_conflict'], read),
  };
  return [directory ? { kind: 'query', query: insert.query } : insert];
}

const valuesNode = (rows: readonly unknown[]): unknown => ({ values: { expressions: rows } });

function onConflictOf(node: unknown, read: Reading): readonly Assignment[] {
  const body = bodyIf(node, 'on_conflict') ?? bodyOf(node);
  const action = bodyIf(body['action'], 'tuple');
  return assignmentsOf([...listOf(action?.['expressions']), ...listOf(body['expressions'])], read);
}

/** `a = x` nodes; qualified columns are columns of the target all the same. */
function assignmentsOf(nodes: readonly unknown[], read: Reading): readonly Assignment[] {
  return nodes.flatMap((node) => {
    const equation = bodyIf(node, 'eq');
    const column = identifierOf(equation?.['left']);
    if (equation === null || column === null) return [];
    return [{ column, value: read.expression(equation['right']), anchor: anchorOf(column, equation['right']) }];
  });
}

const anchorOf = (column: Identifier, value: unknown): number => (column.at >= 0 ? column.at : firstOffsetIn(value));

function readUpdate(body: Body, read: Reading): readonly Statement[] {
  const table = bodyOf(body['table']);
  const extra = listOf(body['extra_tables']).map((one) => ({ table: one }));
  const update: UpdateStatement = {
    kind: 'update',
    ...withOf(body['with'], read),
    target: tableNameOf(table),
    alias: identifierOf(table['alias']),
    from: [
      ...read.from({ expressions: extra }, body['table_joins']),
      ...read.from(body['from_clause'], body['from_joins']),
    ],
    assignments: listOf(body['set']).flatMap((pair) => setOf(listOf(pair), read)),
    where: [bodyOf(body['where_clause'])['this']].filter((one) => one !== undefined).map(read.expression),
  };
  return [update];
}

/** `t.a = x` keeps the whole name in one identifier. */
function setOf([name, value]: readonly unknown[], read: Reading): readonly Assignment[] {
  const column = identifierOf(name);
  if (column === null) return [];
  const last = column.isQuoted ? column.name : (column.name.split('.').at(-1) ?? column.name);
  return [{ column: { ...column, name: last }, value: read.expression(value), anchor: anchorOf(column, value) }];
}

function readMerge(body: Body, read: Reading): readonly Statement[] {
  const target = bodyIf(body['this'], 'alias') ?? bodyIf(body['this'], 'table') ?? {};
  const whens = listOf(bodyIf(body['whens'], 'whens')?.['expressions']);
  const merge: MergeStatement = {
    kind: 'merge',
    ctes: withOf(body['with_'], read).ctes,
    target: tableNameOf(body['this']),
    alias: identifierOf(target['alias']),
    source: read.relation(body['using']),
    on: [body['on']].filter((one) => one !== null && one !== undefined).map(read.expression),
    actions: whens.map((when) => actionOf(bodyIf(when, 'when') ?? {}, read)),
  };
  return [merge];
}

function actionOf(when: Body, read: Reading): MergeAction {
  const parts = listOf(bodyIf(when['then'], 'tuple')?.['expressions']);
  const [verb, first, second] = parts;
  const condition = when['condition'];
  const action = {
    condition: condition === null || condition === undefined ? [] : [read.expression(condition)],
    assignments: [],
    values: [],
    isEverything: bodyIf(first, 'star') !== null,
  };
  if (textOf(bodyIf(verb, 'var')?.['this']) === 'UPDATE') {
    return { ...action, assignments: assignmentsOf(listOf(bodyIf(first, 'tuple')?.['expressions']), read) };
  }
  return { ...action, ...insertedBy(first, second, read) };
}

/** `insert (a, b) values (x, y)`, or `insert values (x, y)`. */
function insertedBy(first: unknown, second: unknown, read: Reading): Pick<MergeAction, 'assignments' | 'values'> {
  const names = listOf(bodyIf(first, 'tuple')?.['expressions']);
  if (second === undefined || second === null) return { assignments: [], values: read.items(names) };
  const values = listOf(bodyIf(second, 'tuple')?.['expressions']);
  return {
    values: [],
    assignments: names.flatMap((name, at) => {
      const column = identifierOf(name);
      if (column === null) return [];
      return [{ column, value: read.expression(values[at]), anchor: firstOffsetIn(values[at]) }];
    }),
  };
}

/** Snowflake's INSERT ALL: one insert per branch, each with its own pick of the source's columns. */
function readMultitable(body: Body, read: Reading): readonly Statement[] {
  return listOf(body['expressions']).flatMap((branch) => {
    const insert = bodyIf(bodyIf(branch, 'conditional_insert')?.['this'] ?? branch, 'insert');
    if (insert === null) return [];
    const picked = listOf(insert['values']).flatMap(listOf);
    const from = { expressions: [{ subquery: { this: body['source'] } }] };
    const query = { select: { expressions: picked.length > 0 ? picked : [{ star: {} }], from } };
    return readInsert({ ...insert, values: [], query }, read);
  });
}

function readBlock(body: Body, read: Reading): readonly Statement[] {
  const parts = [...listOf(bodyOf(body['body'])['Statements']), ...listOf(body['try_body'])];
  return parts.length > 0 ? parts.flatMap((one) => readStatement(one, read)) : [other('procedure')];
}

const inner =
  (field: string): StatementReader =>
  (body, read) =>
    readStatement(body[field], read);

const STATEMENTS: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['create_table', readCreateTable],
  ['create_view', readCreateView],
  ['cache', readCache],
  ['insert', readInsert],
  ['update', readUpdate],
  ['merge', readMerge],
  ['multitable_inserts', readMultitable],
  ['create_procedure', readBlock],
  ['try_catch', readBlock],
  ['prepare', inner('statement')],
  ['create_task', inner('body')],
  ['paren', inner('this')],
  ['annotated', inner('this')],
]);
