import { CatalogService } from '../src/catalog';
import { SelectionService } from '../src/lineage/selection.service';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenAssets, givenEdges } from './given/graph';
import { givenLineage } from './given/lineage';

let world: GivenDatabase;
let selection: SelectionService;

beforeAll(async () => {
  world = await givenDatabase();
  const assets = await givenAssets(world.db, [
    { name: 'shop.raw.orders', layer: 'source' },
    { name: 'shop.raw.users', layer: 'source', tags: ['pii'] },
    { name: 'shop.staging.stg_orders', type: 'VIEW' },
    { name: 'shop.staging.stg_users', type: 'VIEW', tags: ['pii', 'nightly'] },
    { name: 'shop.marts.fct_orders', owner: 'ana@shop.example', tags: ['nightly'] },
    { name: 'shop.marts.report', type: 'DASHBOARD' },
    { name: 'shop.marts.old', status: 'RETIRED' },
  ]);
  const edges = ['raw.orders → staging.stg_orders', 'raw.users → staging.stg_users'];
  const further = [
    'staging.stg_orders → marts.fct_orders',
    'staging.stg_users → marts.fct_orders',
    'marts.fct_orders → marts.report',
  ];
  const whole = [...edges, ...further].map((edge) =>
    edge
      .split(' → ')
      .map((name) => `shop.${name}`)
      .join(' → '),
  );
  await givenEdges(world.db, whole, assets);
  const { lineage } = givenLineage(world.db);
  selection = new SelectionService(world.db.manager, new CatalogService(world.db.manager), lineage);
});
afterAll(() => world.drop());

const names = async (selector: string): Promise<string> => {
  const { assets, complete } = await selection.select(selector, 500);
  expect(complete).toBe(true);
  return assets
    .map(({ displayName }) => displayName)
    .sort()
    .join(' ');
};

it.each([
  ['fct_orders', 'fct_orders'],
  ['+fct_orders', 'fct_orders orders stg_orders stg_users users'],
  ['1+fct_orders+', 'fct_orders report stg_orders stg_users'],
  ['stg_*', 'stg_orders stg_users'],
  ['staging', 'stg_orders stg_users'],
  ['shop.staging.stg_o*', 'stg_orders'],
  ['tag:nightly,+report', 'fct_orders stg_users'],
  ['tag:pii exposure:*', 'report stg_users users'],
  ['source:*', 'orders users'],
  ['source:raw.users+1', 'stg_users users'],
  ['owner:ana@*', 'fct_orders'],
  ['@stg_users', 'fct_orders orders report stg_orders stg_users users'],
  ['type:view --exclude tag:pii', 'stg_orders'],
  ['marts', 'fct_orders report'],
  ['nobody', ''],
])('%s selects %s', async (selector, expected) => {
  expect(await names(selector)).toBe(expected);
});

it('gives the edges among what is selected, its meaning, and says what it leaves out', async () => {
  const { edges, meaning } = await selection.select('1+fct_orders', 500);
  expect([edges.length, meaning]).toEqual([2, 'fct_orders with 1 step upstream']);
  expect(await selection.select('shop.*', 2)).toMatchObject({
    total: 6,
    complete: false,
    omitted: [{ reason: 'BUDGET', count: 4 }],
  });
});

it('refuses a mistake at its place, and limits out of range', async () => {
  await expect(selection.select('fct_orders colour:red', 5)).rejects.toMatchObject({
    code: 'INVALID',
    details: { start: 11, end: 17 },
  });
  await expect(selection.select('x', 1001)).rejects.toMatchObject({ code: 'INVALID' });
});
