import { givenApp, type GivenApp } from './given/app';
import { DATA, dataset, emptied, event, facet, schema, send } from './given/events';
import { shownEdges, shownStatus } from './given/shown';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());
beforeEach(() => emptied(given));

const place = (name: string): object => ({ ...dataset(name), type: 'DATASET' });
const lineage = (rest: object): object => ({ lineage: facet(rest) });
const columns = (): Promise<string[]> =>
  given.db
    .query<{ edge: string }[]>(
      `select above.display_name || '.' || up.path || ' → ' || below.display_name || '.' || down.path || ' ' || subtype as edge
         from column_edge join asset_column up on up.id = upstream_id join asset_column down on down.id = downstream_id
         join asset above on above.id = up.asset_id join asset below on below.id = down.asset_id order by 1`,
    )
    .then((rows) => rows.map(({ edge }) => edge));
const origin = (from: object, field: string): object =>
  facet({
    fields: {
      [field]: { inputFields: [{ ...from, field, transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }] }] },
    },
  });
const kinds = (): Promise<object[]> =>
  given.db.query('select display_name as from, kind from lineage_edge join asset on asset.id = upstream_id order by 1');

describe('an explicit lineage facet', () => {
  it('of a dataset goes before its column lineage and before everything read', async () => {
    const byColumn = facet({ fields: { id: { inputFields: [{ ...dataset('customers'), field: 'id' }] } } });
    const said = lineage({
      inputs: [place('orders')],
      fields: {
        id: {
          inputs: [
            { ...place('orders'), field: 'order_id', transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }] },
          ],
        },
      },
    });
    await send(
      given,
      event({
        from: ['orders', 'customers'],
        to: [dataset('daily', { facets: { columnLineage: byColumn, ...said } }), 'log'],
      }),
    );
    expect(await shownEdges(given.db)).toEqual(['customers → log', 'orders → daily', 'orders → log']);
    expect(await columns()).toEqual(['orders.order_id → daily.id IDENTITY']);
  });

  it('of a job says all that goes where, also between jobs and out of nothing', async () => {
    const entries = [
      { ...place('daily'), inputs: [place('orders'), { type: 'JOB', namespace: 'nightly', name: 'enrich' }] },
      { ...place('made'), inputs: [], fields: { total: { inputs: [{ type: 'JOB' }] } } },
      { ...place('nothing'), inputs: [] },
      {
        type: 'JOB',
        namespace: 'nightly',
        name: 'load',
        inputs: [{ ...place('stage'), transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }] }],
      },
    ];
    await send(
      given,
      event({ job: 'main', from: ['orders', 'other'], to: ['daily', 'nothing'], jobFacets: lineage({ entries }) }),
    );
    expect(await shownEdges(given.db)).toEqual(['enrich → daily', 'main → made', 'orders → daily', 'stage → load']);
  });

  it('of a job event declares lineage without a run', async () => {
    const entries = [{ ...place('daily'), inputs: [place('orders')] }];
    await send(given, event({ run: null, job: 'main', jobFacets: lineage({ entries }) }));
    expect(await shownEdges(given.db)).toEqual(['orders → daily']);
  });

  it('of a dataset event holds without a job', async () => {
    const { eventTime, producer, schemaURL } = event();
    const facets = lineage({ inputs: [place('orders')] });
    await send(given, { eventTime, producer, schemaURL, dataset: dataset('daily', { facets }) });
    expect(await shownEdges(given.db)).toEqual(['orders → daily']);
  });
});

it('calls an edge indirect when no value goes along it', async () => {
  const filter = [{ type: 'INDIRECT', subtype: 'FILTER' }];
  const said = facet({
    fields: { id: { inputFields: [{ ...dataset('orders'), field: 'id' }] } },
    dataset: [{ ...dataset('calendar'), field: 'day', transformations: filter }],
  });
  await send(
    given,
    event({ from: ['orders', 'calendar'], to: [dataset('daily', { facets: { columnLineage: said } })] }),
  );
  expect(await kinds()).toEqual([
    { from: 'calendar', kind: 'INDIRECT' },
    { from: 'orders', kind: 'DIRECT' },
  ]);
});

const PATH = { namespace: 'hdfs://nn', name: '/warehouse/t1' };
const HIVE = { namespace: 'hive://metastore:9083', name: 'default.t1' };
const linked = { ...PATH, facets: { symlinks: facet({ identifiers: [{ ...HIVE, type: 'TABLE' }] }) } };
const found = async (of: { namespace: string; name: string }): Promise<object | null | undefined> => {
  const { data } = await given.query<{ assetByName: object | null }>(
    'query($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { name namespace runs { state } } }',
    of,
  );
  return data?.assetByName;
};

it.each([
  [
    'before',
    (): object[] => [
      event({ at: 0, from: [linked], to: ['daily'] }),
      event({ at: 5, job: 'late', from: [PATH], to: ['late'] }),
    ],
  ],
  [
    'after',
    (): object[] => [
      event({ at: 5, job: 'late', from: [PATH], to: ['late'] }),
      event({ at: 0, from: [linked], to: ['daily'] }),
    ],
  ],
])('makes one asset of a path and its table, whether told %s the path alone is seen', async (_when, events) => {
  for (const one of events()) await send(given, one);
  const asset = { ...HIVE, runs: [{ state: 'COMPLETED' }, { state: 'COMPLETED' }] };
  expect([await found(PATH), await found(HIVE)]).toEqual([asset, asset]);
  expect(await shownEdges(given.db)).toEqual(['t1 → daily', 't1 → late']);
});

it('leaves a second table that claims the same path on its own', async () => {
  const other = { namespace: 'hive://other:9083', name: 'default.copy' };
  const second = { ...other, facets: { symlinks: facet({ identifiers: [{ ...PATH, type: 'LOCATION' }] }) } };
  await send(given, event({ at: 0, from: [linked], to: ['daily'] }));
  await send(given, event({ at: 5, from: [second], to: ['daily'] }));
  expect([await found(PATH), await found(other)]).toMatchObject([HIVE, other]);
});

it('lets a renamed table keep its lineage under both names', async () => {
  await send(given, event({ at: 0, from: ['orders'], to: ['daily'] }));
  const previousIdentifier = { namespace: DATA, name: 'shop.public.daily' };
  const renamed = dataset('revenue', {
    facets: { lifecycleStateChange: facet({ lifecycleStateChange: 'RENAME', previousIdentifier }) },
  });
  await send(given, event({ at: 5, job: 'rename', to: [renamed] }));
  expect(await shownEdges(given.db)).toEqual(['orders → revenue']);
  expect(await found(previousIdentifier)).toMatchObject({ name: 'shop.public.revenue' });
});

it('retires a dropped table until it is written again, and keeps one that a run replaces', async () => {
  const dropped = (name: string): object =>
    dataset(name, { facets: { lifecycleStateChange: facet({ lifecycleStateChange: 'DROP' }) } });
  const run = '0190a000-0000-7000-8000-0000000000d1';
  await send(given, event({ at: 0, from: ['orders'], to: ['sums', 'swap'] }));
  await send(given, event({ at: 5, job: 'clean', to: [dropped('sums'), dropped('never')] }));
  await send(given, event({ at: 6, run, type: 'RUNNING', to: ['swap'] }), event({ at: 7, run, to: [dropped('swap')] }));
  expect(await shownStatus(given.db)).toMatchObject({
    sums: 'RETIRED',
    never: 'RETIRED',
    swap: 'ACTIVE',
    orders: 'ACTIVE',
  });
  await send(given, event({ at: 9, from: ['orders'], to: ['sums'] }));
  expect(await shownStatus(given.db)).toMatchObject({ sums: 'ACTIVE' });
});

it('keeps checks and their results, however a producer places them', async () => {
  const assertions = [
    { assertion: 'not_null', column: 'id', success: true },
    { assertion: 'unique', column: 'id', success: false, severity: 'warn', expected: 'none', actual: '2 twice' },
  ];
  const checked = dataset('orders', {
    facets: { ...schema('id int'), dataQualityAssertions: facet({ assertions }) },
    inputFacets: { dataQualityAssertions: facet({ assertions }) },
  });
  const test = facet({ tests: [{ name: 'rows are there', status: 'skip', type: 'row_count' }] });
  await send(given, event({ at: 0, from: [checked], runFacets: { test } }));
  const rows = await given.db.query(
    `select rule.type, rule.name, column_path, severity, status, message from quality_rule rule
       join quality_result on rule_id = rule.id order by 1`,
  );
  expect(rows).toEqual([
    { type: 'not_null', name: 'not_null id', column_path: 'id', severity: 'error', status: 'PASSED', message: null },
    {
      type: 'row_count',
      name: 'rows are there',
      column_path: null,
      severity: 'error',
      status: 'SKIPPED',
      message: null,
    },
    {
      type: 'unique',
      name: 'unique id',
      column_path: 'id',
      severity: 'warning',
      status: 'FAILED',
      message: 'expected none, actual 2 twice',
    },
  ]);
});

it('shows the levels that a hierarchy names, and what else is worth showing', async () => {
  const facets = {
    hierarchy: facet({
      hierarchy: [
        { type: 'DATABASE', name: 'shop' },
        { type: 'SCHEMA', name: 'pub.lic' },
        { type: 'TABLE', name: 'o' },
      ],
    }),
    storage: facet({ storageLayer: 'iceberg', fileFormat: 'parquet' }),
    catalog: facet({ framework: 'iceberg', type: 'hive', name: 'lake' }),
  };
  await send(given, event({ from: [dataset('orders', { facets })] }));
  const [row] = await given.db.query<{ properties: object }[]>(
    "select properties from asset where display_name = 'orders'",
  );
  expect(row?.properties).toMatchObject({
    database: 'shop',
    schema: 'pub.lic',
    storageLayer: 'iceberg',
    catalog: 'lake',
  });
});

it('keeps a job and a dataset of one name apart, whoever speaks of them', async () => {
  const own = { namespace: 'spark', name: 'daily' };
  await send(
    given,
    event({ at: 0, jobNamespace: 'spark', job: 'daily', from: ['orders'], to: [{ ...own, facets: schema('id int') }] }),
    event({ at: 5, jobNamespace: 'spark', job: 'report', from: [own], to: ['board'] }),
  );
  const register = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { urn } }';
  for (const type of ['JOB', 'VIEW']) {
    await given.query(register, { input: { ...own, type, description: `a ${type.toLowerCase()}` } });
  }
  const { data } = await given.query(`{
    assetByName(namespace: "spark", name: "daily") { urn type description upstreamCount downstreamCount columns { name } }
    jobs(filter: { text: "daily" }) { nodes { asset { urn type description } outputs { asset { urn } } } }
  }`);
  const urn = 'urn:trib:dataset:(spark,daily)';
  expect(data).toEqual({
    assetByName: {
      urn,
      type: 'VIEW',
      description: 'a view',
      upstreamCount: 1,
      downstreamCount: 1,
      columns: [{ name: 'id' }],
    },
    jobs: {
      nodes: [
        {
          asset: { urn: 'urn:trib:job:(spark,daily)', type: 'JOB', description: 'a job' },
          outputs: [{ asset: { urn } }],
        },
      ],
    },
  });
});

it('lets jobs of one pipeline meet in a dataset in memory, and keeps pipelines that use the same name apart', async () => {
  const frame = { namespace: 'inmemory://', name: 'frame' };
  const made = { ...frame, facets: { ...schema('id int'), columnLineage: origin(dataset('orders'), 'id') } };
  const daily = dataset('daily', { facets: { ...schema('id int'), columnLineage: origin(frame, 'id') } });
  const under = (job: string): object => ({
    parent: facet({ run: { runId: '0192f0c6-1111-7000-8000-00000000000a' }, job: { namespace: 'nightly', name: job } }),
  });
  await send(
    given,
    event({ at: 1, job: 'a.extract', from: ['orders'], to: [made], runFacets: under('a') }),
    event({ at: 2, job: 'a.load', from: [frame], to: [daily], runFacets: under('a') }),
    event({ at: 3, job: 'b.load', from: [frame], to: ['other'], runFacets: under('b') }),
  );
  expect(await shownEdges(given.db)).toEqual(['frame → daily', 'frame → other', 'orders → frame']);
  expect(await columns()).toEqual(['frame.id → daily.id IDENTITY', 'orders.id → frame.id IDENTITY']);
  const { data } = await given.query<{ assetByName: { id: string } }>(
    '{ assetByName(namespace: "postgres://db.test", name: "shop.public.orders") { id } }',
  );
  const walked = await given.query(
    `query ($id: ID!) { lineage(assetId: $id, direction: DOWNSTREAM) { nodes { distance asset { name type } } } }`,
    { id: data?.assetByName.id },
  );
  expect(walked.data).toEqual({
    lineage: {
      nodes: [
        { distance: 0, asset: { name: 'shop.public.orders', type: 'TABLE' } },
        { distance: 1, asset: { name: 'nightly/a/frame', type: 'EPHEMERAL' } },
        { distance: 2, asset: { name: 'shop.public.daily', type: 'TABLE' } },
      ],
    },
  });
});
