import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTORS } from '../src/ingestion/connectors';
import { processEvents } from '../src/ingestion/event-processor';
import { storeEvents } from '../src/ingestion/store/events';
import { applyPatch } from '../src/ingestion/upsert';
import { givenDatabase, type GivenDatabase } from './given/database';
import { event, facet } from './given/events';

jest.setTimeout(60_000);

interface Node {
  readonly unique_id: string;
  readonly resource_type: string;
  readonly database: string;
  readonly schema: string;
  readonly alias?: string;
  readonly name: string;
  readonly relation_name: string | null;
  readonly config?: { readonly materialized?: string };
  readonly depends_on?: { readonly nodes: readonly string[] };
}

const NAMESPACE = 'postgres://db.internal:5432';
const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../src/ingestion/connectors/dbt-outbox/fixtures', name), 'utf8');
const MANIFEST = JSON.parse(fixture('manifest.json').replaceAll('NaN', 'null')) as {
  nodes: Record<string, Node>;
  sources: Record<string, Node>;
};
const NODES: Readonly<Record<string, Node>> = { ...MANIFEST.nodes, ...MANIFEST.sources };
const MODELS = Object.values(MANIFEST.nodes).filter(
  ({ resource_type, config }) => resource_type === 'model' && config?.materialized !== 'ephemeral',
);

/** As `dbt-ol` names it: the fields of the manifest, whatever quotes and case the relation has. */
const named = ({ database, schema, alias, name }: Node): object => ({
  namespace: NAMESPACE,
  name: [database, schema, alias ?? name].join('.'),
});
const parentsOf = ({ depends_on }: Node): Node[] =>
  (depends_on?.nodes ?? [])
    .flatMap((id) => NODES[id] ?? [])
    .filter(({ config }) => config?.materialized !== 'ephemeral');

/** What `dbt-ol` would send of the models of the project. */
const EVENTS = MODELS.map((model) =>
  event({
    jobNamespace: 'dbt',
    job: `${model.database}.${model.schema}.night_market.${model.name}.build.run`,
    jobFacets: { jobType: facet({ processingType: 'BATCH', integration: 'DBT', jobType: 'MODEL' }) },
    from: parentsOf(model).map(named),
    to: [named(model)],
  }),
);

let world: GivenDatabase;
beforeEach(async () => {
  world = await givenDatabase();
});
afterEach(() => world.drop());

async function deliver(connector: string, parts: Readonly<Record<string, string>>): Promise<void> {
  const named = Object.entries(parts).map(([name, text]) => {
    async function* open(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from(text));
    }
    return [name, { name, open }] as const;
  });
  const input = { parts: new Map(named), parameters: { namespace: NAMESPACE }, receivedAt: new Date() };
  await world.db.transaction(async (tx) => {
    for await (const patch of CONNECTORS.get(connector)?.read(input) ?? []) {
      await applyPatch(tx, patch, { deliveryId: null, actor: 'system', allowLargeClose: true });
    }
  });
}

async function tell(): Promise<void> {
  const bytes = EVENTS.map((one) => ({ sender: 'system', bytes: Buffer.from(JSON.stringify(one)) }));
  await storeEvents(world.db.manager, bytes, 0);
  await processEvents(world.db.manager, 1_000, null, { lane: 0, knownFacets: new Set() });
}

const WAYS: Readonly<Record<string, () => Promise<void>>> = {
  artifacts: () => deliver('dbt', { manifest: fixture('manifest.json'), run_results: fixture('run-results.json') }),
  hook: () => deliver('dbt-outbox', { rows: fixture('rows.ndjson') }),
  events: tell,
};

/** How many assets each relation of a model is, and which sources speak of it. */
async function relations(): Promise<{ name: string; assets: number; sources: string[] }[]> {
  return world.db.query(
    `select lower(asset.display_name) as name, count(distinct asset.id)::int as assets,
            array_agg(distinct source.kind order by source.kind) as sources
       from asset join assertion on assertion.asset_id = asset.id join source on source.id = assertion.source_id
      where asset.type not in ('JOB', 'EPHEMERAL') and lower(asset.display_name) = any ($1)
      group by 1 order by 1`,
    [MODELS.map(({ alias, name }) => (alias ?? name).toLowerCase())],
  );
}

it.each([
  ['artifacts', 'hook', 'events'],
  ['events', 'hook', 'artifacts'],
  ['hook', 'events', 'artifacts'],
])('makes one asset per relation when %s, %s and %s tell of the same project', async (...order) => {
  for (const way of order) await WAYS[way]?.();
  const expected = MODELS.map(({ alias, name }) => (alias ?? name).toLowerCase()).sort();
  const found = await relations();
  expect(found.map(({ name, assets }) => [name, assets])).toEqual(expected.map((name) => [name, 1]));
  for (const { sources } of found) expect(sources).toEqual(expect.arrayContaining(['dbt', 'openlineage']));
  expect(found.filter(({ sources }) => sources.includes('dbt-hook')).length).toBeGreaterThan(0);
  const twice = await world.db.query(
    `select upstream_id, downstream_id, source_id from lineage_edge where job_id is null group by 1, 2, 3 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
  const [edges] = await world.db.query<{ by_dbt: number; by_all: number }[]>(
    `select count(distinct (upstream_id, downstream_id)) filter (where source.kind = 'dbt')::int as by_dbt,
            count(distinct (upstream_id, downstream_id))::int as by_all
       from lineage_edge join source on source.id = source_id
       join asset up on up.id = upstream_id join asset down on down.id = downstream_id
      where up.type not in ('EPHEMERAL') and down.type not in ('EPHEMERAL', 'DASHBOARD', 'METRIC', 'SEMANTIC_MODEL')`,
  );
  expect(edges?.by_all).toBe(edges?.by_dbt);
});
