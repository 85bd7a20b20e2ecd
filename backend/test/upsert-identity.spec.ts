import { givenDatabase, type GivenDatabase } from './given/database';
import { says, spelt, tell } from './given/patch';
import { shown, shownEdges, shownStatus } from './given/shown';

let world: GivenDatabase;

beforeEach(async () => {
  world = await givenDatabase();
});
afterEach(() => world.drop());
jest.setTimeout(60_000);

const lineageTool = { kind: 'openlineage', name: 'airflow', scope: '' };
const names = async (): Promise<unknown[]> => world.db.query<unknown[]>('select name, status from asset order by name');

describe('one table', () => {
  it('that was only referred to keeps its id when it is described', async () => {
    await tell(world.db, { statements: [says('daily', { from: ['analytics.public.orders'] })] });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'STUB' });
    const before = await world.db.query<unknown[]>('select public_id from asset order by name');
    const counts = await tell(world.db, { source: { name: 'other' }, statements: [says('orders', { type: 'VIEW' })] });
    expect(counts).toMatchObject({ matched: 1, created: 0 });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'ACTIVE' });
    expect(await world.db.query('select public_id from asset order by name')).toEqual(before);
  });

  it('that nothing refers to any more is retired when it was only referred to', async () => {
    await tell(world.db, { statements: [says('daily', { from: ['analytics.public.orders'] })] });
    await tell(world.db, { day: 2, statements: [says('daily', { from: [] })] });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'RETIRED' });
    await tell(world.db, { day: 3, statements: [says('daily', { from: ['analytics.public.orders'] })] });
    expect(await shownStatus(world.db)).toEqual({ daily: 'ACTIVE', orders: 'STUB' });
  });

  it('of two nodes of one project is one asset with both statements', async () => {
    const counts = await tell(world.db, {
      statements: [
        says('seed_raw', { as: spelt('raw'), type: 'SEED', description: 'From the seed' }),
        says('source_raw', { as: spelt('raw'), type: 'TABLE', columns: ['id int'] }),
        says('stg', { from: ['source_raw', 'seed_raw'] }),
      ],
    });
    expect(counts).toMatchObject({ created: 2, merged: 1 });
    expect((await shown(world.db))['assets']).toMatchObject([
      { display_name: 'raw', type: 'SEED', description: 'From the seed', column_count: 1 },
      { display_name: 'stg' },
    ]);
    expect(await shownEdges(world.db)).toEqual(['raw → stg']);
  });

  it('is found by a spelling whose quotes nobody knows, in either order', async () => {
    const quoted = { statements: [says('model', { as: spelt('"analytics"."public"."Orders"'), owner: 'sales' })] };
    const unsure = {
      source: lineageTool,
      statements: [says('event', { as: spelt('analytics.public.Orders', 'UNKNOWN') })],
    };
    await tell(world.db, quoted);
    await tell(world.db, unsure);
    expect(await names()).toEqual([{ name: 'analytics.public."Orders"', status: 'ACTIVE' }]);
    const first = await shown(world.db);
    await world.drop();
    world = await givenDatabase();
    await tell(world.db, unsure);
    await tell(world.db, quoted);
    const second = await shown(world.db);
    expect({ ...first, identifiers: [] }).toEqual({ ...second, identifiers: [] });
  });

  it('is two when two sources are sure of names that differ in case', async () => {
    await tell(world.db, {
      statements: [
        says('a', { as: spelt('"analytics"."public"."Orders"') }),
        says('b', { as: spelt('"analytics"."public"."orders"') }),
      ],
    });
    await tell(world.db, {
      source: lineageTool,
      statements: [says('c', { as: spelt('analytics.public.orders', 'UNKNOWN') })],
    });
    expect(await names()).toHaveLength(2);
  });

  it('is found without its leading parts when one name ends so, whichever comes first', async () => {
    const partial = { source: lineageTool, statements: [says('event', { as: spelt('public.orders', 'UNKNOWN') })] };
    await tell(world.db, { statements: [says('orders')] });
    await tell(world.db, partial);
    expect(await names()).toEqual([{ name: 'analytics.public.orders', status: 'ACTIVE' }]);
    await world.drop();
    world = await givenDatabase();
    await tell(world.db, partial);
    expect(await names()).toEqual([{ name: 'public.orders', status: 'ACTIVE' }]);
    await tell(world.db, { statements: [says('orders')] });
    expect(await names()).toEqual([{ name: 'analytics.public.orders', status: 'ACTIVE' }]);
  });

  it('keeps its id when its source gives it another name', async () => {
    await tell(world.db, { statements: [says('orders', { owner: 'a' }), says('daily', { from: ['orders'] })] });
    const before = await world.db.query<unknown[]>('select public_id from asset order by id');
    await tell(world.db, { day: 2, statements: [says('orders', { as: spelt('all_orders'), owner: 'a' })] });
    expect(await world.db.query('select public_id from asset order by id')).toEqual(before);
    expect(await shownEdges(world.db)).toEqual(['all_orders → daily']);
    await tell(world.db, { source: lineageTool, statements: [says('x', { as: spelt('orders', 'UNKNOWN') })] });
    expect(await names()).toHaveLength(2);
  });

  it('is found by the other spellings that a statement declares, unless they are taken', async () => {
    await tell(world.db, { statements: [says('taken'), says('orders', { aliases: ['customers', 'taken'] })] });
    await tell(world.db, { source: lineageTool, statements: [says('e', { as: spelt('customers', 'UNKNOWN') })] });
    expect(await names()).toHaveLength(2);
  });
});

describe('an edge to a key', () => {
  it('of another source is an edge; one that nobody has said waits until somebody does', async () => {
    const mesh = { name: 'mesh' };
    const counts = await tell(world.db, { statements: [says('mart', { from: ['mesh_model', 'never'] })] });
    expect(counts).toMatchObject({ created: 1, stubbed: 0 });
    expect(await shownEdges(world.db)).toEqual([]);
    await tell(world.db, { source: mesh, statements: [says('mesh_model', { columns: ['id'] })] });
    expect(await shownEdges(world.db)).toEqual(['mesh_model → mart']);
    await tell(world.db, { source: { name: 'third' }, statements: [says('other', { from: ['mesh_model'] })] });
    expect(await shownEdges(world.db)).toEqual(['mesh_model → mart', 'mesh_model → other']);
  });
});

describe('column lineage', () => {
  it('names columns that nobody lists as undeclared ones, until somebody lists them', async () => {
    await tell(world.db, {
      statements: [
        says('raw', { columns: ['id int'] }),
        says('m', { columnsFrom: ['raw.ID → key', 'raw.extra → extra'] }),
      ],
    });
    const ids = await world.db.query<unknown[]>("select id from asset_column where path = 'key'");
    expect((await shown(world.db))['columns']).toMatchObject([
      { path: 'extra', is_declared: false },
      { path: 'key', is_declared: false },
      { path: 'extra', is_declared: false },
      { path: 'id', is_declared: true },
    ]);
    await tell(world.db, { day: 2, statements: [says('m', { columns: ['key int', 'extra text'] })] });
    expect(await world.db.query("select id from asset_column where path = 'key' and is_declared")).toEqual(ids);
    expect((await shown(world.db))['column_edges']).toHaveLength(2);
    await tell(world.db, { day: 3, statements: [says('raw', { columns: ['other int'] })] });
    expect((await shown(world.db))['columns']).toContainEqual(
      expect.objectContaining({ asset: 'analytics.public.raw', path: 'id', is_declared: false }),
    );
  });
});
