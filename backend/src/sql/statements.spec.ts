import { analyzed, edgesOf, linesOf, table } from './sql.fixture';

type Case = readonly [what: string, dialect: string, sql: string, tables: readonly string[], edges: readonly string[]];

const CASES: readonly Case[] = [
  ['CREATE TABLE AS', 'postgres', 'create table d.x as select a as b from t', ['t(a)'], ['d.x.b < t.a']],
  [
    'CREATE VIEW with names of its own',
    'postgres',
    'create view v (p, q) as select a, b from t',
    ['t(a, b)'],
    ['v.p < t.a', 'v.q < t.b'],
  ],
  [
    'CREATE MATERIALIZED VIEW',
    'redshift',
    'create materialized view v auto refresh yes as select a from t',
    ['t(a)'],
    ['v.a < t.a'],
  ],
  ['SELECT INTO', 'tsql', 'select a into x from t', ['t(a)'], ['x.a < t.a']],
  ['CREATE TABLE CLONE', 'snowflake', 'create table x clone t', ['T(A, B)'], ['X.A < T.A', 'X.B < T.B']],
  ['CREATE OR REPLACE', 'snowflake', 'create or replace table x as select a from t', ['T(A)'], ['X.a < T.A']],
  [
    'a CTE around an INSERT',
    'postgres',
    'with c as (select a from t) insert into x (b) select a from c',
    ['t(a)'],
    ['x.b < t.a'],
  ],
  [
    'INSERT with a list of columns',
    'postgres',
    'insert into x (p, q) select b, a from t',
    ['t(a, b)'],
    ['x.p < t.b', 'x.q < t.a'],
  ],
  [
    'INSERT in the order of the target',
    'postgres',
    'insert into x select b, a from t',
    ['t(a, b)', 'x(p, q)'],
    ['x.p < t.b', 'x.q < t.a'],
  ],
  [
    'INSERT into a target nobody knows',
    'postgres',
    'insert into x select b, a as c from t',
    ['t(a, b)'],
    ['x.b < t.b', 'x.c < t.a'],
  ],
  [
    'INSERT BY NAME',
    'duckdb',
    'insert into x by name select b, a from t',
    ['t(a, b)', 'x(a, b)'],
    ['x.a < t.a', 'x.b < t.b'],
  ],
  ['INSERT VALUES', 'postgres', "insert into x (a, b) values (1, 'y')", ['x(a, b)'], []],
  [
    'INSERT OVERWRITE with partitions',
    'hive',
    "insert overwrite table x partition (d = '1', h) select a, b from t",
    ['t(a, b)'],
    ['x.a < t.a', 'x.h < t.b'],
  ],
  [
    'ON CONFLICT',
    'postgres',
    'insert into x (id, n) select id, n from t on conflict (id) do update set n = excluded.n',
    ['t(id, n)', 'x(id, n)'],
    ['x.id < t.id', 'x.n < t.n'],
  ],
  ['REPLACE INTO', 'mysql', 'replace into x (b) select a from t', ['t(a)'], ['x.b < t.a']],
  [
    'INSERT ALL',
    'snowflake',
    'insert all into x (p) values (a) into y (q) values (b) select a, b from t',
    ['T(A, B)'],
    ['X.p < T.A', 'Y.q < T.B'],
  ],
  [
    'several INSERTs from one source',
    'hive',
    'from t insert into table x select a where b > 1 insert into table y select upper(a)',
    ['t(a, b)'],
    ['x.* < t.b FILTER', 'x.a < t.a', 'y.upper < t.a TRANSFORMATION'],
  ],
  [
    'UPDATE',
    'postgres',
    'update x set n = t.n + 1 from t where t.id = x.id',
    ['t(id, n)', 'x(id, n)'],
    ['x.* < t.id FILTER', 'x.* < x.id FILTER', 'x.n < t.n TRANSFORMATION'],
  ],
  [
    'UPDATE through an alias',
    'tsql',
    'update d set d.n = s.n from x as d join t as s on s.id = d.id',
    ['t(id, n)', 'x(id, n)'],
    ['x.* < t.id JOIN', 'x.* < x.id JOIN', 'x.n < t.n'],
  ],
  [
    'UPDATE with a join',
    'mysql',
    'update x join t on t.id = x.id set x.n = t.n',
    ['t(id, n)', 'x(id, n)'],
    ['x.* < t.id JOIN', 'x.* < x.id JOIN', 'x.n < t.n'],
  ],
  [
    'UPDATE with a subquery',
    'spark',
    'update x set n = (select max(n) from t)',
    ['t(n)', 'x(n)'],
    ['x.n < t.n AGGREGATION max'],
  ],
  [
    'MERGE',
    'snowflake',
    `merge into x using (select * from t where ok) s on x.id = s.id
     when matched and s.gone then delete
     when matched then update set x.n = s.n, m = upper(s.m)
     when not matched then insert (id, n) values (s.id, s.n)`,
    ['T(ID, N, M, OK, GONE)', 'X(ID, N, M)'],
    [
      'X.* < T.GONE FILTER',
      'X.* < T.ID JOIN',
      'X.* < T.OK FILTER',
      'X.* < X.ID JOIN',
      'X.id < T.ID',
      'X.m < T.M TRANSFORMATION',
      'X.n < T.N',
    ],
  ],
  [
    'MERGE of everything',
    'databricks',
    'merge into x using t on x.id = t.id when matched then update set * when not matched then insert *',
    ['t(id, n)', 'x(id, n)'],
    ['x.* < t.id JOIN', 'x.* < x.id JOIN', 'x.id < t.id', 'x.n < t.n'],
  ],
  [
    'statements of a procedure',
    'tsql',
    'create procedure p as begin insert into x (b) select a from t; end',
    ['t(a)'],
    ['x.b < t.a'],
  ],
];

it.each(CASES)('%s', (_, dialect, sql, tables, edges) => {
  expect(edgesOf(sql, tables, dialect)).toEqual([...edges].sort());
});

it('follows a temporary table to what it was made from', () => {
  const sql = 'create temp table s as select a as b from t; create table x as select b as c from s; drop table s;';
  expect(edgesOf(sql, ['t(a)'])).toEqual(['x.c < t.a']);
});

it('keeps a table that stays as a table of its own', () => {
  const sql = 'create table s as select a as b from t; create table x as select * from s';
  expect(edgesOf(sql, ['t(a)'])).toEqual(['s.b < t.a', 'x.b < s.b']);
});

it('knows the columns of a table that the text itself defines', () => {
  const sql = 'create table t (id int, name text); create view v as select * from t';
  expect(edgesOf(sql, [])).toEqual(['v.id < t.id', 'v.name < t.name']);
});

it('counts several statements that fill one table as one target', () => {
  const { targets } = analyzed('insert into x (a) select a from t; insert into x (a) select b from u', {
    tables: ['t(a)', 'u(b)'],
  });
  expect(targets.map(({ columns }) => columns.map(({ name, sources }) => [name, sources.length]))).toEqual([
    [['a', 2]],
  ]);
});

it('names the columns of a bare query as its target does', () => {
  const target = table('x(Id, Total)');
  const { targets } = analyzed('select id, sum(n) as total from t group by id', { tables: ['t(id, n)'], target });
  expect(targets[0]?.columns.map(({ name }) => name)).toEqual(['Id', 'Total']);
});

it('takes columns of the target that nothing names from the one `*` there is, with half confidence', () => {
  const analysis = analyzed('select *, upper(b) as c from t', { tables: ['t'], target: table('x(a, c)') });
  expect(linesOf(analysis)).toEqual(['c < t.b TRANSFORMATION', 'a < t.a']);
  expect(analysis.targets[0]?.columns[1]?.sources[0]?.confidence).toBe(0.5);
  expect(analysis.targets[0]?.unknownFrom).toEqual([{ id: 't', name: ['t'] }]);
});

it('lists what is read, each once, targets only when they are read', () => {
  const { reads } = analyzed('insert into x select t.a from t join s.u on t.id = u.id', {
    tables: ['t(id, a)', 's.u(id)', 'x(a)'],
  });
  expect(reads.map(({ id }) => id)).toEqual(['t', 's.u']);
});

describe('a statement with options that the parser does not know', () => {
  it.each<readonly [dialect: string, sql: string]>([
    ['snowflake', "create or replace view v with tag (cost = 'x') as select a as b from t"],
    ['tsql', 'create view v with schemabinding as select a as b from t with check option'],
    ['trino', "create table v comment 'made' with (format = 'ORC') as select a as b from t"],
    ['mysql', 'create table v select a as b from t'],
    ['databricks', 'create or refresh streaming table v as select a as b from t'],
    ['duckdb', 'create or replace table v as from t select a as b'],
  ])('%s: %s', (dialect, sql) => {
    const known = dialect === 'snowflake' ? 'T(A)' : 't(a)';
    expect(edgesOf(sql, [known], dialect).map((line) => line.toLowerCase())).toEqual(['v.b < t.a']);
  });
});

it('leaves the other statements alone when one cannot be read', () => {
  const analysis = analyzed('alter table t frobnicate; create view v as select a from t', { tables: ['t(a)'] });
  expect(linesOf(analysis)).toEqual(['v.a < t.a']);
  expect(analysis.problems).toMatchObject([{ code: 'SYNTAX', line: 1, isGap: true }]);
});
