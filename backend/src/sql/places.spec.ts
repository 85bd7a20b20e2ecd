import { analyzed } from './sql.fixture';

const SQL = `with source as (
  select * from raw.customers
), clean as (
  select
    id,
    lower(trim(email)) as email, -- an address
    case when age > 17 then 'adult' else name end as kind
  from source
)
select id, email, kind from clean
`;
const TABLES = ['raw.customers(id, email, age, name)'];

const sourcesOf = (name: string) =>
  analyzed(SQL, { tables: TABLES }).targets[0]?.columns.find((column) => column.name === name)?.sources ?? [];

it('gives the expression that says most, with its line and offset', () => {
  const [source] = sourcesOf('email');
  expect(source?.expression).toEqual({
    text: 'lower(trim(email)) as email',
    line: 6,
    offset: SQL.indexOf('lower('),
  });
});

it('gives the place where the source is read: the `*` that brings it in', () => {
  const [source] = sourcesOf('email');
  expect(source?.readAt).toEqual({ text: '*', line: 2, offset: SQL.indexOf('*') });
});

it('gives the whole of a CASE for its values and for its conditions', () => {
  expect(sourcesOf('kind').map(({ subtype, expression }) => [subtype, expression?.text])).toEqual([
    ['TRANSFORMATION', "case when age > 17 then 'adult' else name end as kind"],
    ['CONDITIONAL', "case when age > 17 then 'adult' else name end as kind"],
  ]);
});

it('names the column rather than the `*` it came through', () => {
  expect(sourcesOf('id')[0]?.expression).toMatchObject({ text: 'id', line: 5 });
});

it('gives the mention of a column read by name', () => {
  const sql = 'select a\n, t . b from t';
  const source = analyzed(sql, { tables: ['t(a, b)'] }).targets[0]?.columns[1]?.sources[0];
  expect(source?.readAt).toEqual({ text: 'b', line: 2, offset: sql.indexOf('b from') });
});

it('counts in UTF-16 units, whatever the text is written in', () => {
  const sql = "select '🎉é' as x, größe + 1 as y from t";
  const source = analyzed(sql, { tables: ['t(größe)'] }).targets[0]?.columns[1]?.sources[0];
  expect(source?.expression).toEqual({ text: 'größe + 1 as y', line: 1, offset: sql.indexOf('größe') });
});

it('keeps places in a text of which only parts could be parsed', () => {
  const sql = "create view v with tag (c = 'x') as\nselect a,\n  b + 1 as d\nfrom t";
  const target = analyzed(sql, { dialect: 'snowflake', tables: ['T(A, B)'] }).targets[0];
  expect(target?.columns[1]?.sources[0]?.expression).toEqual({
    text: 'b + 1 as d',
    line: 3,
    offset: sql.indexOf('b + 1'),
  });
});

it('cuts an expression that is longer than a page', () => {
  const sql = `select concat(${Array.from({ length: 200 }, () => 'a').join(', ')}) as c from t`;
  const text = analyzed(sql, { tables: ['t(a)'] }).targets[0]?.columns[0]?.sources[0]?.expression?.text;
  expect(text).toHaveLength(400);
  expect(text).toMatch(/^concat\(a, a, .*…$/);
});
