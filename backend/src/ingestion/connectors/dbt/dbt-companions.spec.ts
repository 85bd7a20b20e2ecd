import { givenManifest, reading } from './dbt.fixture';

const MANIFEST = givenManifest({
  'model.shop.orders': {},
  'test.shop.t.abc': { attached_node: 'model.shop.orders' },
  'source.shop.raw.o': {},
});
const metadata = (artifact: string): object => ({
  dbt_schema_version: `https://schemas.getdbt.com/dbt/${artifact}.json`,
  generated_at: '2026-11-21T00:00:00Z',
  invocation_id: 'i1',
});

describe('artifacts beside a manifest', () => {
  it('take types and order of columns, counts and comments from the catalog', async () => {
    const catalog = {
      metadata: metadata('catalog/v1'),
      nodes: {
        'model.shop.orders': {
          metadata: { type: 'VIEW', comment: 'c', owner: 'root' },
          columns: {
            B: { type: 'TEXT', index: 2, name: 'B', comment: 'b!' },
            A: { type: 'INT', index: 1, name: 'A', comment: null },
          },
          stats: { row_count: { id: 'row_count', value: '12' }, has_stats: { value: true } },
        },
        'model.shop.gone': { columns: {} },
      },
      errors: ['no access to schema x'],
    };
    const { patches, assets, notes } = await reading({ manifest: MANIFEST, catalog });
    expect(patches[1]).toMatchObject({
      isComplete: false,
      source: { kind: 'dbt-catalog', name: 'shop' },
      observedAt: new Date('2026-11-21T00:00:00Z'),
    });
    expect(assets.filter(({ key }) => key.startsWith('dbt-catalog:'))).toEqual([
      {
        kind: 'asset',
        key: 'dbt-catalog:shop/model.shop.orders',
        subject: { key: 'dbt:shop/model.shop.orders' },
        facts: {
          type: 'VIEW',
          description: 'c',
          properties: { rowCount: 12, databaseOwner: 'root', warehouseType: 'VIEW' },
        },
        columns: [
          { path: 'A', type: 'INT' },
          { path: 'B', type: 'TEXT', description: 'b!' },
        ],
      },
    ]);
    expect(notes.map(({ reason }) => reason)).toEqual([
      'is in the catalog but not in the manifest; left out',
      'dbt reported: no access to schema x',
    ]);
  });

  it('take results of tests and the last run of models from run results, alone too', async () => {
    const timing = [{ name: 'execute', started_at: '2026-11-21T00:00:00Z', completed_at: '2026-11-21T00:00:01Z' }];
    const run_results = {
      metadata: metadata('run-results/v6'),
      results: [
        {
          unique_id: 'model.shop.orders',
          status: 'success',
          execution_time: 1.5,
          timing,
          message: 'INSERT 3',
          adapter_response: { rows_affected: 3 },
        },
        {
          unique_id: 'test.shop.t.abc',
          status: 'warn',
          failures: 2,
          execution_time: 0.25,
          timing: [],
          message: 'Got 2',
        },
        { unique_id: 'test.shop.u.abc', status: 'skipped' },
        { unique_id: 'operation.shop.h', status: 'success' },
        { status: 'success' },
      ],
    };
    const { patches, assets, results, notes } = await reading({ run_results });
    expect(patches).toMatchObject([{ isComplete: false, source: { kind: 'dbt-run', name: 'shop' } }]);
    expect(assets).toEqual([
      {
        kind: 'asset',
        key: 'dbt-run:shop/model.shop.orders',
        subject: { key: 'dbt:shop/model.shop.orders' },
        facts: {
          properties: {
            lastRun: {
              status: 'success',
              at: '2026-11-21T00:00:01.000Z',
              durationMs: 1500,
              message: 'INSERT 3',
              rowsAffected: 3,
              invocationId: 'i1',
            },
          },
        },
      },
    ]);
    expect(results).toEqual([
      {
        kind: 'result',
        ruleKey: 'dbt:shop/test.shop.t.abc',
        executedAt: new Date('2026-11-21T00:00:00Z'),
        status: 'FAILED',
        failedRecords: 2,
        message: 'Got 2',
        durationMs: 250,
      },
      {
        kind: 'result',
        ruleKey: 'dbt:shop/test.shop.u.abc',
        executedAt: new Date('2026-11-21T00:00:00Z'),
        status: 'SKIPPED',
      },
    ]);
    expect(notes.map(({ key, outcome }) => [outcome, key])).toEqual([
      ['NOTED', 'dbt-run:shop/operation.shop.h'],
      ['REFUSED', 'run_results#4'],
    ]);
  });

  it('take freshness from sources, as a result of the rule and as a fact', async () => {
    const sources = {
      metadata: metadata('sources/v3'),
      results: [
        {
          unique_id: 'source.shop.raw.o',
          status: 'error',
          max_loaded_at: '2026-11-01T00:00:00Z',
          snapshotted_at: '2026-11-21T01:00:00Z',
          max_loaded_at_time_ago_in_s: 9,
        },
        { unique_id: 'source.shop.raw.o2', status: 'runtime error', error: 'no such column' },
      ],
    };
    const { assets, results, notes } = await reading({ manifest: MANIFEST, sources });
    expect(results).toEqual([
      {
        kind: 'result',
        ruleKey: 'dbt:shop/source.shop.raw.o#freshness',
        executedAt: new Date('2026-11-21T01:00:00Z'),
        status: 'FAILED',
        message: 'newest record: 2026-11-01T00:00:00Z',
      },
    ]);
    expect(assets.at(-1)?.facts).toEqual({
      properties: {
        freshness: {
          status: 'error',
          checkedAt: '2026-11-21T01:00:00.000Z',
          maxLoadedAt: '2026-11-01T00:00:00Z',
          ageInSeconds: 9,
        },
      },
    });
    expect(notes.map(({ reason }) => reason)).toEqual(['was checked but is not in the manifest; left out']);
  });

  it('take the semantic layer from a semantic manifest, with its own edges where no manifest came along', async () => {
    const semantic_manifest = {
      semantic_models: [
        {
          name: 'orders',
          node_relation: { relation_name: '"db"."main"."orders"' },
          measures: [{ name: 'amount', agg: 'sum' }],
        },
      ],
      metrics: [
        { name: 'revenue', type: 'simple', type_params: { measure: { name: 'amount' } } },
        {
          name: 'ratio',
          type: 'ratio',
          type_params: { numerator: { name: 'revenue' }, denominator: { name: 'revenue' } },
        },
      ],
      saved_queries: [{ name: 'weekly', query_params: { metrics: ['revenue'] } }],
    };
    const { assets } = await reading({ semantic_manifest }, { namespace: 'postgres://x', project: 'shop' });
    const id = (name: string): object => ({ spelling: { namespace: 'dbt://shop', name, quoting: 'NONE' } });
    expect(assets.map(({ key, subject, edges = [] }) => [key, subject, edges.map(({ upstream }) => upstream)])).toEqual(
      [
        [
          'dbt-semantic:shop/semantic_model.shop.orders',
          id('semantic_model.shop.orders'),
          [{ spelling: { namespace: 'postgres://x', name: '"db"."main"."orders"', quoting: 'KNOWN' } }],
        ],
        ['dbt-semantic:shop/metric.shop.revenue', id('metric.shop.revenue'), [id('semantic_model.shop.orders')]],
        ['dbt-semantic:shop/metric.shop.ratio', id('metric.shop.ratio'), [id('metric.shop.revenue')]],
        ['dbt-semantic:shop/saved_query.shop.weekly', id('saved_query.shop.weekly'), [id('metric.shop.revenue')]],
      ],
    );
  });
});
