/** Spellings of one type. */
const SYNONYMS: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  int64: 'bigint',
  decimal: 'numeric',
  bool: 'boolean',
  string: 'text',
  float8: 'double precision',
  float64: 'double precision',
  float4: 'real',
  'character varying': 'varchar',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
};
/** Each holds every value of those before it. */
const LADDERS: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric'],
  ['real', 'double precision'],
  ['varchar', 'text'],
];

export type TypeChange = 'SAME' | 'NARROWER' | 'OTHER';

/**
 * What becomes of values when a type changes, for who reads them: the same type in another spelling, one whose values all
 * fitted before, or one that may bring values of another kind. Pure.
 */
export function typeChange(before: string, after: string): TypeChange {
  const [was, is] = [parse(before), parse(after)];
  if (was.base === is.base) return byLength(was.length, is.length);
  const ladder = LADDERS.find((one) => one.includes(was.base) && one.includes(is.base));
  return ladder !== undefined && ladder.indexOf(is.base) < ladder.indexOf(was.base) ? 'NARROWER' : 'OTHER';
}

interface ParsedType {
  readonly base: string;
  /** What stands in brackets; none: without limit. */
  readonly length: readonly number[];
}

function parse(text: string): ParsedType {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, base = plain, inside = ''] = /^([a-z0-9_ ]+?) ?\(([\d, ]+)\)$/.exec(plain) ?? [];
  return { base: SYNONYMS[base] ?? base, length: inside === '' ? [] : inside.split(',').map(Number) };
}

function byLength(was: readonly number[], is: readonly number[]): TypeChange {
  if (was.join() === is.join()) return 'SAME';
  const [wasLimit = Infinity, isLimit = Infinity] = [was[0], is[0]];
  const isPlain = was.length < 2 && is.length < 2;
  return isPlain && isLimit < wasLimit ? 'NARROWER' : 'OTHER';
}
