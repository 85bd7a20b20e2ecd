import type {
  Aliased,
  DerivedRelation,
  Expression,
  FromItem,
  FunctionRelation,
  Identifier,
  Join,
  RelationSyntax,
  TableName,
} from '../syntax';
import { expressionsIn } from './read-call';
import { readPivot, readUnpivot } from './read-pivot';
import { bodyIf, bodyOf, identifierOf, identifiersOf, listOf, textOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

/** The parts of a table's name, outermost first, from a table node or its body; empty when there is no table. */
export function tableNameOf(node: unknown): TableName {
  const alias = bodyIf(node, 'alias');
  if (alias !== null) return tableNameOf(alias['this']);
  const body = bodyIf(node, 'table') ?? bodyOf(node);
  const { catalog, schema, name } = body;
  const known = [identifierOf(catalog), schemaOf(catalog, schema), identifierOf(name)].filter((part) => part !== null);
  return known.length > 0 ? known : identifiersOf([node]);
}

/** `db..t` leaves the schema out: a name without text. */
function schemaOf(catalog: unknown, schema: unknown): Identifier | null {
  const isLeftOut = identifierOf(catalog) !== null && bodyOf(schema)['name'] === '';
  return isLeftOut ? { name: '', isQuoted: true, at: -1 } : identifierOf(schema);
}

/** FROM and its joins, in the order in which they are written. */
export function readFrom(clause: unknown, joins: unknown, read: Reading): readonly FromItem[] {
  const first = listOf(bodyOf(clause)['expressions']).map((node) => ({ relation: read.relation(node), join: null }));
  return [...first, ...listOf(joins).map((node) => joinOf(node, read))];
}

function joinOf(node: unknown, read: Reading): FromItem {
  const view = bodyIf(node, 'lateral_view');
  if (view !== null) return lateralView(view, read);
  const body = bodyIf(node, 'join') ?? bodyOf(node);
  const kind = textOf(body['kind']) ?? 'Inner';
  const pivots = listOf(body['pivots']);
  const inner = read.relation(body['this']);
  return {
    relation: pivots.reduce<RelationSyntax>((input, pivot) => pivotOver(input, pivot, read), inner),
    join: { ...joinKind(kind), on: onOf(body, read), using: identifiersOf(body['using']) },
  };
}

function pivotOver(input: RelationSyntax, pivot: unknown, read: Reading): RelationSyntax {
  const body = bodyIf(pivot, 'pivot');
  if (body !== null) return readPivot(body, input, read);
  const unpivot = bodyIf(pivot, 'unpivot');
  return unpivot === null ? input : readUnpivot(unpivot, input);
}

function joinKind(kind: string): Pick<Join, 'side' | 'isNatural' | 'isFilter' | 'isLateral'> {
  const has = (word: string): boolean => kind.includes(word);
  return {
    side: sideOf(kind),
    isNatural: has('Natural'),
    isFilter: has('Semi') || has('Anti'),
    isLateral: has('Apply') || has('Lateral') || has('Array'),
  };
}

function sideOf(kind: string): Join['side'] {
  if (kind.includes('Full')) return 'full';
  if (kind.includes('Right')) return 'right';
  return /Left|OuterApply|Outer/.test(kind) ? 'left' : 'inner';
}

function onOf(body: Body, read: Reading): readonly Expression[] {
  return [body['on'], body['match_condition']].filter((one) => one !== null && one !== undefined).map(read.expression);
}

/** LATERAL VIEW explode(x) t AS a, b. */
function lateralView(body: Body, read: Reading): FromItem {
  const aliased = { alias: identifierOf(body['table_alias']), columnAliases: identifiersOf(body['column_aliases']) };
  const join: Join = { side: 'inner', on: [], using: [], isNatural: false, isFilter: false, isLateral: true };
  return { relation: { ...functionOf(body['this'], read), ...aliased }, join };
}

/** Anything that can stand in FROM. */
export function readRelation(node: unknown, read: Reading): RelationSyntax {
  const type = typeOf(node) ?? '';
  const body = bodyOf(bodyOf(node)[type]);
  const reader = RELATIONS.get(type);
  if (reader !== undefined) return reader(body, read);
  return functionOf(node, read);
}

const aliasedBy = (body: Body): Aliased => ({
  alias: identifierOf(body['alias']),
  columnAliases: identifiersOf(body['column_aliases'] ?? body['alias_columns']),
});

function readTable(body: Body, read: Reading): RelationSyntax {
  const called = body['identifier_func'];
  if (called !== null && called !== undefined) return { ...functionOf(called, read), ...aliasedBy(body) };
  return { kind: 'table', name: tableNameOf(body), ...aliasedBy(body) };
}

function readDerived(body: Body, read: Reading): RelationSyntax {
  const inner = body['this'];
  const aliased = aliasedBy(body);
  if (bodyIf(inner, 'joined_table') !== null || bodyIf(inner, 'table') !== null) {
    return { kind: 'joined', items: [{ relation: read.relation(inner), join: null }], ...aliased };
  }
  return { ...derived(inner, read), isLateral: body['lateral'] === true, ...aliased };
}

function derived(node: unknown, read: Reading): DerivedRelation {
  return { kind: 'derived', query: read.query(node), isLateral: false, alias: null, columnAliases: [] };
}

/** `x as y (a, b)`: the outer alias wins. */
function readAlias(body: Body, read: Reading): RelationSyntax {
  const inner = read.relation(body['this']);
  const { alias, columnAliases } = aliasedBy(body);
  return {
    ...inner,
    alias: alias ?? inner.alias,
    columnAliases: columnAliases.length > 0 ? columnAliases : inner.columnAliases,
  };
}

function readLateral(body: Body, read: Reading): RelationSyntax {
  const aliased = aliasedBy(body);
  const inner = body['this'];
  if (bodyIf(inner, 'subquery') !== null || bodyIf(inner, 'select') !== null) {
    return { ...derived(inner, read), isLateral: true, ...aliased };
  }
  return { ...functionOf(inner, read), ...aliased };
}

function readUnnest(body: Body, read: Reading): FunctionRelation {
  return {
    kind: 'function',
    name: 'unnest',
    args: [body['this'], ...listOf(body['expressions'])].map(read.expression),
    columns: [],
    offsetAlias: identifierOf(body['offset_alias']),
    hasOrdinality: body['with_ordinality'] === true,
    ...aliasedBy(body),
  };
}

/** `f(x) as r(a int, b text)` comes as a pair of the call and the definition of its columns. */
function readTuple(body: Body, read: Reading): RelationSyntax {
  const [called, definition] = listOf(body['expressions']);
  const alias = bodyIf(definition, 'table_alias');
  const columns = identifiersOf(alias?.['columns']);
  return { ...functionOf(called, read), alias: identifierOf(alias?.['this']), columnAliases: columns };
}

function functionOf(node: unknown, read: Reading): FunctionRelation {
  const type = typeOf(node) ?? '';
  const body = bodyOf(bodyOf(node)[type]);
  const name = (textOf(body['name']) ?? type).toLowerCase();
  const args = expressionsIn(body, read);
  // TABLE(f(…)) is f(…).
  if (name === 'table' && listOf(body['args']).length === 1) return functionOf(listOf(body['args'])[0], read);
  return {
    kind: 'function',
    name,
    args,
    columns: declaredColumns(body),
    offsetAlias: null,
    hasOrdinality: false,
    ...aliasedBy(body),
  };
}

/** Columns that OPENJSON, JSON_TABLE and XMLTABLE list. */
function declaredColumns(body: Body): readonly Identifier[] {
  const lists = [body['expressions'], bodyIf(body['schema'], 'j_s_o_n_schema')?.['expressions'], body['columns']];
  return lists.flatMap(listOf).flatMap((one) => {
    const definition =
      bodyIf(one, 'open_j_s_o_n_column_def') ?? bodyIf(one, 'j_s_o_n_column_def') ?? bodyIf(one, 'column_def');
    return definition === null ? [] : (identifierOf(definition['this']) ?? identifierOf(definition) ?? []);
  });
}

function readJoined(body: Body, read: Reading): RelationSyntax {
  const items = read.from({ expressions: [body['left']] }, [
    ...listOf(body['joins']),
    ...listOf(body['lateral_views']).map((view) => ({ lateral_view: view })),
  ]);
  return { kind: 'joined', items, ...aliasedBy(body) };
}

/** MATCH_RECOGNIZE gives its partition columns and measures, all made out of the rows it reads. */
function readMatchRecognize(body: Body, read: Reading): RelationSyntax {
  const measures = listOf(body['measures']).map((one) => bodyOf(one)['this']);
  const query = {
    select: {
      expressions: [...listOf(body['partition_by']), ...measures],
      from: { expressions: [body['this']] },
      order_by: { expressions: listOf(body['order_by']) },
    },
  };
  return { ...derived(query, read), ...aliasedBy(body) };
}

type RelationReader = (body: Body, read: Reading) => RelationSyntax;

const RELATIONS: ReadonlyMap<string, RelationReader> = new Map<string, RelationReader>([
  ['table', readTable],
  ['subquery', readDerived],
  ['select', (body, read) => derived({ select: body }, read)],
  ['union', (body, read) => derived({ union: body }, read)],
  ['values', (body, read) => ({ ...derived({ values: body }, read), ...aliasedBy(body) })],
  ['alias', readAlias],
  ['paren', (body, read) => read.relation(body['this'])],
  ['lateral', readLateral],
  ['unnest', readUnnest],
  ['tuple', readTuple],
  ['joined_table', readJoined],
  ['pivot', (body, read) => readPivot(body, read.relation(body['this']), read)],
  ['unpivot', (body, read) => readUnpivot(body, read.relation(body['this']))],
  ['match_recognize', readMatchRecognize],
  ['semantic_view', (body, read) => read.relation(body['this'])],
  [
    'column',
    (body) => ({
      kind: 'table',
      name: [identifierOf(body['table']), identifierOf(body['name'])].filter((one) => one !== null),
      alias: null,
      columnAliases: [],
    }),
  ],
  ['dot', (body, read) => dottedTable(body, read)],
  ['insert', (body, read) => derived({ insert: body }, read)],
  ['update', (body, read) => derived({ update: body }, read)],
  ['delete', (body, read) => derived({ delete: body }, read)],
]);

function dottedTable(body: Body, read: Reading): RelationSyntax {
  const expression = read.expression({ dot: body });
  return { kind: 'table', name: expression.kind === 'column' ? expression.parts : [], alias: null, columnAliases: [] };
}
