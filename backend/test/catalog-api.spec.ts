import { givenApp, type GivenApp } from './given/app';
import { givenAssets, givenColumnEdges, givenEdges, publicIds, type Ids } from './given/graph';

let app: GivenApp;
let ids: Ids;

beforeAll(async () => {
  app = await givenApp();
  let known = await givenAssets(app.db, [
    { name: 'Shop.public.Orders', owner: 'Sales', columns: ['id', 'total'], tags: ['gold'] },
    { name: 'daily', columns: ['revenue', 'day'], description: 'Revenue by day' },
    { name: 'report', type: 'DASHBOARD', columns: ['kpi'] },
  ]);
  known = await givenEdges(app.db, ['Shop.public.Orders → daily', 'daily → report'], known);
  await givenColumnEdges(app.db, ['daily.revenue → report.kpi'], known);
  ids = await publicIds(app.db, known);
});
afterAll(() => app.close());

const text = (value: unknown): string => JSON.stringify(value);

describe('assets through GraphQL', () => {
  it('gives an asset with everything known about it', async () => {
    const answer = await app.query(
      `query ($id: ID!) { asset(id: $id) {
        id urn namespace name displayName type status platform layer owner description schema columnCount tags properties
        columns { name type nullable ordinal isDeclared upstreamCount downstreamCount classification { level } }
        upstreamCount downstreamCount classification { level } code { text }
        facts { field value source alternatives { value } } identifiers { namespace name role reason }
        sources { kind label key } schemaVersions { version } changes { operation } rules { name lastResult { status } }
        createdAt updatedAt } }`,
      { id: ids['Shop.public.Orders'] },
    );
    expect(answer).toMatchObject({
      data: {
        asset: {
          displayName: 'Orders',
          owner: 'Sales',
          schema: { id: 'text', total: 'text' },
          columns: [{ name: 'id' }, { name: 'total', downstreamCount: 0 }],
          upstreamCount: 0,
          downstreamCount: 1,
          classification: null,
          code: null,
          identifiers: [{ name: 'Shop.public.Orders', role: 'PRIMARY', reason: expect.any(String) }],
          rules: [],
        },
      },
    });
  });

  it('is null for an id that nothing has, and for a text that is no id', async () => {
    const query = 'query ($id: ID!) { asset(id: $id) { id } }';
    expect(await app.query(query, { id: '01890000-0000-7000-8000-000000000000' })).toEqual({ data: { asset: null } });
    expect(await app.query(query, { id: "'; drop table asset" })).toEqual({ data: { asset: null } });
  });

  it('follows the id of a merged asset', async () => {
    const old = '01890000-0000-7000-8000-00000000abcd';
    await app.db.query(
      'insert into asset_redirect (old_public_id, asset_id) select $1, id from asset where name = $2',
      [old, 'daily'],
    );
    expect(await app.query('query ($id: ID!) { asset(id: $id) { name } }', { id: old })).toEqual({
      data: { asset: { name: 'daily' } },
    });
  });

  it.each([
    ['postgres://db.test:5432', 'Shop.public.Orders'],
    ['postgresql://DB.test', 'shop.public.orders'],
    ['postgres://db.test:5432', 'public.orders'],
  ])('finds an asset by the spelling %s %s', async (namespace, name) => {
    const query =
      'query ($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { name } }';
    expect(text(await app.query(query, { namespace, name }))).toContain('Shop.public.Orders');
  });

  it('asks the database once per field, whatever the number of assets', async () => {
    const answer = await app.query<{ search: { hits: unknown[] } }>(
      '{ search(query: "") { total totalIsExact facets { field values { value count } } hits { score matched { field snippet } asset { columns { name } facts { field } sources { key } rules { name } code { hash } changes { id } } } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.search).toMatchObject({ total: 3, totalIsExact: true });
    expect(answer.data?.search.hits).toHaveLength(3);
  });
});

describe('lineage through GraphQL', () => {
  it('gives nodes and edges', async () => {
    const answer = await app.query(
      `query ($id: ID!) { lineage(assetId: $id, depth: 1) { root { name } complete omitted { reason count message }
        nodes { distance direction hiddenUpstream hiddenDownstream asset { name } }
        edges { upstreamId downstreamId kind sources transformation jobs { name } } } }`,
      { id: ids['daily'] },
    );
    expect(answer).toMatchObject({
      data: {
        lineage: {
          root: { name: 'daily' },
          complete: true,
          omitted: [],
          nodes: [
            { asset: { name: 'daily' } },
            { asset: { name: 'Shop.public.Orders' } },
            { asset: { name: 'report' } },
          ],
          edges: [
            {
              upstreamId: ids['Shop.public.Orders'],
              downstreamId: ids['daily'],
              kind: 'DIRECT',
              sources: ['dbt project shop'],
            },
            { upstreamId: ids['daily'], downstreamId: ids['report'] },
          ],
        },
      },
    });
  });

  it('pages through neighbours with their types', async () => {
    const query = `query ($id: ID!, $after: String) { neighbours(assetId: $id, direction: BOTH, first: 1, after: $after) {
      total nodes { name } types { value count } endCursor } }`;
    const first = await app.query<{ neighbours: { endCursor: string } }>(query, { id: ids['daily'] });
    expect(first).toMatchObject({
      data: {
        neighbours: {
          total: 2,
          nodes: [{ name: 'Shop.public.Orders' }],
          types: [{ value: 'DASHBOARD' }, { value: 'TABLE' }],
        },
      },
    });
    const second = await app.query(query, { id: ids['daily'], after: first.data?.neighbours.endCursor });
    expect(second).toMatchObject({ data: { neighbours: { nodes: [{ name: 'report' }], endCursor: null } } });
  });

  it('walks columns, and says where only whole assets are connected', async () => {
    const answer = await app.query(
      `query ($id: ID!) { columnLineage(assetId: $id, column: "KPI") { complete omitted { reason count }
        nodes { column distance asset { name } details { name upstreamCount downstreamCount } } edges { upstream { column } downstream { column } kind subtype masking } } }`,
      { id: ids['report'] },
    );
    expect(answer).toMatchObject({
      data: {
        columnLineage: {
          complete: false,
          omitted: [{ reason: 'NO_COLUMN_LINEAGE', count: 1 }],
          nodes: [
            { column: 'kpi', distance: 0, details: { name: 'kpi', upstreamCount: 1, downstreamCount: 0 } },
            { column: 'revenue', distance: 1, asset: { name: 'daily' }, details: { downstreamCount: 1 } },
          ],
          edges: [
            { upstream: { column: 'revenue' }, downstream: { column: 'kpi' }, subtype: 'IDENTITY', masking: false },
          ],
        },
      },
    });
  });

  it.each([
    ['lineage(assetId: "x", depth: 3) { complete }', 'NOT_FOUND'],
    ['lineage(assetId: "x", depth: 99) { complete }', 'INVALID'],
    ['columnLineage(assetId: "x", column: "c", depth: -1) { complete }', 'INVALID'],
    ['search(query: "type:nothing") { total }', 'INVALID'],
    ['search(query: "", after: "x") { total }', 'INVALID'],
    ['violations(first: 0) { total }', 'INVALID'],
  ])('refuses %s with %s', async (field, code) => {
    expect((await app.query(`{ ${field} }`)).errors?.[0]?.extensions.code).toBe(code);
  });

  it('has no violations yet, and an overview', async () => {
    const answer = await app.query(
      '{ violations { total nodes { id } } overview { assetCount edgeCount stubCount unownedCount failingRules byType { value count } mostUsed { name } recentlyChanged { name } } }',
    );
    expect(answer).toMatchObject({
      data: {
        violations: { total: 0, nodes: [] },
        overview: { assetCount: 3, edgeCount: 2, unownedCount: 2, failingRules: 0, mostUsed: [{}, {}] },
      },
    });
  });
});
