import type { Config } from '../src/config';
import { HistoryRetention } from '../src/lineage/history-retention.service';
import type { LineageService } from '../src/lineage';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenAssets, givenEdges, givenPastEdges, publicIds, type Ids } from './given/graph';
import { givenLineage } from './given/lineage';

let world: GivenDatabase;
let lineage: LineageService;
let retention: HistoryRetention;
let ids: Ids;
beforeAll(async () => {
  world = await givenDatabase();
  ({ lineage } = givenLineage(world.db));
  retention = new HistoryRetention(world.db, { historyDays: 730 } as Config);
  ids = await givenEdges(
    world.db,
    ['orders → daily'],
    await givenAssets(world.db, [{ name: 'old' }, { name: 'late' }]),
  );
});
afterAll(() => world.drop());

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const past = async (): Promise<unknown> => {
  const [row] = await world.db.query<object[]>(
    `select (select count(*)::int from lineage_edge_history) as edges,
            (select count(*)::int from column_edge_history) as columns,
            (select count(*)::int from assertion_history) as facts`,
  );
  return row;
};

it('forgets what ended before the time that history is kept, and nothing else', async () => {
  await givenPastEdges(world.db, ['old → daily'], daysAgo(900), daysAgo(731), ids);
  await givenPastEdges(world.db, ['late → daily'], daysAgo(900), daysAgo(729), ids);
  await world.db.query(
    `insert into column_edge_history (upstream_id, downstream_id, source_id, kind, subtype, masking, valid_from, valid_to)
     select place, place, 1, 'DIRECT', 'IDENTITY', false, $1, ($2::timestamptz[])[1 + place % 2]
       from generate_series(1, 10001) as place`,
    [daysAgo(900), [daysAgo(731), daysAgo(1)]],
  );
  await world.db.query(
    `insert into assertion_history (assertion_id, source_id, key, asset_id, facts, observed_at, closed_at)
     select 1, 1, 'k', 1, '{}', $1, closed from unnest($2::timestamptz[]) as closed`,
    [daysAgo(900), [daysAgo(800), daysAgo(10)]],
  );
  await retention.work();
  expect(await past()).toEqual({ edges: 1, columns: 5_001, facts: 1 });
});

it('says how much room history takes and since when it is whole', async () => {
  const { keptDays, keptSince, parts, bytes } = await retention.storage();
  expect([keptDays, keptSince.toISOString().slice(0, 10)]).toEqual([730, daysAgo(730).slice(0, 10)]);
  expect(parts.map(({ kind }) => kind)).toEqual(['EDGES', 'COLUMN_EDGES', 'FACTS']);
  expect(bytes).toBe(parts.reduce((sum, part) => sum + part.bytes, 0));
  expect(Math.min(...parts.map((part) => part.bytes))).toBeGreaterThan(0);
});

it('says of an answer about an earlier moment that what ended before is missing', async () => {
  const known = await publicIds(world.db, ids);
  const asked = { direction: 'UPSTREAM', depth: 1, maxNodes: 10, fanOut: null } as const;
  const of = async (days: number): Promise<unknown> => {
    const { complete, omitted } = await lineage.answer(known['daily'] ?? '', { ...asked, at: new Date(daysAgo(days)) });
    return [complete, omitted.map(({ message }) => message)];
  };
  const since = daysAgo(730).slice(0, 10);
  expect([await of(729.5), await of(731)]).toEqual([
    [true, []],
    [false, [`History is kept since ${since}: what ended before then is missing here.`]],
  ]);
});
