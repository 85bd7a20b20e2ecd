import { givenApp, type GivenApp } from './given/app';
import { DATA, dataset, event, facet, PRODUCER, schema, send } from './given/events';

let given: GivenApp;
const RUN = '0190a000-0000-7000-8000-0000000000c1';
const NS = encodeURIComponent('postgresql://db.test');

beforeAll(async () => {
  given = await givenApp();
  await send(
    given,
    event({ run: RUN, type: 'START', at: 0, from: ['orders'], jobFacets: { sql: facet({ query: 'select 1' }) } }),
    event({
      run: RUN,
      at: 5,
      to: [dataset('daily', { facets: schema('id int') })],
      runFacets: { acme: facet({ a: 1 }) },
    }),
    event({ job: 'report', at: 9, from: ['daily'], to: ['weekly'] }),
  );
});
afterAll(() => given.close());

interface Got<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

async function get(path: string, token: string | null = given.adminToken): Promise<Got> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${given.url}/api/v1${path}`, { headers });
  return { status: response.status, body: await response.json() };
}

it('lists namespaces, and tells of one by any of its spellings', async () => {
  const { body } = (await get('/namespaces')) as Got<{ namespaces: { name: string }[] }>;
  expect(body.namespaces.map(({ name }) => name)).toEqual(['nightly', DATA]);
  expect(await get(`/namespaces/${NS}`)).toMatchObject({ status: 200, body: { name: DATA, isHidden: false } });
});

it('pages through the datasets of a namespace', async () => {
  const { body } = await get(`/namespaces/${NS}/datasets?limit=1&offset=1`);
  expect(body).toMatchObject({ totalCount: 3, datasets: [{ name: 'shop.public.orders', namespace: DATA }] });
});

it('describes a dataset in the shape of Marquez', async () => {
  const { body } = await get(`/namespaces/${NS}/datasets/shop.public.daily`);
  expect(body).toEqual({
    id: { namespace: DATA, name: 'shop.public.daily' },
    type: 'DB_TABLE',
    name: 'shop.public.daily',
    physicalName: 'shop.public.daily',
    namespace: DATA,
    sourceName: DATA,
    fields: [{ name: 'id', type: 'int', tags: [], description: null }],
    tags: [],
    description: null,
    lastLifecycleState: null,
    deleted: false,
    facets: schema('id int'),
    createdAt: expect.any(String) as string,
    updatedAt: expect.any(String) as string,
    lastModifiedAt: expect.any(String) as string,
    currentVersion: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

it('tells of a job what it reads and writes, and of its runs', async () => {
  const { body } = await get('/namespaces/nightly/jobs/daily');
  expect(body).toMatchObject({
    id: { namespace: 'nightly', name: 'daily' },
    type: 'BATCH',
    simpleName: 'daily',
    parentJobName: null,
    inputs: [{ namespace: DATA, name: 'shop.public.orders' }],
    outputs: [{ namespace: DATA, name: 'shop.public.daily' }],
    latestRun: { id: RUN, state: 'COMPLETED', durationMs: 300_000 },
    facets: { sql: facet({ query: 'select 1' }) },
  });
  const runs = await get('/namespaces/nightly/jobs/daily/runs');
  expect(runs.body).toMatchObject({ totalCount: 1, runs: [{ id: RUN }] });
  const jobs = await get('/namespaces/nightly/jobs');
  expect(jobs.body).toMatchObject({ totalCount: 2, jobs: [{ name: 'daily' }, { name: 'report' }] });
});

it('tells of a run', async () => {
  const { body } = await get(`/jobs/runs/${RUN}`);
  expect(body).toMatchObject({
    id: RUN,
    state: 'COMPLETED',
    args: {},
    jobVersion: { namespace: 'nightly', name: 'daily' },
    inputDatasetVersions: [{ datasetVersionId: { namespace: DATA, name: 'shop.public.orders' } }],
    outputDatasetVersions: [{ datasetVersionId: { namespace: DATA, name: 'shop.public.daily' } }],
    facets: { acme: facet({ a: 1 }) },
  });
});

it.each([`dataset:${DATA}:shop.public.daily`, 'job:nightly:daily'])(
  'draws datasets and jobs in turns around %s',
  async (id) => {
    const { body } = (await get(`/lineage?nodeId=${encodeURIComponent(id)}`)) as Got<{
      graph: { id: string; type: string; outEdges: { destination: string }[] }[];
    }>;
    expect(body.graph.map((node) => [node.id, node.type, node.outEdges.map(({ destination }) => destination)])).toEqual(
      [
        [`dataset:${DATA}:shop.public.daily`, 'DATASET', ['job:nightly:report']],
        [`dataset:${DATA}:shop.public.orders`, 'DATASET', ['job:nightly:daily']],
        [`dataset:${DATA}:shop.public.weekly`, 'DATASET', []],
        ['job:nightly:daily', 'JOB', [`dataset:${DATA}:shop.public.daily`]],
        ['job:nightly:report', 'JOB', [`dataset:${DATA}:shop.public.weekly`]],
      ],
    );
  },
);

it('gives the events as they came in, the last to arrive first', async () => {
  const { body } = (await get('/events/lineage?limit=2')) as Got<{
    events: { job: { name: string } }[];
    totalCount: number;
  }>;
  expect([body.totalCount, body.events.map(({ job }) => job.name)]).toEqual([3, ['report', 'daily']]);
  expect(body.events[0]).toMatchObject({ eventType: 'COMPLETE', producer: PRODUCER });
});

it('finds datasets and jobs by words', async () => {
  const { body } = await get('/search?q=daily');
  expect(body).toMatchObject({
    totalCount: 2,
    results: [
      { type: 'JOB', name: 'daily', nodeId: 'job:nightly:daily' },
      { type: 'DATASET', name: 'shop.public.daily', nodeId: `dataset:${DATA}:shop.public.daily` },
    ],
  });
  expect((await get('/search?q=daily&filter=dataset')).body).toMatchObject({ totalCount: 1 });
});

it.each([
  ['/lineage', 400, 'nodeId: is missing'],
  ['/lineage?nodeId=dataset:a:b', 404, 'No node'],
  ['/namespaces?limit=0', 400, 'limit: takes a whole number from 1 to 1000'],
  ['/namespaces/none', 404, 'No namespace'],
  ['/namespaces/none/datasets/x', 404, 'No dataset'],
  ['/namespaces/nightly/jobs/none', 404, 'No job'],
  ['/jobs/runs/none', 404, 'No run'],
  ['/search', 400, 'q: is missing'],
  ['/search?q=a&filter=column', 400, 'filter: takes DATASET, JOB'],
  ['/events/lineage?before=yesterday', 400, 'before: is no ISO 8601 date-time'],
])('refuses %s with %i', async (path, status, message) => {
  const answer = await get(path);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(message)]);
});

it('answers nobody who has not signed in', async () => {
  const paths = ['/namespaces', '/namespaces/nightly/jobs', '/lineage?nodeId=job:nightly:daily', '/events/lineage'];
  const answers = await Promise.all(paths.map((path) => get(path, null)));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
});
