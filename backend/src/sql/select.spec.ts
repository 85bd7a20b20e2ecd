import { edgesOf } from './sql.fixture';

/** What a query says in any dialect: [what, sql, tables, edges]. */
const CASES: readonly (readonly [what: string, sql: string, tables: readonly string[], edges: readonly string[]])[] = [
  ['a column under another name', 'select o.id as order_id from orders o', ['orders(id)'], ['order_id < orders.id']],
  ['a constant has no source', "select 1 as one, 'x' as x, null as n, current_date as d from t", ['t(a)'], []],
  [
    'an expression of several columns',
    'select price * amount as total from t',
    ['t(price, amount)'],
    ['total < t.amount TRANSFORMATION', 'total < t.price TRANSFORMATION'],
  ],
  ['a cast is a transformation', 'select cast(a as int) as a from t', ['t(a)'], ['a < t.a TRANSFORMATION']],
  ['brackets around a column change nothing', 'select ((a)) as b from t', ['t(a)'], ['b < t.a']],
  [
    'CASE takes values and is decided by conditions',
    "select case when a > 1 then b when c = 'x' then d else 'none' end as r from t",
    ['t(a, b, c, d)'],
    ['r < t.a CONDITIONAL', 'r < t.b TRANSFORMATION', 'r < t.c CONDITIONAL', 'r < t.d TRANSFORMATION'],
  ],
  [
    'CASE over a column is decided by it',
    'select case a when 1 then b else c end as r from t',
    ['t(a, b, c)'],
    ['r < t.a CONDITIONAL', 'r < t.b TRANSFORMATION', 'r < t.c TRANSFORMATION'],
  ],
  [
    'a column that is value and condition is a value',
    'select case when a is null then 0 else a end as a from t',
    ['t(a)'],
    ['a < t.a TRANSFORMATION'],
  ],
  [
    'NULLIF gives its first and is decided by its second',
    'select nullif(a, b) as r from t',
    ['t(a, b)'],
    ['r < t.a TRANSFORMATION', 'r < t.b CONDITIONAL'],
  ],
  ['`*` in the order of the table', 'select * from t', ['t(a, b)'], ['a < t.a', 'b < t.b']],
  ['`*` over a join shows both sides', 'select * from a, b', ['a(x)', 'b(y)'], ['x < a.x', 'y < b.y']],
  ['`t.*` shows that table alone', 'select b.* from a, b', ['a(x)', 'b(y)'], ['y < b.y']],
  [
    'CTEs are followed through',
    'with x as (select id as i, name from t), y as (select i, upper(name) as n from x) select n, i from y',
    ['t(id, name)'],
    ['i < t.id', 'n < t.name TRANSFORMATION'],
  ],
  ['a CTE that names its columns', 'with x (p, q) as (select a, b from t) select q from x', ['t(a, b)'], ['q < t.b']],
  [
    'a CTE hides a table of the same name',
    'with t as (select a from u) select a from t',
    ['t(a)', 'u(a)'],
    ['a < u.a'],
  ],
  ['a CTE may read the table it hides', 'with t as (select a from t) select a from t', ['t(a)'], ['a < t.a']],
  [
    'CTEs within CTEs',
    'with x as (with y as (select a from t) select a as b from y) select b from x',
    ['t(a)'],
    ['b < t.a'],
  ],
  [
    'a CTE nobody reads says nothing about rows',
    'with x as (select a from t where b = 1) select c from u',
    ['t(a, b)', 'u(c)'],
    ['c < u.c'],
  ],
  ['subqueries in FROM, with new names', 'select s.q from (select a, b from t) as s (p, q)', ['t(a, b)'], ['q < t.b']],
  [
    'UNION joins by position under the names of the first',
    'select a, b from t union all select c, d from u',
    ['t(a, b)', 'u(c, d)'],
    ['a < t.a', 'a < u.c', 'b < t.b', 'b < u.d'],
  ],
  [
    'UNION of an identity and a transformation is no transformation',
    'select a from t union all select upper(a) from t',
    ['t(a)'],
    ['a < t.a'],
  ],
  [
    'EXCEPT is filtered by its right side',
    'select a from t except select b from u',
    ['t(a)', 'u(b)'],
    ['* < u.b FILTER', 'a < t.a'],
  ],
  [
    'INTERSECT shows what both have',
    'select a from t intersect select b from u',
    ['t(a)', 'u(b)'],
    ['a < t.a', 'a < u.b'],
  ],
  [
    'ORDER BY after a UNION knows the result',
    'select a from t union select b from u order by a',
    ['t(a)', 'u(b)'],
    ['* < t.a SORT', '* < u.b SORT', 'a < t.a', 'a < u.b'],
  ],
  [
    'joins, filters, groups and order decide about rows, once',
    'select t.a, count(*) as n from t join u on t.id = u.id where u.b > 0 group by t.a having max(u.c) > 1 order by n, t.d',
    ['t(id, a, d)', 'u(id, b, c)'],
    [
      '* < t.a GROUP_BY',
      '* < t.d SORT',
      '* < t.id JOIN',
      '* < u.b FILTER',
      '* < u.c FILTER',
      '* < u.id JOIN',
      'a < t.a',
    ],
  ],
  [
    'GROUP BY and ORDER BY by position',
    'select a, sum(b) as s from t group by 1 order by 2',
    ['t(a, b)'],
    ['* < t.a GROUP_BY', '* < t.b SORT', 'a < t.a', 's < t.b AGGREGATION sum'],
  ],
  [
    'what decides about the rows of a CTE decides about the result',
    'with x as (select a from t where b = 1) select a from x',
    ['t(a, b)'],
    ['* < t.b FILTER', 'a < t.a'],
  ],
  [
    'USING is one column, of the side whose rows are kept',
    'select id, x, y from a left join b using (id)',
    ['a(id, x)', 'b(id, y)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < a.id', 'x < a.x', 'y < b.y'],
  ],
  [
    'USING of a right join',
    'select id from a right join b using (id)',
    ['a(id)', 'b(id)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < b.id'],
  ],
  [
    'USING of a full join is of either side',
    'select id from a full join b using (id)',
    ['a(id)', 'b(id)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < a.id', 'id < b.id'],
  ],
  [
    '`*` shows a USING column once, first',
    'select * from a join b using (id)',
    ['a(x, id)', 'b(y, id)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < a.id', 'x < a.x', 'y < b.y'],
  ],
  [
    'NATURAL joins by the names both have',
    'select * from a natural join b',
    ['a(id, x)', 'b(id, y)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < a.id', 'x < a.x', 'y < b.y'],
  ],
  [
    'a scalar subquery gives its value, and its filters decide about that',
    'select a, (select max(u.v) from u where u.id = t.id) as m from t',
    ['t(id, a)', 'u(id, v)'],
    ['a < t.a', 'm < t.id FILTER', 'm < u.id FILTER', 'm < u.v AGGREGATION max'],
  ],
  [
    'EXISTS only decides',
    'select a from t where exists (select 1 from u where u.id = t.id)',
    ['t(id, a)', 'u(id)'],
    ['* < t.id FILTER', '* < u.id FILTER', 'a < t.a'],
  ],
  [
    'IN (query) decides by what the query gives',
    'select a from t where id in (select t_id from u where ok)',
    ['t(id, a)', 'u(t_id, ok)'],
    ['* < t.id FILTER', '* < u.ok FILTER', '* < u.t_id FILTER', 'a < t.a'],
  ],
  [
    'a subquery finds its own columns first',
    'select (select max(id) from u) as m from t',
    ['t(id)', 'u(id)'],
    ['m < u.id AGGREGATION max'],
  ],
  [
    'windows decide which value is taken',
    'select row_number() over (partition by a order by b) as r, lag(c) over (partition by a order by b) as p from t',
    ['t(a, b, c)'],
    ['p < t.a WINDOW', 'p < t.b WINDOW', 'p < t.c TRANSFORMATION', 'r < t.a WINDOW', 'r < t.b WINDOW'],
  ],
  [
    'an aggregate over a window',
    'select sum(c) over (partition by a) as s from t',
    ['t(a, c)'],
    ['s < t.a WINDOW', 's < t.c AGGREGATION sum'],
  ],
  [
    'a window by name',
    'select sum(c) over w as s from t window w as (partition by a order by b)',
    ['t(a, b, c)'],
    ['s < t.a WINDOW', 's < t.b WINDOW', 's < t.c AGGREGATION sum'],
  ],
  [
    'an aggregate with FILTER and its own order',
    "select string_agg(a, ',' order by b) filter (where c) as s from t",
    ['t(a, b, c)'],
    ['s < t.a AGGREGATION string_agg', 's < t.b SORT', 's < t.c CONDITIONAL'],
  ],
  [
    'recursive CTEs settle',
    `with recursive chain as (
       select id, parent_id, name as root from nodes where parent_id is null
       union all
       select n.id, n.parent_id, chain.root from nodes n join chain on n.parent_id = chain.id
     ) select id, root from chain`,
    ['nodes(id, parent_id, name)'],
    [
      '* < nodes.id JOIN',
      '* < nodes.parent_id FILTER',
      '* < nodes.parent_id JOIN',
      'id < nodes.id',
      'root < nodes.name',
    ],
  ],
  [
    'values that move from column to column in a recursive CTE',
    `with recursive r (a, b, c) as (select x, y, z from t union all select b, c, a from r) select a from r`,
    ['t(x, y, z)'],
    ['a < t.x', 'a < t.y', 'a < t.z'],
  ],
  [
    'LATERAL sees what stands before it',
    'select l.v from t, lateral (select u.v from u where u.id = t.id) l',
    ['t(id)', 'u(id, v)'],
    ['* < t.id FILTER', '* < u.id FILTER', 'v < u.v'],
  ],
  [
    'a whole row in one value',
    'select row_to_json(t) as j from t',
    ['t(a, b)'],
    ['j < t.a TRANSFORMATION', 'j < t.b TRANSFORMATION'],
  ],
  [
    'VALUES have no source, but the queries in them',
    'select * from (values (1, (select a from t))) as v (x, y)',
    ['t(a)'],
    ['y < t.a'],
  ],
  [
    'columns qualified by schema and table',
    'select shop.t.a, t.b from shop.t',
    ['shop.t(a, b)'],
    ['a < shop.t.a', 'b < shop.t.b'],
  ],
  [
    'the same table twice',
    'select x.a as m, y.a as n from t x join t y on x.id = y.parent',
    ['t(id, parent, a)'],
    ['* < t.id JOIN', '* < t.parent JOIN', 'm < t.a', 'n < t.a'],
  ],
  [
    'DISTINCT ON decides which row',
    'select distinct on (a) a, b from t order by a, c desc',
    ['t(a, b, c)'],
    ['* < t.a GROUP_BY', '* < t.a SORT', '* < t.c SORT', 'a < t.a', 'b < t.b'],
  ],
  [
    'a join in brackets under a name of its own',
    'select j.x, j.y from (a join b using (id)) j',
    ['a(id, x)', 'b(id, y)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'x < a.x', 'y < b.y'],
  ],
  [
    'what a data-changing CTE gives back',
    'with gone as (delete from t where a = 1 returning id, b) select b from gone',
    ['t(id, a, b)'],
    ['b < t.b'],
  ],
];

it.each(CASES)('%s', (_, sql, tables, edges) => {
  expect(edgesOf(sql, tables)).toEqual(edges);
});
