import fc from 'fast-check';
import { EMPTY_REGISTRY } from '../src/catalog/domain/identity';
import { openLineageFacets, readEvent } from '../src/ingestion/connectors/openlineage';
import { processEvents } from '../src/ingestion/event-processor';
import { readSql } from '../src/ingestion/sql-lineage/read-sql';
import { storeEvents } from '../src/ingestion/store/events';
import { claimSql } from '../src/ingestion/store/sql/texts';
import { EventWorld, FacetBook, placeEvent, type PlacedEvent } from '../src/pipelines';
import { stateOf } from '../src/pipelines/domain/run-fold';
import type { DatasetRecord, JobRecord, RunRecord } from '../src/pipelines/domain/records';
import { analyzeSql } from '../src/sql';
import { givenDatabase, type GivenDatabase } from './given/database';
import { eventsTwice } from './given/random-events';
import { shown } from './given/shown';

const placed = (said: object): PlacedEvent =>
  placeEvent(readEvent(Buffer.from(JSON.stringify(said))).event, EMPTY_REGISTRY);

const job = (id: string): JobRecord => ({
  id,
  namespace: '',
  name: '',
  isNew: true,
  assetId: null,
  parentId: null,
  versionId: null,
  isObserved: false,
  seenAt: null,
  facets: {},
  fold: {},
});
const dataset = (id: string): DatasetRecord => ({ ...job(id), fold: {} });
const run = (id: string): RunRecord => ({
  id,
  publicId: id,
  isNew: true,
  jobId: null,
  parentId: null,
  rootId: null,
  versionId: null,
  eventCount: 0,
  fold: {},
  facets: {},
  datasets: new Map(),
});

/** A map that has whatever is asked for. */
class Made<Item> extends Map<string, Item> {
  constructor(private readonly make: (id: string) => Item) {
    super();
  }
  override get(key: string): Item {
    const known = super.get(key);
    if (known !== undefined) return known;
    const item = this.make(key);
    this.set(key, item);
    return item;
  }
}

/** All that events fold into, in one order. */
function folded(events: readonly object[]): unknown {
  const records = { jobs: new Made(job), datasets: new Made(dataset), runs: new Made(run) };
  const world = new EventWorld(records, new FacetBook(new Set()), openLineageFacets);
  const seen = new Set<string>();
  for (const one of events.map(placed)) {
    if (!seen.has(one.event.hash)) world.fold(one);
    seen.add(one.event.hash);
  }
  const inOrder = (map: ReadonlyMap<string, object>): unknown =>
    [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  const runs = [...records.runs].map(([key, one]): [string, object] => [
    key,
    {
      ...one,
      state: stateOf(one.fold),
      datasets: inOrder(new Map([...one.datasets].map(([use, kept]) => [use, [kept.fold, kept.useFacets]]))),
    },
  ]);
  const control = [...world.changedControl].map(([{ id }, { at, edges }]): [string, object] => [
    id,
    { at, edges: edges.map(({ upstream, downstream }) => [upstream.id, downstream.id]) },
  ]);
  return [inOrder(records.jobs), inOrder(records.datasets), inOrder(new Map(runs)), inOrder(new Map(control))];
}

it('folds events into the same state in whatever order, and however often, they come', () => {
  fc.assert(
    fc.property(eventsTwice(2, 12), ({ once, shuffled }) => {
      expect(folded(shuffled)).toEqual(folded(once));
    }),
    { numRuns: 20 },
  );
});

const STATE = {
  runs: `select run.public_id, job.name, parent.public_id as parent, run.state, run.started_at, run.ended_at, run.last_event_at,
                run.event_count, run.error, run.rows_written, run.metrics
           from run join job on job.id = run.job_id left join run parent on parent.id = run.parent_id order by 1`,
  jobs: `select job.name, parent.name as parent, job.integration, job.is_observed, job.seen_at, job.facets, asset.name as asset
           from job left join job parent on parent.id = job.parent_id left join asset on asset.id = job.asset_id order by 1`,
  uses: `select run.public_id, direction, dataset.name, row_count, used.facets, used.use_facets
           from run_dataset used join run on run.id = run_id join pipeline_dataset dataset on dataset.id = dataset_id order by 1, 2, 3`,
  control: `select up.name as up, down.name as down, said.name as said_by, edge.last_seen from control_edge edge
              join job up on up.id = upstream_id join job down on down.id = downstream_id join job said on said.id = said_by order by 1, 2, 3`,
  edges: `select up.name as up, down.name as down, edge.kind, edge.valid_from from lineage_edge edge
            join asset up on up.id = upstream_id join asset down on down.id = downstream_id order by 1, 2, 4`,
  past: `select up.name as up, down.name as down, edge.kind, edge.valid_from, edge.valid_to from lineage_edge_history edge
           join asset up on up.id = upstream_id join asset down on down.id = downstream_id order by 1, 2, 4`,
} as const;

let databases: GivenDatabase[] = [];
afterAll(() => Promise.all(databases.map((one) => one.drop())));

/** What is in the database after events that came in batches of a size. */
async function stored({ db }: GivenDatabase, events: readonly object[], size: number): Promise<unknown> {
  const bytes = events.map((one) => ({ sender: 'system', bytes: Buffer.from(JSON.stringify(one)) }));
  await storeEvents(db.manager, bytes, 0);
  const knownFacets = new Set<string>();
  for (;;) {
    const { claimed } = await processEvents(db.manager, size, null, { lane: 0, knownFacets });
    if (claimed.length === 0) break;
  }
  const state: Record<string, unknown> = { ...(await shown(db)) };
  for (const [name, sql] of Object.entries(STATE)) state[name] = await db.query<unknown[]>(sql);
  return state;
}

/** All that is shown once the SQL of every asset is read: in one go, and again when nothing changed. */
async function withSql({ db }: GivenDatabase): Promise<{ readonly state: unknown; readonly again: unknown }> {
  const pool = { analyze: (input: Parameters<typeof analyzeSql>[0]) => Promise.resolve(analyzeSql(input)) };
  const read = async (): Promise<unknown> => {
    await db.query('insert into sql_queue select id from asset on conflict do nothing');
    const batch = (): Promise<number> =>
      db.transaction(async (tx) => {
        const ids = await claimSql(tx, 3);
        await readSql(tx, pool, ids);
        return ids.length;
      });
    while ((await batch()) > 0);
    return { ...(await shown(db)), written: await db.query('select count(*) from change_log') };
  };
  const state = await read();
  return { state, again: await read() };
}

it('stores the same state for one clean pass and for a shuffled one with duplicates in small batches', async () => {
  databases = await Promise.all([givenDatabase(), givenDatabase()]);
  const [clean, messy] = databases;
  if (clean === undefined || messy === undefined) throw new Error('No databases');
  const [events] = fc.sample(eventsTwice(50, 60), { numRuns: 1, seed: 4130 });
  const inOneGo = await stored(clean, events?.once ?? [], 1_000);
  const inPieces = await stored(messy, events?.shuffled ?? [], 7);
  expect(inPieces).toEqual(inOneGo);
});

it('reads the same column lineage out of the SQL of those events, and nothing anew when nothing changed', async () => {
  const [clean, messy] = databases;
  if (clean === undefined || messy === undefined) throw new Error('No databases');
  const one = await withSql(clean);
  const other = await withSql(messy);
  const bySql = await clean.db.query<{ count: number }[]>(
    `select count(*)::int as count from column_edge join assertion on assertion.id = assertion_id
       join source on source.id = assertion.source_id and source.kind = 'sql'`,
  );
  expect(bySql[0]?.count).toBeGreaterThan(0);
  expect(one.again).toEqual(one.state);
  expect(other.again).toEqual(other.state);
  expect(withoutLog(other.state)).toEqual(withoutLog(one.state));
});

const withoutLog = (state: unknown): unknown => ({ ...(state as object), written: undefined });
