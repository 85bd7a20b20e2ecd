import { EffectRunner, type Changes } from '../src/catalog';
import { givenApp, type GivenApp } from './given/app';

let given: GivenApp;
let seen: Changes[];
let runner: EffectRunner;
let failing: boolean;

beforeAll(async () => {
  given = await givenApp();
  runner = given.app.get(EffectRunner);
  runner.register({
    name: 'test-effect',
    ignoresActor: 'system:test',
    apply: async (tx, changes) => {
      await tx.query('create table if not exists seen_by_effect (up_to bigint)');
      await tx.query('insert into seen_by_effect values ($1)', [changes.upTo]);
      if (failing) throw new Error('the effect fails');
      seen.push(changes);
    },
  });
  await runner.onApplicationBootstrap();
});
beforeEach(() => {
  seen = [];
  failing = false;
});
afterAll(() => given.close());

const register = (name: string) =>
  given.query<{ registerAsset: { id: string } }>(
    `mutation($name: String!) { registerAsset(input: { namespace: "kafka://k:9092", name: $name, type: TOPIC }) { id } }`,
    { name },
  );

it('tells an effect which assets changed, each once, soon after the commit', async () => {
  await register('orders');
  await register('orders');
  await runner.settle();
  const [row] = await given.db.query<{ id: string }[]>(`select id from asset where name = 'orders'`);
  expect(new Set(seen.flatMap(({ assetIds }) => assetIds))).toEqual(new Set([row?.id]));
});

it('tells of the same changes again after a failure, and keeps nothing that the failed attempt wrote', async () => {
  await runner.settle();
  failing = true;
  await register('payments');
  await expect(runner.settle()).rejects.toThrow('the effect fails');
  failing = false;
  await runner.settle();
  const [row] = await given.db.query<{ id: string }[]>(`select id from asset where name = 'payments'`);
  const [kept] = await given.db.query<{ count: string }[]>(
    'select count(*) from seen_by_effect where up_to = (select max(seq) from change_log)',
  );
  expect({ told: seen.flatMap(({ assetIds }) => assetIds), written: kept?.count }).toEqual({
    told: [row?.id],
    written: '1',
  });
});

it('does not tell an effect of what is written in its own name', async () => {
  await register('refunds');
  await runner.settle();
  seen = [];
  const write = 'insert into change_log (asset_id, operation, actor) select id, $1, $2 from asset where name = $3';
  await given.db.query(write, ['CHANGED', 'system:test', 'refunds']);
  await runner.settle();
  expect({ seen, waiting: Object.fromEntries(await runner.backlog()) }).toMatchObject({
    seen: [],
    waiting: { 'test-effect': 0 },
  });
  await given.db.query(write, ['CHANGED', null, 'refunds']);
  await runner.settle();
  expect(seen).toHaveLength(1);
});

it('says nothing when nothing changed', async () => {
  await runner.settle();
  seen = [];
  await runner.settle();
  expect({ seen, waiting: Object.fromEntries(await runner.backlog()) }).toMatchObject({
    seen: [],
    waiting: { 'test-effect': 0 },
  });
});
