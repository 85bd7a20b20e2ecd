import type { Constant, Expression, Identifier, Star } from '../syntax';
import { isAggregateName } from './aggregate-names';
import { call, expressionsIn, orderOf, windowSpecOf } from './read-call';
import { choiceOf, nullIf, readCase, readIf } from './read-case';
import { bodyIf, bodyOf, identifierOf, identifiersOf, listOf, offsetOf, textOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

type Reader = (body: Body, read: Reading) => Expression;

const NO_VALUE: Constant = { kind: 'constant', value: null, isNumber: false };

/** Any expression of the parser's tree; null and absent ones are constants. */
export function readExpression(node: unknown, read: Reading): Expression {
  const type = typeOf(node);
  if (type === null) return NO_VALUE;
  const inner = bodyOf(node)[type];
  const reader = READERS.get(type);
  return reader === undefined ? readAny(type, inner, read) : reader(bodyOf(inner), read);
}

/** What is not treated in particular: its name, and every expression somewhere in it. */
function readAny(type: string, inner: unknown, read: Reading): Expression {
  const args = expressionsIn(inner, read);
  if (args.length === 0 && !isAggregateName(type)) return NO_VALUE;
  return call(bodyOf(inner), textOf(bodyOf(inner)['original_name']) ?? type, args, read);
}

function readFunction(body: Body, read: Reading): Expression {
  const name = (textOf(body['name']) ?? '').toLowerCase();
  const args = listOf(body['args']).map(read.expression);
  return choiceOf(name, args) ?? call(body, name, args, read);
}

function readColumn(body: Body): Expression {
  const name = identifierOf(body['name']);
  if (name === null || (!name.isQuoted && name.name.startsWith('@'))) return NO_VALUE;
  const table = identifierOf(body['table']);
  return { kind: 'column', parts: table === null ? [name] : [table, name] };
}

/** A field of a plain column is one more part of its name; of anything else it is an access. */
function readDot(body: Body, read: Reading): Expression {
  const of = read.expression(body['this']);
  const field = identifierOf(body['field']);
  if (of.kind === 'column' && field !== null) {
    return { kind: 'column', parts: [...of.parts, field] };
  }
  return { kind: 'access', of };
}

function readStar(body: Body, read: Reading): Star {
  const table = identifierOf(body['table']);
  return {
    kind: 'star',
    qualifier: table === null ? [] : [table],
    except: identifiersOf(body['except']),
    replace: listOf(body['replace']).flatMap((one) => {
      const alias = bodyIf(one, 'alias') ?? bodyOf(one);
      const name = identifierOf(alias['alias']);
      return name === null ? [] : [{ name, value: read.expression(alias['this']) }];
    }),
    rename: listOf(body['rename']).flatMap((pair) => {
      const [from, to] = listOf(pair).map(identifierOf);
      return from && to ? [{ from, to }] : [];
    }),
    at: offsetOf(body['span']),
  };
}

function readIn(body: Body, read: Reading): Expression {
  const tested = [body['this'], ...listOf(body['expressions']), body['unnest']].filter((one) => one !== null);
  const args = tested.filter((one) => one !== undefined).map(read.expression);
  return call({}, 'in', body['query'] ? [...args, test(body['query'], read)] : args, read);
}

const test = (node: unknown, read: Reading): Expression => ({ kind: 'query', query: read.query(node), isTest: true });

const value = (body: Body, read: Reading): Expression => read.expression(body['this']);

const ofQuery =
  (type: string): Reader =>
  (body, read) => ({ kind: 'query', query: read.query({ [type]: body }), isTest: false });

const wordOf = (word: unknown): Constant => ({ kind: 'constant', value: textOf(word), isNumber: false });

function readLiteral(body: Body): Constant {
  return { kind: 'constant', value: textOf(body['value']), isNumber: body['literal_type'] === 'number' };
}

function readMap(body: Body, read: Reading): Expression {
  const keys = body['curly_brace_syntax'] === true ? [] : listOf(body['keys']);
  return call({}, 'map', [...keys, ...listOf(body['values'])].map(read.expression), read);
}

function readWithinGroup(body: Body, read: Reading): Expression {
  const order = orderOf(body['order_by'], read);
  const inner = read.expression(body['this']);
  if (inner.kind !== 'call') return inner;
  // `percentile_cont(0.5) within group (order by x)` aggregates x itself.
  const isOfOrder = inner.args.every((one) => one.kind === 'constant');
  return isOfOrder ? { ...inner, isAggregate: true, args: order } : { ...inner, isAggregate: true, order };
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['column', readColumn],
  ['star', readStar],
  ['dot', readDot],
  ['subscript', (body, read) => access(body, read)],
  [
    'method_call',
    (body, read) => call({}, 'method', [body['this'], ...listOf(body['args'])].map(read.expression), read),
  ],
  ['alias', value],
  ['paren', value],
  ['annotated', value],
  ['ordered', value],
  ['named_argument', (body, read) => read.expression(body['value'])],
  ['pivot_alias', value],
  ['literal', readLiteral],
  ['function', readFunction],
  ['aggregate_function', readFunction],
  [
    'window_function',
    (body, read) => ({ kind: 'windowed', call: value(body, read), window: windowSpecOf(body['over'], read) }),
  ],
  ['within_group', readWithinGroup],
  ['extract', (body, read) => call(body, 'extract', [value(body, read), wordOf(body['field'])], read)],
  [
    'filter',
    (body, read) =>
      withFilter(
        read.expression(body['this']),
        read.expression(bodyIf(body['expression'], 'where')?.['this'] ?? body['expression']),
      ),
  ],
  ['case', readCase],
  ['if_func', readIf],
  ['nvl2', readIf],
  ['null_if', nullIf],
  ['nullif', nullIf],
  [
    'sum_if',
    (body, read) => ({
      ...call(body, 'sum_if', [value(body, read)], read),
      filter: [read.expression(body['condition'])],
    }),
  ],
  ['exists', (body, read) => test(body['this'], read)],
  ['in', readIn],
  ['any', quantified],
  ['all', quantified],
  [
    'lambda',
    (body, read) => ({
      kind: 'lambda',
      parameters: namesOf(identifiersOf(body['parameters'])),
      body: read.expression(body['body']),
    }),
  ],
  ['comprehension', (body, read) => comprehension(body, read)],
  ['map_func', readMap],
  ['subquery', ofQuery('subquery')],
  ['select', ofQuery('select')],
  ['union', ofQuery('union')],
  ['intersect', ofQuery('intersect')],
  ['except', ofQuery('except')],
]);

const namesOf = (identifiers: readonly Identifier[]): readonly string[] => identifiers.map(({ name }) => name);

function access(body: Body, read: Reading): Expression {
  const of = read.expression(body['this']);
  const index = read.expression(body['index']);
  if (index.kind === 'constant') return { kind: 'access', of };
  return call({}, 'subscript', [{ kind: 'access', of }, index], read);
}

function withFilter(inner: Expression, condition: Expression): Expression {
  return inner.kind === 'call' ? { ...inner, filter: [...inner.filter, condition] } : inner;
}

function quantified(body: Body, read: Reading): Expression {
  const { this: of, subquery } = body;
  const right = bodyIf(subquery, 'subquery') === null ? read.expression(subquery) : test(subquery, read);
  return call({}, 'compare', [read.expression(of), right], read);
}

/** `[x + 1 for x in list if x > 0]`. */
function comprehension(body: Body, read: Reading): Expression {
  const { this: of, expression: variable, iterator, condition } = body;
  const name = identifierOf(variable);
  const inner = call({}, 'comprehension', [of, condition ?? null].map(read.expression), read);
  const parameters = name === null ? [] : [name.name];
  return call({}, 'comprehension', [read.expression(iterator), { kind: 'lambda', parameters, body: inner }], read);
}
