import { storeEvents } from '../src/ingestion/store/events';
import { givenApp, type GivenApp } from './given/app';
import { event, post, send, settled } from './given/events';

let given: GivenApp;
beforeEach(async () => {
  given = await givenApp();
});
afterEach(() => given.close());

const LEDGER = '{ ledger { received processed deduplicated deadLettered pending balances } }';

interface Groups {
  readonly deadEventGroups: {
    readonly nodes: readonly { fingerprint: string; count: number; message: string; status: string }[];
  };
}

const groups = async (): Promise<Groups['deadEventGroups']['nodes']> =>
  (await given.query<Groups>('{ deadEventGroups { nodes { fingerprint count message status } } }')).data
    ?.deadEventGroups.nodes ?? [];

const idOf = async (): Promise<string> =>
  (await given.query<{ deadEvents: { nodes: { id: string }[] } }>('{ deadEvents { nodes { id } } }')).data?.deadEvents
    .nodes[0]?.id ?? '';

it('keeps what it refuses, grouped by the mistake, and takes it when it is mended', async () => {
  await post(given, { ...event({ job: 'one' }), producer: undefined });
  await post(given, { ...event({ job: 'two' }), producer: undefined });
  await post(given, { ...event(), eventTime: 'yesterday' });
  expect((await groups()).map(({ count, status }) => [count, status])).toEqual([
    [1, 'REFUSED'],
    [2, 'REFUSED'],
  ]);
  const id = await idOf();
  const { data } = await given.query<{ deadEventBody: string }>('query ($id: ID!) { deadEventBody(id: $id) }', { id });
  const replay = 'mutation ($id: ID!, $body: String) { replayDeadEvent(id: $id, body: $body) }';
  const wrong = await given.query(replay, { id, body: data?.deadEventBody });
  expect(wrong.errors?.[0]?.message).toBe('eventTime: is not an ISO 8601 date-time of the years 1 to 9999');
  const mended = (data?.deadEventBody ?? '').replace('yesterday', '2026-11-01T00:00:00Z');
  expect((await given.query(replay, { id, body: mended })).data).toEqual({ replayDeadEvent: true });
  await settled(given);
  expect((await groups()).map(({ count }) => count)).toEqual([2]);
  expect((await given.query(LEDGER)).data).toEqual({
    ledger: { received: 1, processed: 1, deduplicated: 0, deadLettered: 0, pending: 0, balances: true },
  });
});

it('lets no event that it cannot understand keep the others, and forgets none', async () => {
  const good = Array.from({ length: 20 }, (_, n) => event({ job: `job ${String(n)}`, to: ['daily'] }));
  const poison = ['{}', 'no json', '[1]', '{"eventTime":"2026-01-01T00:00:00Z","producer":"p","run":{"runId":"r"}}'];
  const bytes = [...good.map((one) => JSON.stringify(one)), ...poison].map((text) => Buffer.from(text));
  await storeEvents(
    given.db.manager,
    bytes.map((one) => ({ sender: 'system', bytes: one })),
    0,
  );
  await settled(given);
  expect((await given.query(LEDGER)).data).toEqual({
    ledger: { received: 24, processed: 20, deduplicated: 0, deadLettered: 4, pending: 0, balances: true },
  });
  const kept = await given.db.query<{ bytes: Buffer }[]>('select bytes from dead_event order by id');
  expect(kept.map((row) => row.bytes.toString())).toEqual(poison);
});

it('sets aside the one event that the database will not have, and keeps the rest of its batch', async () => {
  await given.db.query("alter table run add constraint no_poison check (raw_id <> 'poison')");
  const batch = Array.from({ length: 9 }, (_, n) => event({ run: n === 4 ? 'poison' : `run ${String(n)}` }));
  await send(given, ...batch);
  const [row] = await given.db.query<{ count: number }[]>('select count(*)::int as count from run');
  expect([row?.count, (await groups()).map(({ count, status }) => [count, status])]).toEqual([8, [[1, 'DEAD']]]);
  await given.db.query('alter table run drop constraint no_poison');
  const [group] = await groups();
  await given.query('mutation ($f: ID!) { replayDeadEvents(fingerprint: $f) }', { f: group?.fingerprint });
  await settled(given);
  expect(await groups()).toEqual([]);
  expect((await given.query(LEDGER)).data).toMatchObject({ ledger: { received: 9, processed: 9, balances: true } });
});

it('says how many arrive per minute and how many wait', async () => {
  await send(given, event(), event());
  const { data } = await given.query<{ eventRate: { received: number }[]; eventBacklog: { waiting: number } }>(
    '{ eventRate { received processed bytes } eventBacklog { waiting oldest } }',
  );
  expect(data?.eventRate.reduce((sum, { received }) => sum + received, 0)).toBe(2);
  expect(data?.eventBacklog).toEqual({ waiting: 0, oldest: null });
});

it('makes the days to come, and drops those that are over', async () => {
  const days = async (): Promise<string[]> => {
    const rows = await given.db.query<{ day: string }[]>(
      "select inhrelid::regclass::text as day from pg_inherits where inhparent = 'event_inbox'::regclass order by 1",
    );
    return rows.map(({ day }) => day);
  };
  await given.db.query('select add_event_days(7)');
  const ahead = await days();
  await given.db.query(
    "create table event_inbox_20200101 partition of event_inbox for values from ('2020-01-01') to ('2020-01-02')",
  );
  await given.db.query('select drop_event_days(30)');
  expect([ahead.length, await days()]).toEqual([8, ahead]);
});

it('says how much room raw events take, and for how long they are kept', async () => {
  await post(given, event());
  await settled(given);
  const { data } = await given.query<{ eventStorage: { keptDays: number; bytes: number; days: { bytes: number }[] } }>(
    '{ eventStorage { keptDays bytes days { day bytes events } } }',
  );
  const { keptDays, bytes = 0, days = [] } = data?.eventStorage ?? {};
  expect(keptDays).toBe(30);
  expect(bytes).toBeGreaterThan(0);
  expect(days.reduce((sum, day) => sum + day.bytes, 0)).toBe(bytes);
});

it('meters the room of raw events, and how many wait as of some seconds ago', async () => {
  const metered = async (name: string): Promise<number> => {
    const printed = await (await fetch(`${given.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(printed)?.[1]);
  };
  await post(given, event());
  await settled(given);
  expect(await metered('tributary_event_storage_bytes')).toBeGreaterThan(0);
  while ((await metered('tributary_events_waiting')) !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
});
