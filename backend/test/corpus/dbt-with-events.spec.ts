import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dbtConnector } from '../../src/ingestion/connectors/dbt';
import { processEvents } from '../../src/ingestion/event-processor';
import { storeEvents } from '../../src/ingestion/store/events';
import { applyPatch } from '../../src/ingestion/upsert';
import { givenDatabase, type GivenDatabase } from '../given/database';
import { emptyCatalog, emptyTables } from '../given/empty';
import { corpusFolder, documentOf, givenDelivery, truthsOf, type Truth } from './corpus';
import { eventsOf, filled } from './ol-events';

jest.setTimeout(60_000);

interface Named {
  readonly namespace: string;
  readonly name: string;
}
interface Event {
  readonly inputs?: readonly Named[];
  readonly outputs?: readonly Named[];
}
interface Node {
  readonly resource_type: string;
  readonly relation_name?: string | null;
  readonly database?: string | null;
  readonly schema: string;
  readonly alias?: string | null;
  readonly identifier?: string | null;
}

/** A manifest and the events that the OpenLineage integration made of the same run. */
interface Both {
  readonly title: string;
  readonly manifest: Truth;
  readonly events: readonly object[];
  readonly namespace: string;
  /** Those that the manifest and the events name, in lower case. */
  readonly shared: readonly string[];
}

const RELATIONS = new Set(['model', 'seed', 'snapshot', 'source']);

function relationsOf(manifest: Truth): ReadonlySet<string> {
  const { nodes, sources } = JSON.parse(documentOf(manifest)) as Record<'nodes' | 'sources', Record<string, Node>>;
  const relations = [...Object.values(nodes), ...Object.values(sources)].filter((node) =>
    RELATIONS.has(node.resource_type),
  );
  return new Set(
    relations.map(({ relation_name, database, schema, alias, identifier }) =>
      (relation_name ?? [database, schema, alias ?? identifier].filter(Boolean).join('.'))
        .replace(/[`"]/g, '')
        .toLowerCase(),
    ),
  );
}

function bothOf(manifest: Truth): Both[] {
  const folder = dirname(dirname(manifest.path));
  const result: Truth = { path: join(folder, 'result.json') };
  if (!existsSync(join(corpusFolder ?? '', result.path))) return [];
  const events = filled(eventsOf(result)) as readonly Event[];
  const datasets = events.flatMap(({ inputs = [], outputs = [] }) => [...inputs, ...outputs]);
  const known = relationsOf(manifest);
  const shared = [...new Set(datasets.map(({ name }) => name.toLowerCase()))].filter((name) => known.has(name)).sort();
  const title = folder.replace(/^.*\/dbt\//, '');
  return shared.length === 0 ? [] : [{ title, manifest, events, namespace: datasets[0]?.namespace ?? '', shared }];
}

const pairs = truthsOf('dbt-manifest')
  .filter(({ path }) => path.startsWith('openlineage-dbt/'))
  .flatMap(bothOf);

let world: GivenDatabase;
beforeAll(async () => {
  world = await givenDatabase();
});
afterAll(() => world.drop());

async function artifacts({ manifest, namespace }: Both): Promise<void> {
  const input = givenDelivery({ manifest: documentOf(manifest) }, { project: 'both', namespace });
  await world.db.transaction(async (tx) => {
    for await (const patch of dbtConnector.read(input)) {
      await applyPatch(tx, patch, { deliveryId: null, actor: 'system', allowLargeClose: true });
    }
  });
}

async function events({ events }: Both): Promise<void> {
  const bytes = events.map((event) => ({ sender: 'system', bytes: Buffer.from(JSON.stringify(event)) }));
  await storeEvents(world.db.manager, bytes, 0);
  await processEvents(world.db.manager, 1_000, null, { lane: 0, knownFacets: new Set() });
}

/** Each relation that both name: how many assets it is, and who speaks of it. */
async function shown({ shared }: Both): Promise<unknown[]> {
  return world.db.query(
    `select lower(asset.name) as name, count(distinct asset.id)::int as assets,
            array_agg(distinct source.kind order by source.kind) as sources
       from asset join assertion on assertion.asset_id = asset.id join source on source.id = assertion.source_id
      where asset.type <> 'JOB' and lower(asset.name) = any ($1) group by 1 order by 1`,
    [shared],
  );
}

/** Edges that one source states twice, other than in the name of several jobs. */
async function twice(): Promise<unknown[]> {
  return world.db.query(
    `select upstream_id, downstream_id from lineage_edge
      group by upstream_id, downstream_id, source_id, job_id having count(*) > 1`,
  );
}

if (corpusFolder === undefined) {
  it('is skipped: no corpus of real manifests beside the repository nor at TRIBUTARY_CORPUS', () => {
    expect(pairs).toEqual([]);
  });
} else {
  it.each(pairs)('$title: manifest and events name one asset per relation, whichever came first', async (both) => {
    const expected = both.shared.map((name) => ({ name, assets: 1, sources: ['dbt', 'openlineage'] }));
    for (const order of [
      [artifacts, events],
      [events, artifacts],
    ]) {
      await emptyCatalog(world.db);
      await emptyTables(world.db, ['job', 'run', 'facet_value', 'pipeline_event', 'event_inbox', 'dead_event']);
      for (const tell of order) await tell(both);
      expect(await shown(both)).toEqual(expected);
      expect(await twice()).toEqual([]);
    }
  });
}
