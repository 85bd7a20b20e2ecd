import { givenDatabase, type GivenDatabase } from './given/database';
import { says, spelt, tell } from './given/patch';
import { countRows, shown, shownEdges, shownStatus } from './given/shown';

let world: GivenDatabase;

beforeEach(async () => {
  world = await givenDatabase();
});
afterEach(() => world.drop());
jest.setTimeout(60_000);

const project = [
  says('raw', { type: 'TABLE', columns: ['id int', 'email text'] }),
  says('orders', {
    type: 'VIEW',
    owner: 'sales',
    tags: ['b', 'a'],
    columns: ['id int', 'email text', 'total numeric'],
    from: ['raw'],
    columnsFrom: ['raw.id → id', 'raw.email → email'],
  }),
  says('daily', { type: 'TABLE', from: ['orders', 'raw'], columns: ['day date'] }),
];
const tests = [
  {
    kind: 'rule',
    key: 'not_null_orders_id',
    subjects: [{ key: 'orders' }],
    column: 'id',
    name: 'not_null',
    type: 'not_null',
    severity: 'error',
    parameters: {},
  },
  { kind: 'result', ruleKey: 'not_null_orders_id', executedAt: new Date('2026-11-02T00:00:00Z'), status: 'PASSED' },
] as const;

describe('a patch', () => {
  it('makes assets, columns, edges, rules, results and search documents', async () => {
    const counts = await tell(world.db, { statements: [...project, ...tests], isComplete: true });
    expect(counts).toMatchObject({
      ...{
        created: 3,
        matched: 0,
        stubbed: 0,
        unchanged: 0,
        columns: 6,
        edges: 3,
        columnEdges: 2,
        rules: 1,
        results: 1,
      },
    });
    expect(await shown(world.db)).toMatchObject({
      assets: [
        { name: 'analytics.public.daily', type: 'TABLE', status: 'ACTIVE', upstream_count: 2, downstream_count: 0 },
        { name: 'analytics.public.orders', owner: 'sales', tags: ['a', 'b'], column_count: 3, upstream_count: 1 },
        { name: 'analytics.public.raw', display_name: 'raw', upstream_count: 0, downstream_count: 2 },
      ],
      edges: [{ upstream: 'analytics.public.orders' }, {}, {}],
      column_edges: [{ upstream: 'email', downstream: 'email' }, { upstream: 'id' }],
      documents: [{ name: 'daily' }, { name: 'orders', sources: ['dbt'] }, { name: 'raw' }],
    });
  });

  it('may bring results before anybody declares their rules', async () => {
    const [rule, result] = tests;
    const ran = { statements: [result], source: { kind: 'dbt-run' } };
    await tell(world.db, ran);
    await tell(world.db, ran);
    expect(await world.db.query('select count(*)::int from quality_result')).toEqual([{ count: 0 }]);
    await tell(world.db, { statements: [...project, rule], isComplete: true });
    expect(await world.db.query('select status, executed_at from quality_result')).toEqual([
      { status: 'PASSED', executed_at: result.executedAt },
    ]);
    expect(await world.db.query('select count(*)::int from waiting_result')).toEqual([{ count: 0 }]);
  });

  it('that says the same again writes nothing', async () => {
    await tell(world.db, { statements: [...project, ...tests], isComplete: true });
    const before = [await countRows(world.db), await shown(world.db)];
    const counts = await tell(world.db, { statements: [...project, ...tests], isComplete: true });
    expect(counts).toMatchObject({ unchanged: 3, changed: 0, rowsWritten: 0 });
    expect([await countRows(world.db), await shown(world.db)]).toEqual(before);
  });

  it('that fails leaves nothing', async () => {
    const before = await countRows(world.db);
    const broken = { ...tests[0], severity: 'fatal' } as unknown as (typeof tests)[0];
    await expect(tell(world.db, { statements: [...project, broken] })).rejects.toThrow(/severity/);
    expect(await countRows(world.db)).toEqual(before);
  });

  it('keeps names and texts that are hard to store', async () => {
    const name = `"a"."b"."it's <script> \u{1F600} ""x"""`;
    const description = 'NUL \0, half a pair \uD83D, quotes " and a backslash \\u0000';
    const counts = await tell(world.db, {
      statements: [
        says('odd', { as: spelt(name), description, columns: ['a"b', ''] }),
        says('long', { as: spelt(`a.b.${'x'.repeat(1_000)}`) }),
        says('', {}),
        says('nameless', { as: { spelling: { namespace: 'postgres://db.test', name: '  ', quoting: 'KNOWN' } } }),
      ],
    });
    expect(counts).toMatchObject({ created: 2, refused: 2 });
    const { assets } = await shown(world.db);
    expect(assets?.[1] ?? assets?.[0]).toBeDefined();
    expect(JSON.stringify(assets)).toContain('half a pair \uFFFD');
  });
});

describe('a changed statement', () => {
  it('changes what it says and keeps the ids of what stays', async () => {
    await tell(world.db, { statements: project });
    const before = await world.db.query<unknown[]>('select id, path from asset_column order by id');
    const columns = ['ID int', 'email varchar', 'currency text'];
    await tell(world.db, { day: 2, statements: [says('orders', { type: 'TABLE', columns, from: ['raw'] })] });
    expect(await world.db.query('select id, path from asset_column order by id')).toEqual(
      expect.arrayContaining(before.filter((row) => !['total', 'id'].includes((row as { path: string }).path))),
    );
    expect(
      await world.db.query('select version, diff, is_breaking from schema_version order by asset_id, version'),
    ).toEqual(
      expect.arrayContaining([
        {
          version: 2,
          diff: {
            added: ['currency'],
            removed: ['total'],
            retyped: [{ name: 'email', before: 'text', after: 'varchar' }],
          },
          is_breaking: true,
        },
      ]),
    );
    expect((await shown(world.db))['column_edges']).toHaveLength(2);
  });

  it('ends edges that it no longer says and keeps them in the history; what is not said stays', async () => {
    await tell(world.db, { statements: project });
    await tell(world.db, { day: 3, statements: [says('daily', { type: 'TABLE', from: ['orders'] })] });
    expect(await shownEdges(world.db)).toEqual(['orders → daily', 'raw → orders']);
    await tell(world.db, { day: 4, statements: [says('daily', { type: 'VIEW' })] });
    expect(await shownEdges(world.db)).toEqual(['orders → daily', 'raw → orders']);
    expect((await shown(world.db))['columns']).toContainEqual(expect.objectContaining({ path: 'day' }));
    expect(await world.db.query('select valid_from, valid_to from lineage_edge_history')).toEqual([
      { valid_from: new Date(Date.UTC(2026, 10, 1)), valid_to: new Date(Date.UTC(2026, 10, 3)) },
    ]);
  });

  it('of one source leaves the edges of another alone', async () => {
    await tell(world.db, { statements: project });
    const other = { kind: 'openlineage', name: 'airflow', scope: '' };
    await tell(world.db, { source: other, statements: [says('job', { as: spelt('daily'), from: ['orders', 'raw'] })] });
    await tell(world.db, { day: 2, statements: [says('daily', { from: [] })] });
    expect(await shownEdges(world.db)).toEqual(['orders → daily', 'raw → daily', 'raw → orders']);
    await tell(world.db, { source: other, day: 2, statements: [says('job', { as: spelt('daily'), from: ['raw'] })] });
    expect(await shownEdges(world.db)).toEqual(['raw → daily', 'raw → orders']);
  });

  it('that is older than what its source said since is left out', async () => {
    await tell(world.db, { day: 5, statements: [says('orders', { owner: 'new' })] });
    const counts = await tell(world.db, { day: 4, statements: [says('orders', { owner: 'old' })] });
    expect(counts).toMatchObject({ unchanged: 1, changed: 0, rowsWritten: 0 });
    expect((await shown(world.db))['assets']).toMatchObject([{ owner: 'new' }]);
  });

  it('drops an edge to itself and joins edges said twice', async () => {
    await tell(world.db, { statements: [says('a'), says('b', { from: ['a', 'a', 'b', 'analytics.public.a'] })] });
    expect(await shownEdges(world.db)).toEqual(['a → b']);
  });
});

describe('a complete patch', () => {
  it('closes what its source no longer says: edges end, assets retire, nothing is deleted; and revives it', async () => {
    await tell(world.db, { statements: [...project, ...tests], isComplete: true });
    const before = await world.db.query<unknown[]>("select public_id from asset where display_name = 'orders'");
    const counts = await tell(world.db, {
      day: 2,
      statements: [project[0]!, project[2]!],
      isComplete: true,
      allowLargeClose: true,
    });
    expect(counts).toMatchObject({ closed: 1, unchanged: 2 });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'RETIRED', raw: 'ACTIVE' });
    expect(await shownEdges(world.db)).toEqual(['orders → daily', 'raw → daily']);
    expect((await shown(world.db))['assets']?.[1]).toMatchObject({ owner: 'sales', column_count: 3 });
    await tell(world.db, { day: 3, statements: [...project, ...tests], isComplete: true });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'ACTIVE', raw: 'ACTIVE' });
    expect(await shownEdges(world.db)).toEqual(['orders → daily', 'raw → daily', 'raw → orders']);
    expect(await world.db.query("select public_id from asset where display_name = 'orders'")).toEqual(before);
  });

  it('that is older than the last one is refused', async () => {
    await tell(world.db, { day: 2, statements: project, isComplete: true });
    await expect(tell(world.db, { day: 1, statements: project, isComplete: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Outdated') as string,
    });
  });

  it('that would close more than a fifth is refused unless that is meant', async () => {
    const many = Array.from({ length: 20 }, (_, index) => says(`t${String(index)}`));
    await tell(world.db, { statements: many, isComplete: true });
    const few = { day: 2, statements: many.slice(0, 14), isComplete: true };
    await expect(tell(world.db, few)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { closing: 6, standing: 20 },
    });
    expect(await tell(world.db, { ...few, allowLargeClose: true })).toMatchObject({ closed: 6, unchanged: 14 });
  });

  it('takes along what another source says of its keys', async () => {
    const catalog = { kind: 'dbt-catalog', name: 'shop' };
    await tell(world.db, { statements: project, isComplete: true });
    const said = says('catalog:orders', { as: { key: 'orders' }, columns: ['id bigint'] });
    await tell(world.db, { source: catalog, statements: [said] });
    await tell(world.db, { day: 2, statements: [project[0]!, project[2]!], isComplete: true, allowLargeClose: true });
    expect((await countRows(world.db))['assertion']).toBe(2);
    expect((await shownStatus(world.db))['orders']).toBe('RETIRED');
  });
});
