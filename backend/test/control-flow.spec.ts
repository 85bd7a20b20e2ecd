import { givenApp, type GivenApp } from './given/app';
import { emptied, event, facet, send } from './given/events';
import { shownEdges } from './given/shown';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());
beforeEach(() => emptied(given));

const order = async (job: string): Promise<string[]> => {
  const { data } = await given.query<{
    jobByName: { controlEdges: { upstream: { name: string }; downstream: { name: string } }[] };
  }>(
    `query($job: String!) { jobByName(namespace: "nightly", name: $job) { controlEdges { upstream { name } downstream { name } } } }`,
    { job },
  );
  return (data?.jobByName.controlEdges ?? []).map(
    ({ upstream, downstream }) => `${upstream.name} → ${downstream.name}`,
  );
};
const job = (name: string): object => ({ job: { namespace: 'nightly', name } });
const waitsFor = (...names: string[]): object => ({
  jobDependencies: facet({ upstream: names.map(job), downstream: [] }),
});

it('keeps the order of work apart from lineage, and the last word on it', async () => {
  await send(given, event({ job: 'load', at: 10, runFacets: waitsFor('extract', 'clean') }));
  await send(given, event({ job: 'load', at: 5, runFacets: waitsFor('old') }), event({ job: 'load', at: 20 }));
  expect(await order('load')).toEqual(['clean → load', 'extract → load']);
  await send(given, event({ job: 'load', at: 30, runFacets: waitsFor('clean') }));
  expect(await order('load')).toEqual(['clean → load']);
  expect(await shownEdges(given.db)).toEqual([]);
});

it('shows the tasks of an Airflow DAG in their order, as tasks and DAG tell it', async () => {
  const parent = { parent: facet({ run: { runId: '0190a000-0000-7000-8000-0000000000b1' }, ...job('dag') }) };
  const task = (id: string, downstream: unknown): object =>
    event({
      job: `dag.${id}`,
      runFacets: {
        ...parent,
        airflow: facet({ task: { task_id: id, upstream_task_ids: '[]', downstream_task_ids: downstream } }),
      },
    });
  await send(given, task('extract', "['transform']"), task('transform', ['load']), task('load', '[]'));
  await send(
    given,
    event({ job: 'dag', jobFacets: { airflow: facet({ tasks: { load: { downstream_task_ids: ['report'] } } }) } }),
  );
  expect(await order('dag')).toEqual([
    'dag.extract → dag.transform',
    'dag.load → dag.report',
    'dag.transform → dag.load',
  ]);
});

it('leaves out what has no usable name, and keeps the event', async () => {
  const long = 'n'.repeat(5_000);
  const parent = { parent: facet({ run: { runId: 'r' }, ...job(long) }) };
  await send(given, event({ from: ['orders'], to: ['daily'], runFacets: { ...parent, ...waitsFor('ok', long) } }));
  expect(await shownEdges(given.db)).toEqual(['orders → daily']);
  expect(await order('daily')).toEqual(['ok → daily']);
  const { data } = await given.query<{ runs: { nodes: { events: { notes: { field: string }[] }[] }[] } }>(
    '{ runs { nodes { events { notes { field } } } } }',
  );
  expect(data?.runs.nodes[0]?.events[0]?.notes.map(({ field }) => field)).toEqual([
    'run.facets.parent.job',
    'jobDependencies',
  ]);
});

it('gives every facet as it was sent, known or not, and none that was taken back', async () => {
  const orders = {
    namespace: 'postgres://db.test:5432',
    name: 'shop.public.orders',
    facets: { acme_cost: facet({ cents: 12 }), storage: facet({ storageLayer: 'iceberg' }) },
    inputFacets: { subset: facet({ inputCondition: { type: 'location', locations: ['a'] } }) },
  };
  await send(
    given,
    event({
      at: 0,
      from: [orders],
      jobFacets: { acme_team: facet({ name: 'x' }) },
      runFacets: { acme: facet({ y: 1 }) },
    }),
  );
  const gone = { ...orders, facets: { storage: facet({ _deleted: true }) }, inputFacets: {} };
  await send(given, event({ at: 9, from: [gone] }));
  const { data } = await given.query(`{
    assetByName(namespace: "postgres://db.test:5432", name: "shop.public.orders") { facets }
    jobByName(namespace: "nightly", name: "daily") { facets recentRuns { facets inputs { facets } } }
  }`);
  expect(data).toEqual({
    assetByName: { facets: { acme_cost: facet({ cents: 12 }) } },
    jobByName: {
      facets: { acme_team: facet({ name: 'x' }) },
      recentRuns: [
        { facets: {}, inputs: [{ facets: expect.anything() as object }] },
        {
          facets: { acme: facet({ y: 1 }) },
          inputs: [{ facets: { ...orders.facets, ...orders.inputFacets } }],
        },
      ],
    },
  });
});
