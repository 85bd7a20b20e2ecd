import fc from 'fast-check';
import { createApp } from '../src/server/create-app';
import { CONFIG, type Config } from '../src/config';
import { EffectRunner } from '../src/catalog';
import type { LineageGraph, LineageQuestion } from '../src/lineage';
import { givenApp } from './given/app';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenGraph, recountNeighbours, type Ids } from './given/graph';
import { givenLineage, type GivenLineage } from './given/lineage';

let world: GivenDatabase;
beforeAll(async () => {
  world = await givenDatabase();
  await world.db.query("insert into source (kind, name, label) values ('person', 'ada', 'Ada')");
});
afterAll(() => world.drop());

const NODES = 12;
const node = fc.nat(NODES - 1);
const pair = fc.tuple(node, node).filter(([from, to]) => from !== to);
const edit = fc.oneof(
  { weight: 5, arbitrary: pair.map(([from, to]) => ({ act: 'say' as const, from, to })) },
  { weight: 3, arbitrary: pair.map(([from, to]) => ({ act: 'unsay' as const, from, to })) },
  { weight: 1, arbitrary: pair.map(([from, to]) => ({ act: 'reword' as const, from, to })) },
  { weight: 1, arbitrary: node.map((to) => ({ act: 'delete' as const, from: 0, to })) },
  { weight: 1, arbitrary: node.map((to) => ({ act: 'rename' as const, from: 0, to })) },
);
type Edit = Parameters<Parameters<typeof edit.map>[0]>[0];

const EDITS: Record<Edit['act'], string> = {
  say: `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, job_id, kind, valid_from, last_seen)
        select up.id, down.id, said.id, said.source_id, case when up.id % 2 = 0 then up.id end, 'INDIRECT', now(), now()
          from asset up, asset down, (select id, source_id from assertion order by id desc limit 1) as said
         where up.name = $1 and down.name = $2 on conflict do nothing`,
  unsay: `delete from lineage_edge using asset up, asset down
           where up.name = $1 and down.name = $2 and upstream_id = up.id and downstream_id = down.id`,
  reword: `update lineage_edge set transformation = 'spark', kind = 'DIRECT' from asset down
            where downstream_id = down.id and down.name in ($1, $2)`,
  delete: "delete from asset where name = $2 and name <> $1 and name <> 'n0'",
  rename: "update source set label = 'dbt project ' || $2 where kind = 'dbt' and $1::text is not null",
};

const question = fc.record({
  direction: fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const, 'BOTH' as const),
  depth: fc.nat(4),
  maxNodes: fc.integer({ min: 1, max: NODES + 2 }),
  fanOut: fc.option(fc.integer({ min: 1, max: 3 })),
  at: fc.constant(null),
});

/** A second source speaks of some of the edges. */
async function givenSecondVoice(): Promise<void> {
  await world.db.query(`
    with ada as (insert into source (kind, name, label) values ('person', 'ada', 'Ada') returning id), said as (
      insert into assertion (source_id, key, asset_id, facts, hash, observed_at)
      select ada.id, 'person:n0', asset.id, '{}', '', now() from ada, asset where asset.name = 'n0' returning id, source_id)
    insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, kind, valid_from, last_seen)
    select upstream_id, downstream_id, said.id, said.source_id, 'INDIRECT', now(), now()
      from lineage_edge, said where (upstream_id + downstream_id) % 3 = 0`);
}

async function rootId(ids: Ids): Promise<string> {
  const [row] = await world.db.query<{ public_id: string }[]>('select public_id from asset where id = $1', [ids['n0']]);
  return row?.public_id ?? '';
}

interface Told extends Omit<LineageGraph, 'currentTo'> {
  readonly reach: readonly (number | null)[];
}

/** An answer with its totals, without saying where it comes from. */
async function told({ lineage }: GivenLineage, id: string, asked: LineageQuestion): Promise<[string | null, Told]> {
  const answer = await lineage.answer(id, asked);
  const { currentTo, ...rest } = answer;
  const reach = [await lineage.countReach(answer, 'UPSTREAM'), await lineage.countReach(answer, 'DOWNSTREAM')];
  return [currentTo, { ...rest, reach }];
}

it('gives the answers of the tables, whatever is said, unsaid, reworded, renamed or deleted', async () => {
  const tables = givenLineage(world.db);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(pair, { maxLength: 30, selector: ([from, to]) => `${String(from)}-${String(to)}` }),
      fc.array(fc.tuple(edit, question), { minLength: 1, maxLength: 6 }),
      async (edges, steps) => {
        const id = await rootId(await givenGraph(world.db, NODES, edges));
        await givenSecondVoice();
        // A model of its own: no trigger saw the world before this one go.
        const memory = givenLineage(world.db);
        await memory.model.catchUp();
        for (const [{ act, from, to }, asked] of steps) {
          await world.db.query(EDITS[act], [`n${String(from)}`, `n${String(to)}`]);
          await recountNeighbours(world.db);
          const [seq, answer] = await told(memory, id, asked);
          const [none, expected] = await told(tables, id, asked);
          expect(answer).toEqual(expected);
          expect([typeof seq, none]).toEqual(['string', null]);
        }
      },
    ),
    { numRuns: 20, endOnFailure: false },
  );
}, 60_000);

it('sees a transaction that began before others and commits after them', async () => {
  const ids = await givenGraph(world.db, 4, [[0, 1]]);
  const id = await rootId(ids);
  const { lineage, model } = givenLineage(world.db);
  await model.catchUp();
  const names = async (): Promise<string[]> => {
    const { nodes, currentTo } = await lineage.answer(id, PLAIN);
    expect(currentTo).not.toBeNull();
    return nodes.map((shown) => shown.asset.name).sort();
  };
  const slow = world.db.createQueryRunner();
  await slow.startTransaction();
  await slow.query(SAY, [ids['n1'], ids['n2']]);
  await world.db.query(SAY, [ids['n1'], ids['n3']]);
  expect(await names()).toEqual(['n0', 'n1', 'n3']);
  await slow.commitTransaction();
  await slow.release();
  expect(await names()).toEqual(['n0', 'n1', 'n2', 'n3']);
});

const PLAIN = { direction: 'DOWNSTREAM', depth: 5, maxNodes: 50, fanOut: null, at: null } as const;
const SAY = `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, valid_from, last_seen)
  select $1, $2, id, source_id, now(), now() from assertion limit 1`;

it('takes changes of a restored database for what they are: old', async () => {
  const id = await rootId(await givenGraph(world.db, 2, [[0, 1]]));
  await world.db.query("insert into graph_change (xact, is_edge) values ('9000000000', true)");
  const { lineage, model } = givenLineage(world.db);
  await model.catchUp();
  for (const depth of [1, 2]) {
    expect((await lineage.answer(id, { ...PLAIN, depth })).currentTo).not.toBeNull();
  }
  expect(model.status()).toMatchObject({ isReady: true, loads: 1, edges: 1 });
});

it('answers from memory what another backend has just recorded', async () => {
  const first = await givenApp();
  const config = first.app.get<Config>(CONFIG);
  const second = await createApp({ ...config, port: 0 });
  await second.listen(0, '127.0.0.1');
  const other = await second.getUrl();
  try {
    const orders = await register(first, 'shop.orders');
    for (const name of ['shop.daily', 'shop.weekly', 'shop.report']) {
      const asset = await register(first, name);
      const recorded = await first.query(RECORD, { input: { ...parents(orders), assetId: asset } });
      expect(recorded.errors).toBeUndefined();
      const { lineage } = await ask<{ lineage: { nodes: { asset: { name: string } }[]; currentTo: string } }>(
        other,
        orders,
      );
      expect(lineage.nodes.map((shown) => shown.asset.name)).toContain(name);
      expect(lineage).toMatchObject({ reachableUpstream: 0, reachableDownstream: lineage.nodes.length - 1 });
      expect(Number(lineage.currentTo)).toBeGreaterThan(0);
    }
    const metrics = await (await fetch(`${other}/metrics`)).text();
    expect(metrics).toMatch(/^tributary_lineage_graph_ready 1$/m);
    await second.get(EffectRunner).settle();
  } finally {
    await second.close();
    await first.close();
  }

  async function ask<Data>(origin: string, assetId: string): Promise<Data> {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${first.adminToken}` },
      body: JSON.stringify({ query: ASK, variables: { assetId } }),
    });
    return ((await response.json()) as { data: Data }).data;
  }
});

const parents = (id: string) => ({ parentAssetIds: [id], transformation: 'SQL' });
const RECORD = 'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { asset { id } } }';
const ASK = `query ($assetId: ID!) {
  lineage(assetId: $assetId, direction: DOWNSTREAM) { nodes { asset { name } } currentTo reachableUpstream reachableDownstream } }`;

async function register(app: Awaited<ReturnType<typeof givenApp>>, name: string): Promise<string> {
  const { data } = await app.query<{ registerAsset: { id: string } }>(
    'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }',
    { input: { namespace: 'postgres://db.test:5432', name, type: 'TABLE' } },
  );
  return data?.registerAsset.id ?? '';
}
