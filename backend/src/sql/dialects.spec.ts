import { edgesOf } from './sql.fixture';

type Case = readonly [dialect: string, what: string, sql: string, tables: readonly string[], edges: readonly string[]];

const CASES: readonly Case[] = [
  // Star modifiers
  ['bigquery', '* except', 'select * except (b) from t', ['t(a, b, c)'], ['a < t.a', 'c < t.c']],
  [
    'bigquery',
    '* replace',
    'select * replace (lower(b) as b) from t',
    ['t(a, b)'],
    ['a < t.a', 'b < t.b TRANSFORMATION'],
  ],
  [
    'snowflake',
    '* exclude and rename',
    'select * exclude (a) rename (b as x) from t',
    ['t(a, b, c)'],
    ['c < t.c', 'x < t.b'],
  ],
  ['duckdb', '* exclude', 'select * exclude (a) replace (b + 1 as b) from t', ['t(a, b)'], ['b < t.b TRANSFORMATION']],
  ['databricks', '* except', 'select * except (a) from t', ['t(a, b)'], ['b < t.b']],
  [
    'snowflake',
    'exclude on a table nobody knows leaves the rest open',
    'with x as (select * exclude (a) rename (b as y) from t) select y, c from x',
    ['t'],
    ['c < t.c', 'y < t.b'],
  ],
  // Rows out of values
  [
    'bigquery',
    'unnest under the name of its element',
    'select t.id, item.sku, pos from t, unnest(t.items) as item with offset pos',
    ['t(id, items)'],
    ['id < t.id', 'sku < t.items TRANSFORMATION'],
  ],
  [
    'bigquery',
    'a column unnested by a comma',
    'select t.id, i.sku from t, t.items i',
    ['t(id, items)'],
    ['id < t.id', 'sku < t.items TRANSFORMATION'],
  ],
  [
    'bigquery',
    'an array made by a query',
    'select array(select as struct u.x from u where u.id = t.id) as xs from t',
    ['t(id)', 'u(id, x)'],
    ['xs < t.id FILTER', 'xs < u.id FILTER', 'xs < u.x TRANSFORMATION'],
  ],
  [
    'snowflake',
    'lateral flatten of a path',
    'select t.id, f.value:name::string as name, f.index as i from t, lateral flatten(input => t.src:items) f',
    ['t(id, src)'],
    ['id < t.id', 'name < t.src TRANSFORMATION'],
  ],
  [
    'snowflake',
    'table(flatten(…))',
    'select f.value as v from t, table(flatten(t.src)) f',
    ['t(src)'],
    ['v < t.src TRANSFORMATION'],
  ],
  [
    'spark',
    'lateral view explode',
    'select id, e from t lateral view explode(items) x as e',
    ['t(id, items)'],
    ['e < t.items TRANSFORMATION', 'id < t.id'],
  ],
  [
    'spark',
    'posexplode counts first',
    'select pos, val from t lateral view posexplode(items) p as pos, val',
    ['t(items)'],
    ['val < t.items TRANSFORMATION'],
  ],
  [
    'databricks',
    'explode in the list',
    'select explode(items) as e from t',
    ['t(items)'],
    ['e < t.items TRANSFORMATION'],
  ],
  [
    'trino',
    'unnest of several arrays pairs them with names',
    'select k, v, n from t cross join unnest(ks, vs) with ordinality as u (k, v, n)',
    ['t(ks, vs)'],
    ['k < t.ks TRANSFORMATION', 'v < t.vs TRANSFORMATION'],
  ],
  [
    'postgres',
    'a function with declared columns',
    'select r.a from t, jsonb_to_recordset(t.j) as r (a int, b text)',
    ['t(j)'],
    ['a < t.j TRANSFORMATION'],
  ],
  ['postgres', 'rows out of nothing', 'select x.a, t.b from t, generate_series(1, 3) as x (a)', ['t(b)'], ['b < t.b']],
  [
    'tsql',
    'openjson with columns',
    'select j.a from t cross apply openjson(t.body) with (a int, b nvarchar(10)) j',
    ['t(body)'],
    ['a < t.body TRANSFORMATION'],
  ],
  [
    'tsql',
    'cross apply of a query',
    'select q.v from t cross apply (select top 1 u.v from u where u.id = t.id order by u.at desc) q',
    ['t(id)', 'u(id, v, at)'],
    ['* < t.id FILTER', '* < u.at SORT', '* < u.id FILTER', 'v < u.v'],
  ],
  [
    'mysql',
    'json_table',
    `select j.a from t, json_table(t.body, '$[*]' columns (a int path '$.a')) j`,
    ['t(body)'],
    ['a < t.body TRANSFORMATION'],
  ],
  ['duckdb', 'unnest in the list', 'select unnest(items) as i from t', ['t(items)'], ['i < t.items TRANSFORMATION']],
  ['duckdb', 'range() gives a column of its own', 'select cast(range as date) as d from range(1, 3)', [], []],
  // Structured values
  [
    'bigquery',
    'a field whose path is known',
    'select t.address.city as c, address.zip as z from t',
    ['t(address, address.city)'],
    ['c < t.address.city', 'z < t.address TRANSFORMATION'],
  ],
  [
    'snowflake',
    'a path into a variant',
    'select src:a.b[0]::int as n from t',
    ['t(src)'],
    ['n < t.src TRANSFORMATION'],
  ],
  ['postgres', 'json operators', "select j ->> 'a' as a from t", ['t(j)'], ['a < t.j TRANSFORMATION']],
  ['postgres', 'a field of a composite', 'select (c).d as d from t', ['t(c)'], ['d < t.c TRANSFORMATION']],
  [
    'trino',
    'json_extract_scalar',
    "select json_extract_scalar(j, '$.a') as a from t",
    ['t(j)'],
    ['a < t.j TRANSFORMATION'],
  ],
  ['spark', 'an element of a map', "select m['k'] as k from t", ['t(m)'], ['k < t.m TRANSFORMATION']],
  [
    'duckdb',
    'a struct literal: its keys are no columns',
    'select {a: b, c: d} as s from t',
    ['t(b, d)'],
    ['s < t.b TRANSFORMATION', 's < t.d TRANSFORMATION'],
  ],
  [
    'spark',
    'lambda parameters are no columns',
    'select transform(xs, x -> x + y) as r from t',
    ['t(xs, y)'],
    ['r < t.xs TRANSFORMATION', 'r < t.y TRANSFORMATION'],
  ],
  [
    'duckdb',
    'list comprehension',
    'select [x + y for x in xs if x > z] as r from t',
    ['t(xs, y, z)'],
    ['r < t.xs TRANSFORMATION', 'r < t.y TRANSFORMATION', 'r < t.z TRANSFORMATION'],
  ],
  // QUALIFY, PIVOT, UNPIVOT, MATCH_RECOGNIZE, CONNECT BY
  [
    'snowflake',
    'QUALIFY filters',
    'select a from t qualify row_number() over (partition by b order by c) = 1',
    ['t(a, b, c)'],
    ['* < t.b WINDOW', '* < t.c WINDOW', 'a < t.a'],
  ],
  [
    'snowflake',
    'PIVOT with names given',
    "select * from t pivot (sum(amount) for month in ('JAN', 'FEB')) as p (id, jan, feb)",
    ['t(id, amount, month)'],
    [
      '* < t.id GROUP_BY',
      'feb < t.amount AGGREGATION sum',
      'feb < t.month CONDITIONAL',
      'id < t.id',
      'jan < t.amount AGGREGATION sum',
      'jan < t.month CONDITIONAL',
    ],
  ],
  [
    'bigquery',
    'PIVOT names',
    "select id, JAN, feb from t pivot (sum(amount) for month in ('JAN', 'FEB' as feb))",
    ['t(id, amount, month)'],
    [
      '* < t.id GROUP_BY',
      'JAN < t.amount AGGREGATION sum',
      'JAN < t.month CONDITIONAL',
      'feb < t.amount AGGREGATION sum',
      'feb < t.month CONDITIONAL',
      'id < t.id',
    ],
  ],
  [
    'tsql',
    'PIVOT over a subquery',
    'select pv.[x] from (select id, a, b from t) p pivot (max(a) for b in ([x], [y])) as pv',
    ['t(id, a, b)'],
    ['* < t.id GROUP_BY', 'x < t.a AGGREGATION max', 'x < t.b CONDITIONAL'],
  ],
  [
    'duckdb',
    'PIVOT without its values in the text',
    'with p as (pivot t on year using sum(amount) group by id) select id, "2024" from p',
    ['t(id, year, amount)'],
    ['* < t.id GROUP_BY', '2024 < t.amount AGGREGATION sum', '2024 < t.year CONDITIONAL', 'id < t.id'],
  ],
  [
    'snowflake',
    'UNPIVOT',
    'select id, month, sales from t unpivot (sales for month in (jan, feb))',
    ['t(id, jan, feb)'],
    ['id < t.id', 'sales < t.feb', 'sales < t.jan'],
  ],
  [
    'snowflake',
    'MATCH_RECOGNIZE',
    'select * from t match_recognize (partition by a order by b measures first(c) as d pattern (x) define x as y > 1)',
    ['t(a, b, c, y)'],
    ['* < t.b SORT', 'a < t.a', 'd < t.c AGGREGATION first'],
  ],
  [
    'snowflake',
    'CONNECT BY',
    'select name from t start with pid is null connect by prior id = pid',
    ['t(id, pid, name)'],
    ['* < t.id FILTER', '* < t.pid FILTER', 'name < t.name'],
  ],
  // Joins of some dialects
  [
    'spark',
    'LEFT SEMI JOIN shows the left side alone',
    'select * from a left semi join b on a.id = b.id',
    ['a(id, x)', 'b(id, y)'],
    ['* < a.id JOIN', '* < b.id JOIN', 'id < a.id', 'x < a.x'],
  ],
  [
    'snowflake',
    'ASOF JOIN',
    'select b.v from a asof join b match_condition (a.ts >= b.ts) on a.k = b.k',
    ['a(k, ts)', 'b(k, ts, v)'],
    ['* < a.k JOIN', '* < a.ts JOIN', '* < b.k JOIN', '* < b.ts JOIN', 'v < b.v'],
  ],
  [
    'duckdb',
    'UNION BY NAME',
    'select a, b from t union all by name select b, c from u',
    ['t(a, b)', 'u(b, c)'],
    ['a < t.a', 'b < t.b', 'b < u.b', 'c < u.c'],
  ],
  ['duckdb', 'FROM first', 'from t select a', ['t(a)'], ['a < t.a']],
  [
    'snowflake',
    'GROUP BY ALL',
    'select a, b, sum(c) as s from t group by all',
    ['t(a, b, c)'],
    ['* < t.a GROUP_BY', '* < t.b GROUP_BY', 'a < t.a', 'b < t.b', 's < t.c AGGREGATION sum'],
  ],
  // Choices
  [
    'snowflake',
    'IFF and DECODE',
    'select iff(a, b, c) as i, decode(d, 1, e, f) as g from t',
    ['t(a, b, c, d, e, f)'],
    [
      'g < t.d CONDITIONAL',
      'g < t.e TRANSFORMATION',
      'g < t.f TRANSFORMATION',
      'i < t.a CONDITIONAL',
      'i < t.b TRANSFORMATION',
      'i < t.c TRANSFORMATION',
    ],
  ],
  [
    'redshift',
    'NVL2',
    'select nvl2(a, b, c) as r from t',
    ['t(a, b, c)'],
    ['r < t.a CONDITIONAL', 'r < t.b TRANSFORMATION', 'r < t.c TRANSFORMATION'],
  ],
  [
    'tsql',
    'IIF',
    'select iif(a > 1, b, c) as r from t',
    ['t(a, b, c)'],
    ['r < t.a CONDITIONAL', 'r < t.b TRANSFORMATION', 'r < t.c TRANSFORMATION'],
  ],
  [
    'tsql',
    'units of time are no columns',
    'select datediff(day, a, b) as d from t',
    ['t(a, b)'],
    ['d < t.a TRANSFORMATION', 'd < t.b TRANSFORMATION'],
  ],
  ['tsql', 'variables are no columns', 'select a from t where b = @limit', ['t(a, b)'], ['* < t.b FILTER', 'a < t.a']],
  // Aliases of the same SELECT
  ...['snowflake', 'redshift', 'databricks', 'duckdb'].map((dialect): Case => [
    dialect,
    'an alias may be used further on',
    'select a + 1 as x, x * 2 as y from t',
    ['t(a)'],
    ['x < t.a TRANSFORMATION', 'y < t.a TRANSFORMATION'],
  ]),
  ['snowflake', 'a column comes before an alias', 'select b as a, a as c from t', ['t(a, b)'], ['a < t.b', 'c < t.a']],
  [
    'postgres',
    'an alias is no column of the same SELECT',
    'select a + 1 as x, x as y from t',
    ['t(a)'],
    ['x < t.a TRANSFORMATION'],
  ],
];

it.each(CASES)('%s: %s', (dialect, _, sql, tables, edges) => {
  expect(edgesOf(sql, tables, dialect)).toEqual([...edges].sort());
});

const QUOTING: readonly (readonly [
  dialect: string,
  what: string,
  sql: string,
  table: string,
  edges: readonly string[],
])[] = [
  [
    'postgres',
    'unquoted names are lower case',
    'select ID from Shop.Orders',
    'shop.orders(id)',
    ['ID < shop.orders.id'],
  ],
  ['postgres', 'quoted names keep their case', 'select "Id" from t', 't(id, Id)', ['Id < t.Id']],
  [
    'snowflake',
    'unquoted names are upper case',
    'select id from db.sch.orders',
    'DB.SCH.ORDERS(ID)',
    ['id < DB.SCH.ORDERS.ID'],
  ],
  ['snowflake', 'quoted names keep their case', 'select "id" from t', 'T(ID, id)', ['id < T.id']],
  ['bigquery', 'a name in one pair of quotes', 'select a from `p.d.t`', 'p.d.t(a)', ['a < p.d.t.a']],
  ['bigquery', 'parts quoted in groups', 'select a from `p.d`.t', 'p.d.t(a)', ['a < p.d.t.a']],
  [
    'bigquery',
    'tables of one day each',
    'select a from `p.d.events_20240131`',
    'p.d.events_*(a)',
    ['a < p.d.events_*.a'],
  ],
  ['tsql', 'brackets', 'select [a b] from [db].[dbo].[t]', 'db.dbo.t(a b)', ['a b < db.dbo.t.a b']],
  ['tsql', 'a schema left out', 'select a from db..t', 'db.dbo.t(a)', ['a < db.dbo.t.a']],
  ['mysql', 'backticks', 'select `A` from `d`.`t`', 'd.t(a)', ['A < d.t.a']],
  ['redshift', 'quotes mean no case', 'select "ID" from "T"', 't(id)', ['ID < t.id']],
  ['databricks', 'three parts in backticks', 'select a from `main`.`s`.`t`', 'main.s.t(a)', ['a < main.s.t.a']],
  ['trino', 'case never matters', 'select "ID" from Hive.S.T', 'hive.s.t(id)', ['ID < hive.s.t.id']],
];

it.each(QUOTING)('%s: %s', (dialect, _, sql, known, edges) => {
  expect(edgesOf(sql, [known], dialect)).toEqual(edges);
});

it.each(['postgres', 'snowflake', 'bigquery', 'redshift', 'databricks', 'spark', 'duckdb', 'trino', 'mysql', 'tsql'])(
  '%s: a model in dbt style',
  (dialect) => {
    const sql = `with source as (select * from raw.customers),
      renamed as (select id as customer_id, lower(trim(email)) as email from source),
      final as (
        select r.customer_id, r.email, count(o.id) as orders, max(o.created_at) as last_order_at
        from renamed r left join raw.orders o on o.customer_id = r.customer_id
        group by r.customer_id, r.email
      )
      select * from final`;
    expect(edgesOf(sql, ['raw.customers(id, email)', 'raw.orders(id, customer_id, created_at)'], dialect)).toEqual([
      '* < raw.customers.email GROUP_BY',
      '* < raw.customers.id GROUP_BY',
      '* < raw.customers.id JOIN',
      '* < raw.orders.customer_id JOIN',
      'customer_id < raw.customers.id',
      'email < raw.customers.email TRANSFORMATION',
      'last_order_at < raw.orders.created_at AGGREGATION max',
      'orders < raw.orders.id AGGREGATION count count',
    ]);
  },
);
