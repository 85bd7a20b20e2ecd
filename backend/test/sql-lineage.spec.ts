import { SqlLineageService } from '../src/ingestion/sql-lineage/sql-lineage.service';
import { claimSql } from '../src/ingestion/store/sql/texts';
import { givenApp, type GivenApp } from './given/app';
import { DATA, dataset, event, facet, schema, send } from './given/events';
import { says, spelt, tell, type Sketch } from './given/patch';

// Threads start slowly on a machine that is busy.
jest.setTimeout(60_000);

let given: GivenApp;
let service: SqlLineageService;

beforeAll(async () => {
  given = await givenApp();
  service = given.app.get(SqlLineageService);
});
afterAll(() => given.close());

const sql = (text: string): NonNullable<Sketch['code']> => ({ language: 'sql', text });

/** `email < customers.email TRANSFORMATION`, of one table, as the analysis found it. */
async function edgesInto(table: string, database = 'analytics'): Promise<readonly string[]> {
  const rows = await given.db.query<{ line: string }[]>(
    `select concat_ws(' ', downstream.path, '<', upstream_asset.display_name || '.' || upstream.path,
                      nullif(edge.subtype, 'IDENTITY'), edge.function, edge.masking_kind) as line
       from column_edge edge
       join assertion on assertion.id = edge.assertion_id
       join source on source.id = assertion.source_id and source.kind = 'sql'
       join asset_column downstream on downstream.id = edge.downstream_id
       join asset on asset.id = downstream.asset_id
       join asset_column upstream on upstream.id = edge.upstream_id
       join asset upstream_asset on upstream_asset.id = upstream.asset_id
      where asset.name = $1 order by 1`,
    [`${database}.public.${table}`],
  );
  return rows.map(({ line }) => line);
}

async function factsOf(table: string): Promise<unknown> {
  const [row] = await given.db.query<{ properties: Record<string, unknown> }[]>(
    `select properties from asset where name = $1`,
    [`analytics.public.${table}`],
  );
  return row?.properties['sqlLineage'];
}

const analysed = async (): Promise<unknown> => {
  const [row] = await given.db.query<{ count: number }[]>('select count(*)::int as count from sql_analysis');
  return row?.count;
};

it('reads column edges out of a model’s SQL, with what happens on the way', async () => {
  await tell(given.db, {
    source: { kind: 'dbt-catalog' },
    statements: [
      says('a_customers', { columns: ['id', 'email', 'age'] }),
      says('a_orders', { columns: ['id', 'customer_id'] }),
    ],
  });
  const text = `with c as (select * from analytics.public.a_customers)
    select c.id, md5(c.email) as email_hash, case when c.age > 17 then 'adult' end as kind, count(o.id) as orders
    from c left join public.a_orders o on o.customer_id = c.id group by 1, 2, 3`;
  await tell(given.db, {
    statements: [
      says('a_model', { from: ['analytics.public.a_customers', 'analytics.public.a_orders'], code: sql(text) }),
    ],
  });
  await service.drain();
  expect(await edgesInto('a_model')).toEqual([
    'email_hash < a_customers.email TRANSFORMATION hash',
    'id < a_customers.id',
    'kind < a_customers.age CONDITIONAL',
    'orders < a_orders.id AGGREGATION count count',
  ]);
  expect(await factsOf('a_model')).toEqual({ status: 'COMPLETE' });
});

it('reads nothing again when it is told the same again', async () => {
  const before = await analysed();
  await given.db.query(`insert into sql_queue select asset_id from asset_sql on conflict do nothing`);
  await service.drain();
  expect({ after: await analysed(), waiting: await service.backlog() }).toEqual({ after: before, waiting: 0 });
});

it('follows models through models whose columns nobody listed, whatever the order they are read in', async () => {
  await tell(given.db, { source: { kind: 'dbt-catalog' }, statements: [says('b_raw', { columns: ['id', 'email'] })] });
  await tell(given.db, {
    statements: [
      says('b_mart', { from: ['analytics.public.b_stage'], code: sql('select * from public.b_stage') }),
      says('b_stage', {
        from: ['analytics.public.b_raw'],
        code: sql('select id, lower(email) as mail from public.b_raw'),
      }),
    ],
  });
  await service.drain();
  expect(await edgesInto('b_mart')).toEqual(['id < b_stage.id', 'mail < b_stage.mail']);
});

it('takes what feeds others out of the queue before them, however long they have waited', async () => {
  const [claimed] = await given.db.transaction(async (tx) => {
    await tx.query(`
      insert into sql_queue (asset_id, queued_at)
      select id, case when name like '%b_mart' then now() - interval '1 hour' else now() end
        from asset where name in ('analytics.public.b_mart', 'analytics.public.b_stage')`);
    const ids = await claimSql(tx, 1);
    return tx.query<{ name: string }[]>('select name from asset where id = any ($1::bigint[])', [ids]);
  });
  expect(claimed).toEqual({ name: 'analytics.public.b_stage' });
});

it('reads ephemeral models where they stand as CTEs', async () => {
  await tell(given.db, { source: { kind: 'dbt-catalog' }, statements: [says('c_raw', { columns: ['id', 'v'] })] });
  const inner = 'select id, upper(v) as w from public.c_raw';
  await tell(given.db, {
    statements: [
      says('c_eph', { type: 'EPHEMERAL', from: ['analytics.public.c_raw'], code: sql(inner) }),
      says('c_model', {
        from: ['analytics.public.c_eph'],
        code: sql(`with __dbt__cte__c_eph as (${inner}) select id, w from __dbt__cte__c_eph`),
      }),
    ],
  });
  await service.drain();
  expect([await edgesInto('c_eph'), await edgesInto('c_model')]).toEqual([
    ['id < c_raw.id', 'w < c_raw.v TRANSFORMATION'],
    ['id < c_eph.id', 'w < c_eph.w'],
  ]);
});

it('says why on the asset when a text cannot be followed, and reads it again when the schema is known', async () => {
  await tell(given.db, {
    statements: [
      says('d_raw'),
      says('d_model', { from: ['analytics.public.d_raw'], code: sql('select * from public.d_raw') }),
    ],
  });
  await service.drain();
  expect(await factsOf('d_model')).toEqual({
    status: 'PARTIAL',
    problems: ['line 1: The columns of analytics.public.d_raw are not known, so * could not be followed'],
  });
  await tell(given.db, { source: { kind: 'dbt-catalog' }, statements: [says('d_raw', { columns: ['id', 'name'] })] });
  await service.drain();
  expect({ edges: await edgesInto('d_model'), facts: await factsOf('d_model') }).toEqual({
    edges: ['id < d_raw.id', 'name < d_raw.name'],
    facts: { status: 'COMPLETE' },
  });
});

it('keeps what was known when the new text cannot be read', async () => {
  await tell(given.db, {
    statements: [says('d_model', { from: ['analytics.public.d_raw'], code: sql('select {{ broken') })],
    day: 2,
  });
  await service.drain();
  expect({ edges: await edgesInto('d_model'), facts: await factsOf('d_model') }).toMatchObject({
    edges: ['id < d_raw.id', 'name < d_raw.name'],
    facts: { status: 'FAILED' },
  });
});

it('leaves columns to the source that explains them itself', async () => {
  await tell(given.db, { source: { kind: 'dbt-catalog' }, statements: [says('e_raw', { columns: ['a', 'b'] })] });
  await tell(given.db, {
    statements: [
      says('e_model', { from: ['analytics.public.e_raw'], code: sql('select a as x, b as y from public.e_raw') }),
    ],
  });
  await tell(given.db, {
    source: { kind: 'openlineage', name: 'spark' },
    statements: [says('run', { as: spelt('e_model'), columnsFrom: ['analytics.public.e_raw.b → x'] })],
  });
  await service.drain();
  expect(await edgesInto('e_model')).toEqual(['y < e_raw.b']);
});

it('takes its word back when an asset has no SQL any more', async () => {
  await tell(given.db, { statements: [says('e_model', { from: ['analytics.public.e_raw'] })], day: 2 });
  await service.drain();
  expect({ edges: await edgesInto('e_model'), facts: await factsOf('e_model') }).toEqual({
    edges: [],
    facts: undefined,
  });
});

it('reads the code of lineage that was recorded without columns', async () => {
  await tell(given.db, {
    source: { kind: 'dbt-catalog' },
    statements: [says('f_raw', { columns: ['id', 'v'] }), says('f_out')],
  });
  const ids = await given.db.query<{ name: string; public_id: string }[]>(
    `select display_name as name, public_id from asset where display_name in ('f_raw', 'f_out')`,
  );
  const id = (name: string) => ids.find((row) => row.name === name)?.public_id ?? '';
  await given.query(`mutation($input: RecordLineageInput!) { recordLineage(input: $input) { added } }`, {
    input: {
      assetId: id('f_out'),
      parentAssetIds: [id('f_raw')],
      transformation: 'load',
      transformationCode: 'insert into public.f_out select id, v + 1 as w from public.f_raw',
    },
  });
  await service.drain();
  expect(await edgesInto('f_out')).toEqual(['id < f_raw.id', 'w < f_raw.v TRANSFORMATION']);
});

it('shows the line and the expression behind a column, and what decides the rows', async () => {
  await tell(given.db, {
    source: { kind: 'dbt-catalog' },
    statements: [says('g_raw', { columns: ['id', 'email', 'gone'] })],
  });
  const text = 'select id,\n  lower(email) as mail\nfrom public.g_raw\nwhere gone is null';
  await tell(given.db, {
    statements: [says('g_model', { from: ['analytics.public.g_raw'], code: sql(text) })],
  });
  await service.drain();
  const [row] = await given.db.query<{ id: string }[]>(
    `select public_id as id from asset where display_name = 'g_model'`,
  );
  const answer = await given.query(
    `query($id: ID!) {
      asset(id: $id) { sqlLineage { status problems { message } rowSources { table column subtype line } } }
      columnLineage(assetId: $id, column: "mail", direction: UPSTREAM) { edges { evidence { expression line confidence } } }
    }`,
    { id: row?.id },
  );
  expect(answer.data).toEqual({
    asset: {
      sqlLineage: {
        status: 'COMPLETE',
        problems: [],
        rowSources: [{ table: 'analytics.public.g_raw', column: 'gone', subtype: 'FILTER', line: 4 }],
      },
    },
    columnLineage: { edges: [{ evidence: [{ expression: 'lower(email) as mail', line: 2, confidence: 1 }] }] },
  });
});

it('tells at which line a change of a column would be felt', async () => {
  const [row] = await given.db.query<{ id: string }[]>(
    `select public_id as id from asset where display_name = 'g_raw'`,
  );
  const answer = await given.query(
    `query($id: ID!) {
      impact(assetId: $id, column: "email", change: RENAME) { nodes { column evidence { line } } }
    }`,
    { id: row?.id },
  );
  expect(answer.data).toEqual({ impact: { nodes: [{ column: 'mail', evidence: [{ line: 2 }] }] } });
});

const jobSql = (query: string, rest: object = {}): object => ({ sql: facet({ query, ...rest }) });

async function problemsOf(table: string): Promise<unknown> {
  const [row] = await given.db.query<{ properties: { sqlLineage?: { problems?: unknown } } }[]>(
    `select properties from asset where name = $1`,
    [`shop.public.${table}`],
  );
  return row?.properties.sqlLineage?.problems;
}

it('reads the SQL that a job reports into columns of what it writes, in the dialect that is said', async () => {
  const raw = dataset('h_raw', { facets: schema('id', 'email', 'tags') });
  const query = 'insert into public.h_out select `id`, sha2(email, 256) as mail from public.h_raw -- `spark`';
  await send(given, event({ job: 'h', from: [raw], to: ['h_out'], jobFacets: jobSql(query, { dialect: 'spark' }) }));
  await service.drain();
  expect(await edgesInto('h_out', 'shop')).toEqual(['id < h_raw.id', 'mail < h_raw.email TRANSFORMATION hash']);
});

it('leaves columns to what the job says of them itself, and takes its SQL back with it', async () => {
  const said = { id: { inputFields: [{ namespace: DATA, name: 'shop.public.h_raw', field: 'tags' }] } };
  const out = dataset('h_out', { facets: { columnLineage: facet({ fields: said }) } });
  await send(given, event({ job: 'h', at: 1, from: ['h_raw'], to: [out] }));
  await service.drain();
  const left = await edgesInto('h_out', 'shop');
  await send(given, event({ job: 'h', at: 2, from: ['h_raw'], to: ['h_out'], jobFacets: { sql: { _deleted: true } } }));
  await service.drain();
  expect({ left, gone: await edgesInto('h_out', 'shop') }).toEqual({
    left: ['mail < h_raw.email TRANSFORMATION hash'],
    gone: [],
  });
});

it('reads SQL in a sourceCode facet, and joins what several jobs write into one asset', async () => {
  const raw = dataset('i_raw', { facets: schema('id', 'a', 'b') });
  const code = { sourceCode: facet({ language: 'SQL', sourceCode: 'select id, a as x from public.i_raw' }) };
  await send(
    given,
    event({ job: 'i_one', from: [raw], to: ['i_out'], jobFacets: code }),
    event({ job: 'i_two', from: [raw], to: ['i_out'], jobFacets: jobSql('select b as y from public.i_raw') }),
  );
  await service.drain();
  expect(await edgesInto('i_out', 'shop')).toEqual(['id < i_raw.id', 'x < i_raw.a', 'y < i_raw.b']);
});

it('gives each of several assets of one job what its SQL says by name, and says so where it does not', async () => {
  const raw = dataset('j_raw', { facets: schema('id', 'a') });
  const query =
    'insert into public.j_one select id from public.j_raw; insert into public.j_two select a from public.j_raw';
  await send(given, event({ job: 'j', from: [raw], to: ['j_one', 'j_two', 'j_three'], jobFacets: jobSql(query) }));
  await service.drain();
  expect({
    one: await edgesInto('j_one', 'shop'),
    two: await edgesInto('j_two', 'shop'),
    three: await problemsOf('j_three'),
  }).toEqual({
    one: ['id < j_raw.id'],
    two: ['a < j_raw.a'],
    three: ['Job j makes several assets, and its SQL does not say what of it makes this one'],
  });
});

it('keeps what a job’s SQL gave when the next text cannot be read, and says why', async () => {
  const before = await edgesInto('i_out', 'shop');
  await send(
    given,
    event({ job: 'i_two', at: 5, from: ['i_raw'], to: ['i_out'], jobFacets: jobSql('select {{ b }} from') }),
  );
  await service.drain();
  expect({ edges: await edgesInto('i_out', 'shop'), said: await problemsOf('i_out') }).toEqual({
    edges: before,
    said: [expect.stringContaining('template')],
  });
});
