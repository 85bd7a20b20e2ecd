import { edgesOf } from './sql.fixture';

/** What is left to see of `t.a` in an expression; empty where it, or something like it, can be seen. */
const maskingOf = (expression: string, dialect: string): string => {
  const [line = ''] = edgesOf(`select ${expression} as x from t`, ['t(a, b)'], dialect).filter((edge) =>
    edge.includes('t.a'),
  );
  return line.replace(/^x < t\.a ?/, '').replace(/^(TRANSFORMATION|AGGREGATION \w+) ?/, '');
};

const MASKING: readonly (readonly [masking: string, expression: string, dialect?: string])[] = [
  ['hash', 'md5(lower(a))'],
  ['hash', 'sha256(cast(a as text))', 'databricks'],
  ['hash', 'sha2(a, 256)', 'snowflake'],
  ['hash', "hashbytes('SHA2_256', a)", 'tsql'],
  ['hash', "to_hex(md5(concat(coalesce(a, ''), '-', b)))", 'bigquery'],
  ['hash', "encode(digest(a, 'sha256'), 'hex')"],
  ['hash', 'farm_fingerprint(a)', 'bigquery'],
  ['hash', 'xxhash64(a)', 'spark'],
  ['hash', 'substr(md5(a), 1, 8)'],
  ['encrypt', "pgp_sym_encrypt(a, 'key')"],
  ['encrypt', "aes_encrypt(a, 'key')", 'databricks'],
  ['tokenize', 'tokenize(a)'],
  ['redact', "regexp_replace(a, '.', '*')"],
  ['redact', "mask(a, 'X', 'x')", 'databricks'],
  ['redact', 'mask_email(a)', 'snowflake'],
  ['truncate', "left(a, 1) || '***'"],
  ['truncate', 'right(a, 4)'],
  ['truncate', 'substring(a, 1, 3)'],
  ['generalise', 'year(a)', 'snowflake'],
  ['generalise', "date_trunc('year', a)"],
  ['generalise', 'extract(year from a)'],
  ['count', 'count(a)'],
  ['count', 'count(distinct a)'],
  ['count', 'approx_count_distinct(a)', 'bigquery'],
];

it.each(MASKING.map(([masking, expression, dialect = 'postgres']) => [masking, expression, dialect] as const))(
  '%s: %s',
  (masking, expression, dialect) => {
    expect(maskingOf(expression, dialect)).toBe(masking);
  },
);

it.each([
  ['lower(a)'],
  ["coalesce(a, 'none')"],
  ['a || b'],
  ['max(a)'],
  ['array_agg(a)'],
  ['sum(a)'],
  ["split_part(a, '@', 2)"],
  ["regexp_replace(a, '[^0-9]', '')"],
  ['left(a, 20)'],
  ["date_trunc('day', a)"],
  ["to_date(a, 'YYYY-MM-DD')"],
])('nothing is masked by %s', (expression) => {
  expect(maskingOf(expression, 'postgres')).toBe('');
});

it('is masked only as far as every way in is', () => {
  expect(edgesOf('select md5(a) as x from t union all select a from t', ['t(a)'])).toEqual(['x < t.a']);
  expect(edgesOf("select md5(a) || ':' || a as x from t", ['t(a)'])).toEqual(['x < t.a TRANSFORMATION']);
  expect(edgesOf('select md5(a) as x from t union all select sha256(a) from t', ['t(a)'])).toEqual([
    'x < t.a TRANSFORMATION hash',
  ]);
});

it('stays masked whatever is done further on', () => {
  const sql = 'with h as (select md5(a) as k from t) select upper(k) as x, max(k) as y from h';
  expect(edgesOf(sql, ['t(a)'])).toEqual(['x < t.a TRANSFORMATION hash', 'y < t.a AGGREGATION max hash']);
});
