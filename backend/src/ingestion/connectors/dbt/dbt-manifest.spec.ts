import { givenManifest, reading, RECEIVED_AT } from './dbt.fixture';

const NS = 'postgres://db.internal:5432';

describe('a dbt manifest', () => {
  it('says everything of a model: place, columns, owner, layer, contract, code, parents', async () => {
    const manifest = givenManifest(
      {
        'source.shop.raw.orders': {
          source_name: 'raw',
          schema: 'raw',
          identifier: 'ORDERS_V2',
          relation_name: '"db"."raw"."ORDERS_V2"',
          loader: 'airbyte',
        },
        'model.shop.fct_orders.v2': {
          name: 'fct_orders',
          alias: 'fct_orders_v2',
          relation_name: '"db"."main"."fct_orders_v2"',
          original_file_path: 'models/marts/fct_orders.sql',
          description: 'All orders',
          tags: ['nightly', 'finance'],
          meta: { tier: 1, api_token: 'hunter2' },
          access: 'public',
          version: 2,
          latest_version: 3,
          deprecation_date: '2027-01-01',
          group: 'finance',
          package_name: 'shop',
          language: 'sql',
          compiled_code: 'select 1',
          config: { materialized: 'incremental', tags: 'finance', contract: { enforced: true }, meta: { tier: 2 } },
          constraints: [{ type: 'primary_key', columns: ['id'] }],
          columns: {
            id: { name: 'id', data_type: 'bigint', description: 'Key', tags: ['key'] },
            'we.ird': {
              name: 'we.ird',
              constraints: [{ type: 'not_null' }],
              config: { tags: ['pii'], meta: { a: 1 } },
            },
          },
          depends_on: { nodes: ['source.shop.raw.orders'] },
        },
        'group.shop.finance': { name: 'finance', owner: { name: 'Finance team', email: 'fin@shop.example' } },
      },
      { parent_map: { 'model.shop.fct_orders.v2': ['source.shop.raw.orders', 'source.shop.raw.orders'] } },
    );
    const { patches, assets, notes } = await reading({ manifest });
    expect(patches).toEqual([
      {
        source: { kind: 'dbt', name: 'shop', scope: NS, label: 'dbt project shop' },
        observedAt: new Date('2026-11-20T08:00:00Z'),
        isComplete: true,
        partialKinds: ['dbt-hook'],
      },
    ]);
    expect(notes).toEqual([]);
    expect(assets).toEqual([
      {
        kind: 'asset',
        key: 'dbt:shop/model.shop.fct_orders.v2',
        subject: { spelling: { namespace: NS, name: '"db"."main"."fct_orders_v2"', quoting: 'KNOWN' } },
        facts: {
          type: 'TABLE',
          description: 'All orders',
          owner: 'Finance team',
          tags: ['finance', 'nightly'],
          layer: 'mart',
          code: { language: 'sql', text: 'select 1' },
          properties: {
            resourceType: 'model',
            uniqueId: 'model.shop.fct_orders.v2',
            package: 'shop',
            path: 'models/marts/fct_orders.sql',
            group: 'finance',
            meta: { tier: 2, api_token: '[redacted]' },
            materialized: 'incremental',
            access: 'public',
            isContractEnforced: true,
            constraints: [{ type: 'primary_key', columns: ['id'] }],
            version: 2,
            latestVersion: 3,
            family: 'shop.fct_orders',
            deprecationDate: '2027-01-01',
          },
        },
        columns: [
          { path: 'id', type: 'bigint', nullable: false, description: 'Key', tags: ['key'], isPrimaryKey: true },
          {
            path: '"we.ird"',
            nullable: false,
            tags: ['pii'],
            properties: { meta: { a: 1 }, constraints: [{ type: 'not_null' }] },
          },
        ],
        edges: [{ upstream: { key: 'dbt:shop/source.shop.raw.orders' } }],
      },
      {
        kind: 'asset',
        key: 'dbt:shop/source.shop.raw.orders',
        subject: { spelling: { namespace: NS, name: '"db"."raw"."ORDERS_V2"', quoting: 'KNOWN' } },
        aliases: [{ namespace: NS, name: 'db.raw.orders', quoting: 'UNKNOWN' }],
        facts: {
          type: 'TABLE',
          owner: 'airbyte',
          layer: 'source',
          properties: {
            resourceType: 'source',
            uniqueId: 'source.shop.raw.orders',
            package: 'shop',
            source: 'raw',
            loader: 'airbyte',
          },
        },
        edges: [],
      },
    ]);
  });

  it('gives every resource type its kind of asset, project-only things under their unique_id', async () => {
    const ephemeral = { config: { materialized: 'ephemeral' } };
    const { assets, notes, rules } = await reading({
      manifest: givenManifest({
        'model.shop.v': { config: { materialized: 'view' } },
        'model.shop.mv': { config: { materialized: 'materialized_view' } },
        'model.shop.dt': { config: { materialized: 'dynamic_table' } },
        'model.shop.custom': { config: { materialized: 'lambda_view' } },
        'model.shop.eph': ephemeral,
        'seed.shop.s': {},
        'snapshot.shop.snap': { config: { strategy: 'check', unique_key: ['a', 'b'], check_cols: 'all' } },
        'source.shop.ext.files': { external: { location: 's3://key:secret@bucket/files' } },
        'analysis.shop.why': {},
        'function.shop.area': { returns: { data_type: 'float' } },
        'exposure.shop.board': {
          type: 'dashboard',
          url: 'https://u:p@bi.example/1',
          owner: { name: 'Ann', email: ['ann@x.example'] },
          label: 'Board',
        },
        'exposure.shop.model': { type: 'ml' },
        'exposure.shop.odd': { type: 'hologram' },
        'metric.shop.revenue': { type: 'simple', type_params: { measure: { name: 'amount', filter: null } } },
        'semantic_model.shop.orders': { measures: [{ name: 'amount', agg: 'sum' }] },
        'saved_query.shop.weekly': {
          exports: [{ name: 'weekly', config: { export_as: 'table', schema_name: 'bi', alias: null, database: 'db' } }],
        },
        'operation.shop.hook-0': {},
        'hologram.shop.x': {},
      }),
    });
    expect(
      assets.map(({ key, facts, subject }) => [
        key.slice(9),
        facts.type,
        'spelling' in subject ? subject.spelling.name : '',
      ]),
    ).toEqual([
      ['model.shop.v', 'VIEW', '"db"."main"."v"'],
      ['model.shop.mv', 'MATERIALIZED_VIEW', '"db"."main"."mv"'],
      ['model.shop.dt', 'MATERIALIZED_VIEW', '"db"."main"."dt"'],
      ['model.shop.custom', 'TABLE', '"db"."main"."custom"'],
      ['model.shop.eph', 'EPHEMERAL', 'model.shop.eph'],
      ['seed.shop.s', 'SEED', '"db"."main"."s"'],
      ['snapshot.shop.snap', 'SNAPSHOT', '"db"."main"."snap"'],
      ['analysis.shop.why', 'QUERY', 'analysis.shop.why'],
      ['source.shop.ext.files', 'EXTERNAL_TABLE', '"db"."main"."files"'],
      ['function.shop.area', 'QUERY', 'function.shop.area'],
      ['exposure.shop.board', 'DASHBOARD', 'exposure.shop.board'],
      ['exposure.shop.model', 'ML_MODEL', 'exposure.shop.model'],
      ['exposure.shop.odd', 'APPLICATION', 'exposure.shop.odd'],
      ['metric.shop.revenue', 'METRIC', 'metric.shop.revenue'],
      ['semantic_model.shop.orders', 'SEMANTIC_MODEL', 'semantic_model.shop.orders'],
      ['saved_query.shop.weekly', 'QUERY', 'saved_query.shop.weekly'],
      ['saved_query.shop.weekly#weekly', 'TABLE', '"db"."bi"."weekly"'],
    ]);
    expect(assets.find(({ key }) => key.endsWith('board'))?.facts).toMatchObject({
      displayName: 'Board',
      owner: 'Ann',
      location: 'https://bi.example/1',
      layer: 'bi',
      properties: { ownerEmail: 'ann@x.example' },
    });
    expect(assets.find(({ key }) => key.endsWith('#weekly'))?.edges).toEqual([
      { upstream: { key: 'dbt:shop/saved_query.shop.weekly' } },
    ]);
    expect(assets.find(({ key }) => key.endsWith('.files'))?.facts.location).toBe('s3://bucket/files');
    expect(assets.find(({ key }) => key.endsWith('.snap'))?.facts.properties?.['scd2']).toMatchObject({
      strategy: 'check',
      uniqueKey: ['a', 'b'],
      checkColumns: ['all'],
    });
    expect(rules).toEqual([]);
    expect(notes.map(({ key, reason }) => `${key}: ${reason}`).sort()).toEqual([
      'dbt:shop/exposure.shop.odd: exposure type "hologram" is not known; taken for an application',
      'dbt:shop/hologram.shop.x: resource type "hologram" is not known; left out',
      'dbt:shop/operation.shop.hook-0: a hook of the project is no asset; left out',
    ]);
  });

  it('takes parents from parent_map, else from depends_on, and makes a stub of a parent it does not describe', async () => {
    const { assets, notes } = await reading({
      manifest: givenManifest(
        {
          'model.shop.a': { depends_on: { nodes: ['model.shop.gone', 'model.shop.off'] } },
          'model.shop.b': { depends_on: { nodes: ['model.shop.a', 'model.shop.extra', 'macro.shop.m'] } },
        },
        {
          parent_map: { 'model.shop.b': ['model.shop.a', 'model.shop.b'] },
          disabled: [{ unique_id: 'model.shop.off' }],
        },
      ),
    });
    expect(
      assets.map(({ key, edges = [], stubReason }) => ({ key, up: edges.map(({ upstream }) => upstream), stubReason })),
    ).toEqual([
      {
        key: 'dbt:shop/model.shop.a',
        up: [{ key: 'dbt:shop/model.shop.gone' }, { key: 'dbt:shop/model.shop.off' }],
        stubReason: undefined,
      },
      { key: 'dbt:shop/model.shop.b', up: [{ key: 'dbt:shop/model.shop.a' }], stubReason: undefined },
      {
        key: 'dbt:shop/model.shop.gone',
        up: [],
        stubReason: 'model.shop.gone is not in the manifest, but model.shop.a depends on it',
      },
      {
        key: 'dbt:shop/model.shop.off',
        up: [],
        stubReason: 'model.shop.off is disabled, but model.shop.a depends on it',
      },
    ]);
    expect(notes.map(({ reason }) => reason)).toContain(
      'depends_on names parents that parent_map does not: model.shop.extra; left out',
    );
  });

  it('binds tests to what they check: attached node, else the named parent, else all parents', async () => {
    const relationships = {
      test_metadata: {
        name: 'relationships',
        kwargs: {
          column_name: '"Customer"',
          model: "{{ get_where_subquery(ref('orders')) }}",
          to: "ref('customers')",
          field: 'id',
        },
      },
      depends_on: { nodes: ['model.shop.customers', 'model.shop.orders'] },
    };
    const { rules, notes } = await reading({
      manifest: givenManifest({
        'model.shop.orders': {},
        'model.shop.customers': {},
        'source.shop.raw.orders': {
          freshness: { warn_after: { count: 12, period: 'hour' }, error_after: { count: null, period: null } },
        },
        'test.shop.rel.abc': relationships,
        'test.shop.new.abc': {
          ...relationships,
          attached_node: 'model.shop.customers',
          config: { severity: 'warn', where: 'x > 1' },
        },
        'test.shop.single': { depends_on: { nodes: ['model.shop.orders', 'model.shop.customers'] } },
        'test.shop.lost': { attached_node: 'model.shop.gone' },
        'unit_test.shop.orders.adds_up': { tested_node_unique_id: 'model.shop.orders', description: 'Adds up' },
      }),
    });
    expect(
      rules.map(({ key, subjects, column, type, severity, parameters }) => ({
        key: key.slice(9),
        subjects: subjects.map((subject) => ('key' in subject ? subject.key.slice(9) : '')),
        column,
        type,
        severity,
        parameters,
      })),
    ).toEqual([
      {
        key: 'test.shop.rel.abc',
        subjects: ['model.shop.orders'],
        column: 'Customer',
        type: 'relationships',
        severity: 'error',
        parameters: { to: "ref('customers')", field: 'id', test: 'relationships' },
      },
      {
        key: 'test.shop.new.abc',
        subjects: ['model.shop.customers'],
        column: 'Customer',
        type: 'relationships',
        severity: 'warning',
        parameters: { to: "ref('customers')", field: 'id', test: 'relationships', where: 'x > 1' },
      },
      {
        key: 'test.shop.single',
        subjects: ['model.shop.orders', 'model.shop.customers'],
        column: undefined,
        type: 'custom_sql',
        severity: 'error',
        parameters: {},
      },
      {
        key: 'source.shop.raw.orders#freshness',
        subjects: ['source.shop.raw.orders'],
        column: undefined,
        type: 'freshness',
        severity: 'warning',
        parameters: { warnAfter: { count: 12, period: 'hour' } },
      },
      {
        key: 'unit_test.shop.orders.adds_up',
        subjects: ['model.shop.orders'],
        column: undefined,
        type: 'unit_test',
        severity: 'error',
        parameters: {},
      },
    ]);
    expect(notes.map(({ key, reason }) => [key, reason])).toEqual([
      ['dbt:shop/test.shop.lost', 'the test checks model.shop.gone, which the manifest does not describe'],
    ]);
  });

  it('finds the project by the MD5 that older manifests call it, and never believes a date in the future', async () => {
    const manifest = {
      metadata: { project_id: '098f6bcd4621d373cade4e832627b4f6', generated_at: '2031-01-01T00:00:00Z' },
      nodes: { 'model.lib.a': { name: 'a', schema: 's' }, 'model.test.b': { name: 'b', schema: 's' } },
    };
    const { patches } = await reading({ manifest });
    expect(patches[0]).toMatchObject({ source: { name: 'test' }, observedAt: RECEIVED_AT });
    const given = await reading({ manifest }, { namespace: 'duckdb://x', project: 'mine', target: 'dev' });

    expect(given.patches[0]?.source).toEqual({
      kind: 'dbt',
      name: 'mine',
      scope: 'duckdb://x#dev',
      label: 'dbt project mine',
    });
  });

  it('keeps what exists in the project alone apart by target', async () => {
    const manifest = givenManifest({ 'model.shop.eph': { config: { materialized: 'ephemeral' } } });
    const { assets } = await reading({ manifest }, { namespace: 'duckdb://x', target: 'dev' });
    expect(assets[0]?.subject).toEqual({
      spelling: { namespace: 'dbt://shop#dev', name: 'model.shop.eph', quoting: 'NONE' },
    });
  });
});
