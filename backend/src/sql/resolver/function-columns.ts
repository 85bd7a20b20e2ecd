import type { FunctionRelation, Identifier } from '../syntax';
import type { Column } from './relation';
import { NOTHING, type ColumnValue } from './value';

/** Columns that well-known table functions give where nobody names them; `null` stands for those that only count rows. */
const GIVEN: Readonly<Record<string, readonly (readonly [name: string, isValue: boolean])[]>> = {
  flatten: [
    ['seq', false],
    ['key', true],
    ['path', true],
    ['index', false],
    ['value', true],
    ['this', true],
  ],
  explode: [
    ['col', true],
    ['key', true],
    ['value', true],
  ],
  explode_outer: [['col', true]],
  posexplode: [
    ['pos', false],
    ['col', true],
  ],
  posexplode_outer: [
    ['pos', false],
    ['col', true],
  ],
  json_each: [
    ['key', true],
    ['value', true],
  ],
  jsonb_each: [
    ['key', true],
    ['value', true],
  ],
  split_to_table: [
    ['seq', false],
    ['index', false],
    ['value', true],
  ],
  string_split: [['value', true]],
  openjson: [
    ['key', true],
    ['value', true],
    ['type', false],
  ],
};

/**
 * The columns of a table function's rows.
 *
 * `args`: value of each argument; `all`: of all of them. UNNEST with as many names as arguments pairs them.
 */
export function functionColumns(
  call: FunctionRelation,
  args: readonly ColumnValue[],
  all: ColumnValue,
): readonly Column[] {
  const names = call.columns.length > 0 ? call.columns : call.columnAliases;
  const offset = call.offsetAlias === null ? [] : [{ name: call.offsetAlias.name, value: NOTHING }];
  if (names.length > 0) return [...named(call, names, args, all), ...offset];
  const given = GIVEN[call.name]?.map(([name, isValue]) => ({ name, value: isValue ? all : NOTHING })) ?? [];
  // `unnest(items) as item`: the alias is the element.
  const element = call.alias === null ? [] : [{ name: call.alias.name, value: all }];
  return given.length > 0 ? [...given, ...offset] : [...element, ...offset];
}

function named(
  call: FunctionRelation,
  names: readonly Identifier[],
  args: readonly ColumnValue[],
  all: ColumnValue,
): readonly Column[] {
  const values = names.length - (call.hasOrdinality ? 1 : 0);
  return names.map(({ name }, at) => ({ name, value: valueAt(call, at, values, args, all) }));
}

function valueAt(
  call: FunctionRelation,
  at: number,
  values: number,
  args: readonly ColumnValue[],
  all: ColumnValue,
): ColumnValue {
  // A position column stands after the others, or before them.
  if (at >= values || (at === 0 && call.name.startsWith('posexplode'))) return NOTHING;
  return args.length === values ? (args[at] ?? all) : all;
}
