import { givenApp, type GivenApp } from './given/app';
import { shownEdges } from './given/shown';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

const RUN = '0190a000-0000-7000-8000-0000000000aa';
const RECORD = `mutation ($input: RecordPipelineRunInput!) { recordPipelineRun(input: $input) {
  id state durationMs rowsWritten error metrics job { namespace name jobType integration }
  children { state metrics job { name jobType } }
} }`;
const table = (name: string, rest: object = {}): object => ({
  namespace: 'postgres://db.test:5432',
  name: `shop.public.${name}`,
  ...rest,
});
const record = (input: object) =>
  given.query<{ recordPipelineRun: object }>(RECORD, { input: { namespace: 'own', name: 'customer_etl', ...input } });

const WHOLE = {
  runId: RUN,
  status: 'COMPLETED',
  startedAt: '2026-11-01T00:00:00Z',
  endedAt: '2026-11-01T00:01:00Z',
  metrics: { extract_duration: 12.5, custom: 7 },
  inputs: [table('customers')],
  outputs: [table('dim_customers', { rowCount: 42 })],
  steps: [
    { kind: 'EXTRACT', status: 'COMPLETED', startedAt: '2026-11-01T00:00:00Z', endedAt: '2026-11-01T00:00:10Z' },
    { kind: 'LOAD', status: 'COMPLETED', startedAt: '2026-11-01T00:00:10Z', endedAt: '2026-11-01T00:01:00Z' },
  ],
};

it('records a run with its metrics, steps and lineage, and the same words once', async () => {
  const { data } = await record(WHOLE);
  expect(data?.recordPipelineRun).toEqual({
    id: RUN,
    state: 'COMPLETED',
    durationMs: 60_000,
    rowsWritten: 42,
    error: null,
    metrics: {
      pipeline_duration: 60,
      pipeline_success: 1,
      pipeline_failures: 0,
      records_processed: 42,
      extract_duration: 12.5,
      extract_failures: 0,
      load_duration: 50,
      load_failures: 0,
      custom: 7,
    },
    job: { namespace: 'own', name: 'customer_etl', jobType: 'PIPELINE', integration: 'API' },
    children: [
      expect.objectContaining({ state: 'COMPLETED', job: { name: 'customer_etl.extract', jobType: 'EXTRACT' } }),
      expect.objectContaining({ state: 'COMPLETED', job: { name: 'customer_etl.load', jobType: 'LOAD' } }),
    ],
  });
  await record(WHOLE);
  const [counts] = await given.db.query<object[]>(
    'select sum(event_count)::int as events, count(*)::int as runs from run',
  );
  expect(counts).toEqual({ events: 6, runs: 3 });
  expect(await shownEdges(given.db)).toEqual(['customers → dim_customers']);
  const said = await given.query(
    `{ jobByName(namespace: "own", name: "customer_etl") { controlEdges { upstream { name } downstream { name } dependency } }
       ledger { received processed deduplicated balances } }`,
  );
  expect(said.data).toEqual({
    jobByName: {
      controlEdges: [
        {
          upstream: { name: 'customer_etl.extract' },
          downstream: { name: 'customer_etl.load' },
          dependency: 'DIRECT_INVOCATION',
        },
      ],
    },
    ledger: { received: 12, processed: 6, deduplicated: 6, balances: true },
  });
});

it('records a failure and keeps the lineage', async () => {
  const { data } = await record({ status: 'FAILED', endedAt: '2026-11-02T00:00:00Z', error: 'no space left' });
  expect(data?.recordPipelineRun).toMatchObject({
    state: 'FAILED',
    error: 'no space left',
    metrics: { pipeline_success: 0, pipeline_failures: 1 },
  });
  expect(await shownEdges(given.db)).toEqual(['customers → dim_customers']);
});

it.each([
  [{ runId: 'seven' }, 'runId: `seven` is no UUID'],
  [{ metrics: { duration: 'long' } }, 'metrics.duration: must be a number'],
  [{ metrics: [1] }, 'metrics: must be an object of numbers'],
  [{ outputs: [table('a', { rowCount: -1 })] }, 'outputs[0].rowCount: must be a whole number, 0 or more'],
  [{ startedAt: '2026-11-02T00:00:00Z', endedAt: '2026-11-01T00:00:00Z' }, 'endedAt: is before startedAt'],
  [{ status: 'RUNNING', endedAt: '2026-11-01T00:00:00Z' }, 'endedAt: a run that is RUNNING has not ended'],
  [{ name: ' ' }, 'job.name: must not be empty'],
])('refuses %j', async (input, message) => {
  const { errors } = await record({ status: 'COMPLETED', ...input });
  expect(errors).toMatchObject([{ message, extensions: { code: 'INVALID' } }]);
});
