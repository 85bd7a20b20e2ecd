import { canonicalize } from '../../src/catalog';
import { EMPTY_REGISTRY } from '../../src/catalog/domain/identity';
import { problemOf } from '../../src/ingestion/connectors/openlineage';
import { processEvents } from '../../src/ingestion/event-processor';
import { storeEvents } from '../../src/ingestion/store/events';
import { givenDatabase, type GivenDatabase } from '../given/database';
import { emptyCatalog, emptyTables } from '../given/empty';
import { truthsOf, type Truth } from './corpus';
import { count, eventsOf, filled, type Counted, type Pair } from './ol-events';

jest.setTimeout(60_000);

let given: GivenDatabase;
beforeAll(async () => {
  given = await givenDatabase();
});
afterAll(() => given.drop());

const truths = [...truthsOf('openlineage-event'), ...truthsOf('openlineage-events')].filter(({ path }) =>
  /^openlineage-(events|dbt)\//.test(path),
);

const canonicalName = ([namespace, name]: Pair, quoting: 'NONE' | 'UNKNOWN' = 'UNKNOWN'): string => {
  const canonical = canonicalize({ namespace, name, quoting }, EMPTY_REGISTRY);
  return `${canonical.namespace} ${canonical.name}`;
};

/** Name of the asset that a canonical name stands for: `symlinks` make one asset of several names. */
async function knownNames(): Promise<(place: string) => string> {
  const rows = await given.db.query<{ spelt: string; name: string }[]>(
    `select spelt.name || ' ' || identifier.name as spelt, namespace.name || ' ' || asset.name as name
       from asset_identifier identifier join namespace spelt on spelt.id = identifier.namespace_id
       join asset on asset.id = identifier.asset_id join namespace on namespace.id = asset.namespace_id`,
  );
  const names = new Map(rows.map(({ spelt, name }) => [spelt, name]));
  return (spelt) => names.get(spelt) ?? spelt;
}

/** The truth in canonical names; an edge of a thing to itself is none. */
function inCanonicalNames(counted: Counted, known: (place: string) => string): Record<string, string[]> {
  const place = (pair: Pair, quoting: 'NONE' | 'UNKNOWN' = 'UNKNOWN'): string => known(canonicalName(pair, quoting));
  const parse = (all: Set<string>): unknown[][] => [...all].map((one) => JSON.parse(one) as unknown[]);
  const sorted = (all: string[]): string[] => [...new Set(all)].sort();
  return {
    runs: [String(counted.runs.size)],
    jobs: sorted(parse(counted.jobs).map(([job]) => place(job as Pair, 'NONE'))),
    datasets: sorted(parse(counted.datasets).map(([one]) => place(one as Pair))),
    edges: sorted(
      parse(counted.edges)
        .map((ends) => ends.map((end) => place(end as Pair)))
        .filter(([from, to]) => from !== to)
        .map((ends) => ends.join(' → ')),
    ),
    columnEdges: sorted(
      parse(counted.columnEdges)
        .map((ends) => ends.map((end) => `${place((end as [Pair, string])[0])} # ${(end as [Pair, string])[1]}`))
        .filter(([from, to]) => from !== to)
        .map((ends) => ends.join(' → ')),
    ),
  };
}

const ASSET = (alias: string): string =>
  `(select namespace.name || ' ' || asset.name from asset join namespace on namespace.id = asset.namespace_id where asset.id = ${alias})`;
const COLUMN = (alias: string): string =>
  `(select ${ASSET('asset_column.asset_id')} || ' # ' || asset_column.path from asset_column where asset_column.id = ${alias})`;

/** What the catalog says after the events. */
async function said(): Promise<Record<string, string[]>> {
  const texts = async (sql: string): Promise<string[]> =>
    (await given.db.query<{ text: string }[]>(sql)).map((row) => row.text).sort();
  return {
    runs: await texts('select count(*)::text as text from run where event_count > 0'),
    jobs: await texts(
      "select namespace || ' ' || name as text from job where exists (select from pipeline_event where job_id = job.id)",
    ),
    datasets: await texts(`select distinct ${ASSET('dataset.asset_id')} as text from pipeline_dataset dataset`),
    edges: await texts(
      `select ${ASSET('upstream_id')} || ' → ' || ${ASSET('downstream_id')} as text from lineage_edge
       union select ${ASSET('upstream_id')} || ' → ' || ${ASSET('downstream_id')} from lineage_edge_history`,
    ),
    columnEdges: await texts(
      `select ${COLUMN('upstream_id')} || ' → ' || ${COLUMN('downstream_id')} as text from column_edge
       union select ${COLUMN('upstream_id')} || ' → ' || ${COLUMN('downstream_id')} from column_edge_history`,
    ),
  };
}

async function tell(events: readonly object[]): Promise<void> {
  await emptyCatalog(given.db);
  await emptyTables(given.db, [
    'job',
    'run',
    'facet_value',
    'pipeline_event',
    'event_inbox',
    'dead_event',
    'event_count',
  ]);
  const bytes = events.map((event) => ({ sender: 'system', bytes: Buffer.from(JSON.stringify(event)) }));
  await storeEvents(given.db.manager, bytes, 0);
  for (;;) {
    const { claimed } = await processEvents(given.db.manager, 100, null, { lane: 0, knownFacets: new Set() });
    if (claimed.length === 0) break;
  }
  expect(await given.db.query('select message from dead_event')).toEqual([]);
}

const short = ({ path }: Truth): string =>
  path.replace(/^.*?(integration|open_lineage|scenarios|spec|fluentd|apples|docker|python)\//, '$1/');

it.each(truths.map((truth) => [short(truth), truth] as const))('%s', async (_name, truth) => {
  const events = eventsOf(truth);
  const counted = count(events);
  // The sets that are compared are those that were counted.
  expect([counted.runs.size, counted.jobs.size, counted.datasets.size, counted.columnEdges.size]).toEqual([
    truth['runs'],
    truth['jobs'],
    truth['datasets'],
    truth['column_edges'],
  ]);
  const whole = filled(events);
  for (const event of events) expectRefusal(event);
  await tell(whole);
  expect(await said()).toEqual(inCanonicalNames(count(whole, true), await knownNames()));
});

/** An event that lacks something is refused, and told which field. */
function expectRefusal(event: Record<string, unknown>): void {
  const problem = problemOf(event);
  const isLacking = ['eventTime', 'producer'].some((field) => event[field] === undefined);
  if (isLacking) expect(problem?.field).toMatch(/^(eventTime|producer)$/);
}
