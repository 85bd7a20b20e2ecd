import { givenApp, type GivenApp } from './given/app';
import { emptied, event, send } from './given/events';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());
beforeEach(() => emptied(given));

/** What feeds `daily` as of minutes after midnight. */
async function sourcesAt(minutes: number): Promise<string[]> {
  const { data } = await given.query<{ lineage: { nodes: { distance: number; asset: { displayName: string } }[] } }>(
    'query($id: ID!, $at: DateTime) { lineage(assetId: $id, direction: UPSTREAM, depth: 1, at: $at) { nodes { distance asset { displayName } } } }',
    { id: await dailyId(), at: new Date(Date.UTC(2026, 10, 1, 0, minutes)).toISOString() },
  );
  return (data?.lineage.nodes ?? [])
    .flatMap(({ distance, asset }) => (distance === 0 ? [] : [asset.displayName]))
    .sort();
}

async function dailyId(): Promise<string> {
  const { data } = await given.query<{ assetByName: { id: string } }>(
    '{ assetByName(namespace: "postgres://db.test:5432", name: "shop.public.daily") { id } }',
  );
  return data?.assetByName.id ?? '';
}

const EVENTS = [
  event({ at: 10, from: ['orders', 'returns'], to: ['daily'] }),
  event({ at: 20, from: ['orders', 'customers'], to: ['daily'] }),
  event({ at: 30, from: ['orders', 'returns'], to: ['daily'] }),
  event({ at: 40, type: 'FAIL', from: ['nothing'], to: ['daily'] }),
];

it.each([
  ['in order', [0, 1, 2, 3]],
  ['the other way round', [3, 2, 1, 0]],
  ['mixed', [2, 0, 3, 1]],
])('answers as of the time of the events that came %s', async (_name, order) => {
  for (const index of order) await send(given, EVENTS[index] ?? {});
  expect([
    await sourcesAt(5),
    await sourcesAt(15),
    await sourcesAt(25),
    await sourcesAt(35),
    await sourcesAt(60),
  ]).toEqual([[], ['orders', 'returns'], ['customers', 'orders'], ['orders', 'returns'], ['orders', 'returns']]);
});

it('notes when a job was last seen with its lineage', async () => {
  await send(
    given,
    event({ at: 10, from: ['orders'], to: ['daily'] }),
    event({ at: 30, from: ['orders'], to: ['daily'] }),
  );
  await send(given, event({ at: 20, from: ['orders'], to: ['daily'] }));
  const { data } = await given.query('{ jobByName(namespace: "nightly", name: "daily") { lineageSeenAt } }');
  expect(data?.['jobByName']).toEqual({ lineageSeenAt: '2026-11-01T00:30:00.000Z' });
});
