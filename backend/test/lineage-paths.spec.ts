import { PathService } from '../src/lineage';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenAssets, givenColumnEdges, givenEdges, givenPastEdges, publicIds, type Ids } from './given/graph';
import { givenLineage, type GivenLineage } from './given/lineage';

let world: GivenDatabase;
let engine: GivenLineage;
let known: Ids;

beforeAll(async () => {
  world = await givenDatabase();
  engine = givenLineage(world.db);
  const tables = ['orders', 'clean', 'daily', 'report'].map((name) => ({ name, columns: ['email'] }));
  const assets = await givenAssets(world.db, tables);
  const ids = await givenEdges(
    world.db,
    [
      'orders → clean',
      'clean → report',
      'orders → daily',
      'daily → clean',
      'clean → daily',
      'daily → report',
      'report → orders',
    ],
    assets,
  );
  await givenColumnEdges(world.db, ['orders.email → clean.email', 'clean.email → report.email'], ids);
  await world.db.query(
    'update column_edge set masking = true from asset_column up where up.id = upstream_id and up.asset_id = $1',
    [ids['orders']],
  );
  await givenPastEdges(world.db, ['orders → report'], '2025-01-01', '2025-06-01', ids);
  known = await publicIds(world.db, ids);
});
afterAll(() => world.drop());

const PLAIN = { first: 5, maxLength: 10, at: null };

/** Ways as texts; a masked step is a wave. */
async function ways(from: string, to: string, asked: Partial<typeof PLAIN | { at: Date }> = {}): Promise<string[]> {
  const service = new PathService(world.db.manager, engine.lineage);
  const { paths, complete } = await service.find({
    ...PLAIN,
    ...asked,
    ...{ fromId: known[from] ?? '', toId: known[to] ?? '' },
  });
  expect(complete).toBe(true);
  return paths.map(({ assets, steps }) =>
    assets.map(({ name }, at) => `${at === 0 ? '' : steps[at - 1]?.maskedColumns.length ? '~' : '→'}${name}`).join(''),
  );
}

const ALL = ['orders~clean→report', 'orders→daily→report', 'orders~clean→daily→report', 'orders→daily→clean→report'];

it.each(['tables', 'memory'])('gives the shortest ways first and where something is masked, from %s', async (from) => {
  if (from === 'memory') await engine.model.catchUp();
  expect((await ways('orders', 'report')).sort()).toEqual([...ALL].sort());
  expect((await ways('orders', 'report')).map((way) => way.split(/[~→]/).length)).toEqual([3, 3, 4, 4]);
  expect(await ways('orders', 'report', { first: 1 })).toHaveLength(1);
  expect(await ways('orders', 'report', { maxLength: 2 })).toHaveLength(2);
  expect(await ways('report', 'orders')).toEqual(['report→orders']);
});

it('gives the ways of a moment in the past', async () => {
  expect(await ways('orders', 'report', { at: new Date('2025-03-01') })).toEqual(['orders→report']);
  expect(await ways('clean', 'report', { at: new Date('2025-03-01') })).toEqual([]);
});

it('refuses one asset twice, an unknown one, and limits out of range', async () => {
  await expect(ways('orders', 'orders')).rejects.toMatchObject({ code: 'INVALID' });
  await expect(ways('orders', 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(ways('orders', 'report', { first: 11 })).rejects.toMatchObject({ code: 'INVALID' });
  await expect(ways('orders', 'report', { maxLength: 26 })).rejects.toMatchObject({ code: 'INVALID' });
});
