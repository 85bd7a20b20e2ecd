import type { Call, Expression, WindowSpec } from '../syntax';
import { isAggregateName } from './aggregate-names';
import { bodyIf, bodyOf, identifierOf, listOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

/** The expressions among the values of a body, in order, however deep below things that are none. */
export function expressionsIn(value: unknown, read: Reading): readonly Expression[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => nested(one, read));
  return Object.entries(value).flatMap(([field, one]) => (NOT_VALUES.has(field) ? [] : nested(one, read)));
}

/** Fields that are read by their own name, or that hold no values. */
const NOT_VALUES = new Set(['order_by', 'filter', 'having_max', 'limit', 'to', 'data_type', 'span', 'inferred_type']);

function nested(value: unknown, read: Reading): readonly Expression[] {
  const type = typeOf(value);
  if (type === null) return expressionsIn(value, read);
  const inner = bodyOf(value)[type];
  return typeof inner === 'object' ? [read.expression(value)] : [];
}

/** A call of that name, with the order and the filters that its body says. */
export function call(body: Body, name: string, args: readonly Expression[], read: Reading): Call {
  const havingMax = listOf(body['having_max'])[0] ?? null;
  const filters = [body['filter'], havingMax].filter((one) => one !== null && one !== undefined);
  return {
    kind: 'call',
    name: name.toLowerCase(),
    args,
    isAggregate: isAggregateName(name),
    order: orderOf(body['order_by'], read),
    filter: filters.map(read.expression),
  };
}

/** ORDER BY in either of its shapes: a list, or an object that has one. */
export function orderOf(value: unknown, read: Reading): readonly Expression[] {
  const list = Array.isArray(value) ? value : listOf(bodyOf(value)['expressions']);
  return list.map((one) => read.expression(bodyIf(one, 'ordered')?.['this'] ?? bodyOf(one)['this'] ?? one));
}

/** OVER (…) or a named window. */
export function windowSpecOf(value: unknown, read: Reading): WindowSpec {
  const over = bodyOf(value);
  return {
    base: identifierOf(over['window_name']),
    partition: listOf(over['partition_by']).map(read.expression),
    order: orderOf(over['order_by'], read),
  };
}
