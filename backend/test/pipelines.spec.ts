import { givenApp, type GivenApp } from './given/app';
import { event, facet, send } from './given/events';

let given: GivenApp;

const RUN = '0190a000-0000-7000-8000-000000000001';
const CHILD = '0190a000-0000-7000-8000-000000000002';
const OPEN = '0190a000-0000-7000-8000-000000000003';
const parent = { parent: facet({ run: { runId: RUN }, job: { namespace: 'nightly', name: 'daily' } }) };
const rows = (rowCount: number) => ({ outputFacets: { outputStatistics: facet({ rowCount, size: 10 }) } });
const table = (name: string, rest: object = {}) => ({
  namespace: 'postgres://db.test:5432',
  name: `shop.public.${name}`,
  ...rest,
});

beforeAll(async () => {
  given = await givenApp();
  await send(
    given,
    event({ run: RUN, type: 'START', at: 0 }),
    event({ run: RUN, type: 'COMPLETE', at: 10, from: ['orders'], to: [table('revenue', rows(42))] }),
    event({ run: CHILD, job: 'daily.load', type: 'START', at: 1, runFacets: parent }),
    event({
      run: CHILD,
      job: 'daily.load',
      type: 'FAIL',
      at: 4,
      runFacets: {
        ...parent,
        errorMessage: facet({ message: 'no space left', programmingLanguage: 'JAVA', stackTrace: 'at a.b' }),
      },
    }),
    event({ run: OPEN, job: 'hourly', type: 'START', at: '2026-10-01T00:00:00Z', to: ['revenue'] }),
  );
});
afterAll(() => given.close());

it('lists jobs that ran last first, with their runs and how they went', async () => {
  const { data } = await given.query(
    `{ jobs { total states { value count } nodes {
        name asset { type } parent { name } children { name } recentRuns { state } health(days: 365) { runs failed failureRate medianSeconds }
    } } }`,
  );
  expect(data?.['jobs']).toEqual({
    total: 3,
    states: [
      { value: 'COMPLETED', count: 1 },
      { value: 'FAILED', count: 1 },
      { value: 'STALE', count: 1 },
    ],
    nodes: [
      {
        name: 'daily.load',
        asset: { type: 'JOB' },
        parent: { name: 'daily' },
        children: [],
        recentRuns: [{ state: 'FAILED' }],
        health: { runs: 1, failed: 1, failureRate: 1, medianSeconds: 180 },
      },
      {
        name: 'daily',
        asset: { type: 'JOB' },
        parent: null,
        children: [{ name: 'daily.load' }],
        recentRuns: [{ state: 'COMPLETED' }],
        health: { runs: 1, failed: 0, failureRate: 0, medianSeconds: 600 },
      },
      {
        name: 'hourly',
        asset: { type: 'JOB' },
        parent: null,
        children: [],
        recentRuns: [{ state: 'STALE' }],
        health: { runs: 1, failed: 0, failureRate: null, medianSeconds: null },
      },
    ],
  });
});

it('tells of a run what it read and wrote, what it started and what its events were', async () => {
  const { data } = await given.query(
    `query($id: ID!) { run(id: $id) {
        state durationMs rowsWritten job { name } children { id state error errorStack parent { id } }
        inputs { name asset { displayName } } outputs { name rowCount byteCount } events { type }
    } }`,
    { id: RUN },
  );
  expect(data?.['run']).toEqual({
    state: 'COMPLETED',
    durationMs: 600_000,
    rowsWritten: 42,
    job: { name: 'daily' },
    children: [{ id: CHILD, state: 'FAILED', error: 'no space left', errorStack: 'at a.b', parent: { id: RUN } }],
    inputs: [{ name: 'shop.public.orders', asset: { displayName: 'orders' } }],
    outputs: [{ name: 'shop.public.revenue', rowCount: 42, byteCount: 10 }],
    events: [{ type: 'START' }, { type: 'COMPLETE' }],
  });
});

it('pages through runs by state and time', async () => {
  const ask = (after: string | null) =>
    given.query<{ runs: { total: number; nodes: { id: string }[]; endCursor: string | null } }>(
      `query($after: String) { runs(filter: { states: [FAILED, COMPLETED], from: "2026-11-01T00:00:00Z" }, first: 1, after: $after) {
        total nodes { id } endCursor } }`,
      { after },
    );
  const one = await ask(null);
  const two = await ask(one.data?.runs.endCursor ?? null);
  expect([one.data?.runs, two.data?.runs]).toEqual([
    { total: 2, nodes: [{ id: CHILD }], endCursor: expect.any(String) as string },
    { total: 2, nodes: [{ id: RUN }], endCursor: null },
  ]);
});

it('tells of an asset which runs touched it and which wrote it last', async () => {
  const { data } = await given.query(
    `{ assetByName(namespace: "postgres://db.test:5432", name: "shop.public.revenue") { lastWrittenBy { id } runs { id } } }`,
  );
  expect(data?.['assetByName']).toEqual({ lastWrittenBy: { id: RUN }, runs: [{ id: RUN }, { id: OPEN }] });
});

it('knows no run and no job that is not there', async () => {
  const { data } = await given.query(
    `{ run(id: "x") { id } job(assetId: "x") { name } jobByName(namespace: "a", name: "b") { name }
       runs(filter: { jobAssetId: "0190a000-0000-7000-8000-00000000ffff" }) { total } }`,
  );
  expect(data).toEqual({ run: null, job: null, jobByName: null, runs: { total: 0 } });
});
