import type { DataSource } from 'typeorm';

import { dbtConnector } from '../../src/ingestion/connectors/dbt';
import type { MetadataPatch, Statement } from '../../src/ingestion/metadata-patch';
import { applyPatch, type PatchCounts } from '../../src/ingestion/upsert';
import { noCounts } from '../../src/ingestion/upsert/outcome';
import { givenDatabase, type GivenDatabase } from '../given/database';
import { corpusFolder, documentOf, edgesOf, givenDelivery, truthsOf, type Truth } from './corpus';

/** What one manifest is ingested as: its own project at its own server, so that all fit into one catalog. */
interface Place {
  readonly project: string;
  readonly namespace: string;
  readonly target?: string;
}

interface Ingested {
  readonly counts: Readonly<PatchCounts>;
  /** Upstream and downstream keys, as stated. */
  readonly edges: readonly (readonly [string, string])[];
}

/** Applies a manifest in one transaction, as the worker does. */
async function ingest(
  db: DataSource,
  truth: Truth,
  place: Place,
  more: Readonly<Record<string, string>> = {},
): Promise<Ingested> {
  const input = givenDelivery({ manifest: documentOf(truth), ...more }, { ...place });
  const statements: Statement[] = [];
  const counts = await db.transaction(async (tx) => {
    const all: Readonly<PatchCounts>[] = [];
    for await (const patch of dbtConnector.read(input)) {
      const context = { deliveryId: null, actor: 'system', allowLargeClose: false };
      all.push((await applyPatch(tx, recorded(patch, statements), context)).counts);
    }
    return total(all);
  });
  const assets = statements.filter((statement) => statement.kind === 'asset');
  return { counts, edges: edgesOf(assets) };
}

/** Over all patches of the delivery. */
function total(all: readonly Readonly<PatchCounts>[]): PatchCounts {
  const sum = noCounts();
  for (const counts of all) for (const name of Object.keys(sum) as (keyof PatchCounts)[]) sum[name] += counts[name];
  return sum;
}

/** The same patch; what it says is also added to `statements` as it goes by. */
function recorded(patch: MetadataPatch, statements: Statement[]): MetadataPatch {
  async function* tapped(): AsyncGenerator<readonly Statement[]> {
    for await (const batch of patch.statements) {
      statements.push(...batch);
      yield batch;
    }
  }
  return { ...patch, statements: tapped() };
}

/** Keys of one project's nodes, each with the asset it became; several where dbt has several nodes for one relation. */
async function assetsByKey(db: DataSource, project: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ key: string; asset_id: string }[]>(
    `select key, asset_id from assertion where starts_with(key, $1)`,
    [`dbt:${project}/`],
  );
  return new Map(rows.map((row) => [row.key, row.asset_id]));
}

async function storedEdges(db: DataSource, project: string): Promise<readonly string[]> {
  const rows = await db.query<{ edge: string }[]>(
    `select distinct upstream_id || ' → ' || downstream_id as edge
       from lineage_edge join assertion on assertion.id = assertion_id where starts_with(key, $1)`,
    [`dbt:${project}/`],
  );
  return rows.map(({ edge }) => edge).sort();
}

if (corpusFolder === undefined) {
  it('is skipped: no corpus of real manifests beside the repository nor at TRIBUTARY_CORPUS', () => {
    expect(truthsOf('dbt-manifest')).toEqual([]);
  });
} else {
  describe('real manifests in one catalog', () => {
    let world: GivenDatabase;
    beforeAll(async () => {
      world = await givenDatabase();
    });
    afterAll(() => world.drop());

    const truths = truthsOf('dbt-manifest').map((truth, index) => ({
      truth,
      title: `${String(truth['version'])} ${truth.path}`,
      place: { project: `project-${String(index)}`, namespace: `postgres://db-${String(index)}.internal:5432` },
    }));

    it.each(truths)(
      '$title',
      async ({ truth, place }) => {
        const { counts, edges } = await ingest(world.db, truth, place);
        expect(counts.refused).toBe(0);
        expect(counts.columns).toBe(Number(truth['columns_total']));

        const assets = await assetsByKey(world.db, place.project);
        const ends = edges.map((pair) => pair.map((id) => assets.get(`dbt:${place.project}/${id}`)));
        const distinct = new Set(ends.filter(([up, down]) => up !== down).map((pair) => pair.map(String).join(' → ')));
        expect(await storedEdges(world.db, place.project)).toEqual([...distinct].sort());

        const again = await ingest(world.db, truth, place);
        expect(again.counts).toMatchObject({ rowsWritten: 0, created: 0, changed: 0, closed: 0 });
      },
      120_000,
    );

    it('take in the artifacts beside them, once', async () => {
      const folder = 'fixtures/dbt_20/target/';
      const inFolder = (kind: string): Truth =>
        truthsOf(kind).find(({ path }) => path.includes(folder)) ?? { path: '' };
      const [manifest, catalog, runs] = [
        inFolder('dbt-manifest'),
        inFolder('dbt-catalog'),
        inFolder('dbt-run-results'),
      ] as const;
      const place = { project: 'beside', namespace: 'duckdb://beside.db' };
      const more = { catalog: documentOf(catalog), run_results: documentOf(runs) };
      const { counts } = await ingest(world.db, manifest, place, more);
      const { test = 0, unit_test: unitTests = 0 } = runs['by_type'] as Record<string, number>;
      expect(counts).toMatchObject({ refused: 0, results: test + unitTests });
      const again = await ingest(world.db, manifest, place, more);
      expect(again.counts).toMatchObject({ rowsWritten: 0, changed: 0 });
      const [column] = await world.db.query<{ type: string }[]>(
        `select asset_column.type from asset_column join assertion using (asset_id)
          where key = 'dbt:beside/model.dbt_bouncer_test_project.customers.v1' and path = 'customer_lifetime_value'`,
      );
      expect(column).toEqual({ type: 'DOUBLE' });
    }, 120_000);

    it('keep two targets of one project apart', async () => {
      const [truth = { path: '' }] = truthsOf('dbt-manifest').filter(({ path }) =>
        path.endsWith('73b6b18d/docs/manifest.json'),
      );
      for (const target of ['dev', 'prod']) {
        await ingest(world.db, truth, { project: 'twice', target, namespace: `postgres://${target}.internal:5432` });
      }
      const rows = await world.db.query<{ ends: string; edges: string }[]>(
        `select concat_ws(' → ', substring(up.name from 'dev|prod'), substring(down.name from 'dev|prod')) as ends, count(*) as edges
           from lineage_edge edge
           join asset a on a.id = edge.upstream_id join namespace up on up.id = a.namespace_id
           join asset b on b.id = edge.downstream_id join namespace down on down.id = b.namespace_id
          where up.name ~ 'dev|prod' or down.name ~ 'dev|prod'
          group by 1 order by 1`,
      );
      expect(rows.map(({ ends }) => ends)).toEqual(['dev → dev', 'prod → prod']);
      expect(rows[0]?.edges).toBe(rows[1]?.edges);
    }, 120_000);
  });
}
