import type { Cte, Identifier, Query, QueryBody, Returning, Select, SelectItem, SetOperation } from '../syntax';
import { orderOf, windowSpecOf } from './read-call';
import { tableNameOf } from './read-relation';
import { bodyIf, bodyOf, identifierOf, identifiersOf, listOf, offsetOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

const NO_SELECT: Select = {
  kind: 'select',
  items: [],
  from: [],
  where: [],
  groupBy: [],
  isGroupedByAll: false,
  having: [],
  qualify: [],
  order: [],
  distinctOn: [],
  windows: [],
  into: null,
};

/** A query of the parser's tree; anything else is a query without columns. */
export function readQuery(node: unknown, read: Reading): Query {
  const type = typeOf(node);
  const body = type === null ? {} : bodyOf(bodyOf(node)[type]);
  if (type === 'alias' || type === 'paren') return readQuery(body['this'], read);
  return {
    ...withOf(body['with'] ?? body['with_'], read),
    body: bodyOfQuery(type, body, read),
    order: type === 'select' ? [] : orderOf(body['order_by'], read),
  };
}

/** The CTEs of a WITH clause. */
export function withOf(clause: unknown, read: Reading): Pick<Query, 'ctes' | 'isRecursive'> {
  const { ctes, recursive } = bodyOf(clause);
  return { ctes: listOf(ctes).flatMap((one) => cteOf(one, read) ?? []), isRecursive: recursive === true };
}

function cteOf(node: unknown, read: Reading): Cte | null {
  const body = bodyIf(node, 'cte') ?? bodyOf(node);
  const name = identifierOf(body['alias']);
  if (name === null) return null;
  return { name, columns: identifiersOf(body['columns']), query: read.query(body['this']) };
}

function bodyOfQuery(type: string | null, body: Body, read: Reading): QueryBody {
  return BODIES.get(type ?? '')?.(body, read) ?? NO_SELECT;
}

type BodyReader = (body: Body, read: Reading) => QueryBody;

const BODIES: ReadonlyMap<string, BodyReader> = new Map<string, BodyReader>([
  ['select', readSelect],
  ['union', (body, read) => readSetOperation('union', body, read)],
  ['intersect', (body, read) => readSetOperation('intersect', body, read)],
  ['except', (body, read) => readSetOperation('except', body, read)],
  ['subquery', (body, read) => ({ kind: 'nested', query: read.query(body['this']) })],
  ['values', (body, read) => ({ kind: 'rows', rows: listOf(body['expressions']).map((row) => rowOf(row, read)) })],
  ['table', (body, read) => selectAllOf({ table: body }, read)],
  ['pivot', (body, read) => selectAllOf({ pivot: body }, read)],
  ['unpivot', (body, read) => selectAllOf({ unpivot: body }, read)],
  ['insert', readReturning],
  ['update', readReturning],
  ['delete', readReturning],
]);

const rowOf = (row: unknown, read: Reading): QueryBodyRow =>
  listOf(bodyIf(row, 'tuple')?.['expressions'] ?? bodyOf(row)['expressions'] ?? row).map(read.expression);

type QueryBodyRow = readonly SelectItem['value'][];

function readSetOperation(operator: SetOperation['operator'], body: Body, read: Reading): SetOperation {
  return {
    kind: 'set',
    operator,
    left: read.query(body['left']),
    right: read.query(body['right']),
    isByName: body['by_name'] === true || body['corresponding'] === true,
  };
}

function readReturning(body: Body, read: Reading): Returning {
  return { kind: 'returning', table: tableNameOf(body['table']), items: read.items(body['returning']) };
}

function selectAllOf(table: unknown, read: Reading): Select {
  return { ...NO_SELECT, items: read.items([{ star: {} }]), from: read.from({ expressions: [table] }, []) };
}

function readSelect(body: Body, read: Reading): Select {
  const groupBy = bodyOf(body['group_by']);
  const into = bodyOf(body['into'])['this'];
  const stars = read.nextStars();
  const laterals = listOf(body['lateral_views']).map((view) => ({ lateral_view: view }));
  return {
    kind: 'select',
    items: read.items(body['expressions'], stars),
    from: [...read.from(body['from'], body['joins']), ...read.from(null, laterals)],
    where: clauses([body['where_clause'], body['prewhere'], ...connectOf(body['connect'])], read),
    groupBy: listOf(groupBy['expressions']).map(read.expression),
    isGroupedByAll: groupBy['all'] === true,
    having: clauses([body['having']], read),
    qualify: clauses([body['qualify']], read),
    order: [body['order_by'], body['sort_by'], body['cluster_by']].flatMap((clause) => orderOf(clause, read)),
    distinctOn: listOf(body['distinct_on']).map(read.expression),
    windows: windowsOf(body['windows'], read),
    into: into === undefined ? null : tableNameOf(into),
  };
}

function windowsOf(value: unknown, read: Reading): Select['windows'] {
  return listOf(value).flatMap((one) => {
    const name = identifierOf(bodyOf(one)['name']);
    return name === null ? [] : [{ name, spec: windowSpecOf(bodyOf(one)['spec'], read) }];
  });
}

/** Conditions of clauses that are there; a clause wraps its condition or is one. */
function clauses(values: readonly unknown[], read: Reading): readonly SelectItem['value'][] {
  return values
    .filter((one) => one !== null && one !== undefined)
    .map((one) => read.expression(bodyOf(one)['this'] ?? one));
}

function connectOf(clause: unknown): readonly unknown[] {
  const { start, connect } = bodyOf(clause);
  return [start, connect].filter((one) => one !== null && one !== undefined).map((one) => ({ this: one }));
}

/** Items of a SELECT list or of RETURNING. */
export function readItems(nodes: unknown, stars: readonly number[], read: Reading): readonly SelectItem[] {
  const script = scriptItem(listOf(nodes), read);
  if (script !== null) return [script];
  let star = 0;
  return listOf(nodes).map((node) => {
    if (typeOf(node) === 'star') return starItem(node, stars[star++] ?? -1, read);
    const alias = bodyIf(node, 'alias');
    const name = alias === null ? null : identifierOf(alias['alias']);
    const names = alias === null ? [] : identifiersOf(alias['column_aliases']);
    return {
      value: read.expression(alias === null ? node : alias['this']),
      alias: name,
      aliases: names,
      anchor: anchorOf(name, names, node),
    };
  });
}

/** Hive's `transform (a, b) using 'script' as x, y`: a SELECT with nothing else, every column out of every argument. */
function scriptItem([node, ...rest]: readonly unknown[], read: Reading): SelectItem | null {
  const alias = bodyIf(node, 'alias');
  const script = bodyIf(alias === null ? node : alias['this'], 'query_transform');
  if (script === null) return null;
  const schema = listOf(bodyIf(script['schema'], 'schema')?.['expressions']);
  const declared = schema.flatMap((one) => identifierOf(one) ?? []);
  const named = [identifierOf(alias?.['alias']), ...rest.map(identifierOf)].filter((one) => one !== null);
  const aliases = [...declared, ...named];
  const args = listOf(script['expressions']).map(read.expression);
  const value = { kind: 'call', name: 'transform', args, isAggregate: false, order: [], filter: [] } as const;
  return {
    value,
    alias: null,
    aliases: aliases.length > 0 ? aliases : ['key', 'value'].map((name) => ({ name, isQuoted: false, at: -1 })),
    anchor: firstOffsetIn(node),
  };
}

function starItem(node: unknown, at: number, read: Reading): SelectItem {
  const value = read.expression(node);
  const place = at >= 0 ? at : firstOffsetIn(node);
  return { value: value.kind === 'star' ? { ...value, at: place } : value, alias: null, aliases: [], anchor: place };
}

function anchorOf(alias: Identifier | null, aliases: readonly Identifier[], node: unknown): number {
  const named = [alias, ...aliases].find((one) => one !== null && one.at >= 0);
  return named?.at ?? firstOffsetIn(node);
}

/** The first place in the text that a node names, but for names inside queries in it; -1 when there is none. */
export function firstOffsetIn(node: unknown): number {
  if (typeof node !== 'object' || node === null || bodyIf(node, 'select') !== null) return -1;
  const own = offsetOf(bodyOf(node)['span']);
  if (own >= 0) return own;
  const places = Object.values(node)
    .map(firstOffsetIn)
    .filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
