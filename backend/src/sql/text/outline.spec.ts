import { dialectOf, type Dialect } from '../dialect';
import { itemRanges, rangeAround } from './outline';
import { piecesOf } from './split';
import { starsOf } from './stars';
import { tokensOf } from './tokens';

const dialect = (name: string): Dialect => dialectOf(name) as Dialect;
const tokens = (sql: string, name = 'postgres') => tokensOf(sql, dialect(name));
const itemsOf = (sql: string): readonly string[] =>
  itemRanges(tokens(sql)).map(({ start, end }) => sql.slice(start, end));
const wordsOf = (sql: string, name: string): readonly string[] =>
  tokens(sql, name).map(({ start, end }) => sql.slice(start, end));

it('finds the items of a SELECT list', () => {
  expect(itemsOf('select distinct a, f(b, c) as d, (select max(x) from u) m from t where e, g')).toEqual([
    'a',
    'f(b, c) as d',
    '(select max(x) from u) m',
    'max(x)',
  ]);
});

it('finds assignments and rows', () => {
  expect(itemsOf('update t set a = b + 1, c = (case when d then e end) where f')).toEqual([
    'a = b + 1',
    'c = (case when d then e end)',
  ]);
  expect(itemsOf('merge into t using s on a when not matched then insert (x, y) values (s.x, upper(s.y))')).toEqual([
    's.x',
    'upper(s.y)',
  ]);
});

it('finds the innermost item around an offset', () => {
  const sql = 'select a, (select max(x) from u) as m from t';
  const ranges = itemRanges(tokens(sql));
  const around = (text: string): string => {
    const range = rangeAround(ranges, sql.indexOf(text));
    return range === null ? '' : sql.slice(range.start, range.end);
  };
  expect(around('x)')).toBe('max(x)');
  expect(around('m from')).toBe('(select max(x) from u) as m');
  expect(around('from t')).toBe('');
});

it.each<readonly [dialect: string, sql: string, tokens: readonly string[]]>([
  [
    'postgres',
    `select 'it''s', "a""b", $$x;y$$, $t$ $$ $t$ -- no\n, 1.5`,
    ['select', "'it''s'", ',', '"a""b"', ',', '$$x;y$$', ',', '$t$ $$ $t$', ',', '1', '.', '5'],
  ],
  [
    'bigquery',
    `select "a\\"b", '''it's''', \`p.d.t\` # no\n`,
    ['select', '"a\\"b"', ',', `'''it's'''`, ',', '`p.d.t`'],
  ],
  ['tsql', 'select [a b], x[1] /* no */', ['select', '[a b]', ',', 'x', '[', '1', ']']],
  ['snowflake', "select 'not closed", ['select', "'not closed"]],
])('cuts %s text into tokens', (name, sql, expected) => {
  expect(wordsOf(sql, name)).toEqual(expected);
});

it('cuts a text into statements', () => {
  const sql = "select ';' ; select 2\nGO\nselect go from t;;";
  expect(piecesOf(sql, tokens(sql, 'tsql')).map(({ start, end }) => sql.slice(start, end))).toEqual([
    "select ';'",
    'select 2',
    'select go from t',
  ]);
});

it('finds the `*`s that stand for columns, and no others', () => {
  const sql = 'select *, a * b, t.*, count(*), (select * from u) from t union select * exclude (c) from v';
  expect(starsOf(tokens(sql, 'snowflake')).map((stars) => stars.length)).toEqual([2, 1, 1]);
});
