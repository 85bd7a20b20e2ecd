import { LatenessKeeper } from '../src/pipelines/lateness-keeper';
import { givenApp, type GivenApp } from './given/app';
import { event, facet, send } from './given/events';

let given: GivenApp;

const HOUR = 3_600_000;
const NOW = Date.now();
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString();
const id = (last: number): string => `0190a000-0000-7000-8000-0000000000${String(last).padStart(2, '0')}`;
const owned = { ownership: facet({ owners: [{ name: 'night shift' }] }) };
const under = (run: string) => ({ parent: facet({ run: { runId: run }, job: { namespace: 'nightly', name: 'dag' } }) });

/** A run of one event or two. */
function ran(job: string, run: string, hours: number, end: string, rest: object = {}): object[] {
  return [
    event({ job, run, type: 'START', at: ago(hours), ...rest }),
    event({ job, run, type: end, at: ago(hours - 0.1), ...rest }),
  ];
}

/** The DAG completed a day ago; now `load` has failed and `report`, fed by nothing but its data, did not start. */
beforeAll(async () => {
  given = await givenApp();
  await send(
    given,
    ...[9, 8, 7, 6, 5].flatMap((hours) => ran('hourly', id(hours), hours, 'COMPLETE', { to: ['ticks'] })),
    ...ran('dag', id(20), 25, 'COMPLETE', { jobFacets: owned }),
    ...ran('dag.load', id(21), 25, 'COMPLETE', { to: ['facts'], runFacets: under(id(20)) }),
    ...ran('dag.report', id(22), 25, 'COMPLETE', { from: ['facts'], to: ['report'], runFacets: under(id(20)) }),
    ...ran('dag', id(30), 1, 'FAIL', { jobFacets: owned }),
    ...ran('dag.check', id(31), 1, 'COMPLETE', { to: ['checks'], runFacets: under(id(30)) }),
    ...ran('dag.load', id(32), 1, 'FAIL', { to: ['facts'], runFacets: under(id(30)) }),
    ...ran('dag.load', id(33), 0.9, 'FAIL', { to: ['facts'], runFacets: under(id(30)) }),
    ...ran('mail', id(40), 0.5, 'COMPLETE', { from: ['report'], to: ['letters'] }),
    ...ran('repair', id(41), 0.4, 'COMPLETE', { to: ['report'] }),
  );
});
afterAll(() => given.close());

it('finds late jobs out of how often they start, and counts by every field what fits the others', async () => {
  const { data } = await given.query(
    `{ jobs(filter: { isLate: true }) { total lateCount nodes { name rhythm { usualSeconds isLate } } }
       top: jobs(filter: { isTopLevel: true, owners: ["night shift"] }) {
         total nodes { name rhythm { isLate } } lateCount owners { value count } states { value count } } }`,
  );
  expect(data).toEqual({
    jobs: { total: 1, lateCount: 1, nodes: [{ name: 'hourly', rhythm: { usualSeconds: 3600, isLate: true } }] },
    top: {
      total: 1,
      nodes: [{ name: 'dag', rhythm: { isLate: false } }],
      lateCount: 0,
      owners: [{ value: 'night shift', count: 1 }],
      states: [{ value: 'FAILED', count: 1 }],
    },
  });
});

it('keeps how late jobs are, and computes it itself for those whose runs have just come', async () => {
  const late = async (): Promise<unknown> =>
    (await given.query('{ jobs(filter: { isLate: true }) { total lateCount nodes { name } } }')).data;
  const stirred = (): Promise<unknown> => given.db.query('select count(*)::int > 0 as are_any from job_stir');
  await given.app.get(LatenessKeeper).work();
  expect([await stirred(), await late()]).toEqual([
    [{ are_any: false }],
    { jobs: { total: 1, lateCount: 1, nodes: [{ name: 'hourly' }] } },
  ]);
  await send(given, ...ran('hourly', id(4), 0.1, 'COMPLETE', { to: ['ticks'] }));
  expect(await late()).toEqual({ jobs: { total: 0, lateCount: 0, nodes: [] } });
  await given.db.query(`delete from run where public_id = '${id(4)}'`);
  await given.app.get(LatenessKeeper).work();
  expect(await late()).toEqual({ jobs: { total: 1, lateCount: 1, nodes: [{ name: 'hourly' }] } });
});

it('says what a failed run has not written, what was written after all, and what is stale below', async () => {
  const { data } = await given.query(
    `query($id: ID!) { run(id: $id) {
        missed { name isRecovered asset { displayName } lastWrittenBy { id } }
        staleDownstream { total nodes { hops asset { displayName } } endCursor }
        descendants { id }
    } }`,
    { id: id(30) },
  );
  expect(data?.['run']).toEqual({
    missed: [
      { name: 'shop.public.facts', isRecovered: false, asset: { displayName: 'facts' }, lastWrittenBy: { id: id(21) } },
      {
        name: 'shop.public.report',
        isRecovered: true,
        asset: { displayName: 'report' },
        lastWrittenBy: { id: id(41) },
      },
    ],
    staleDownstream: {
      total: 2,
      nodes: [
        { hops: 1, asset: { displayName: 'report' } },
        { hops: 2, asset: { displayName: 'letters' } },
      ],
      endCursor: null,
    },
    descendants: [{ id: id(31) }, { id: id(32) }, { id: id(33) }],
  });
});

it('pages through what is stale', async () => {
  const ask = async (after: string | null) => {
    const { data } = await given.query<{ run: { staleDownstream: { nodes: object[]; endCursor: string | null } } }>(
      `query($id: ID!, $after: String) { run(id: $id) {
         staleDownstream(first: 1, after: $after) { nodes { hops } endCursor } } }`,
      { id: id(30), after },
    );
    return data?.run.staleDownstream;
  };
  const one = await ask(null);
  expect([one?.nodes, await ask(one?.endCursor ?? null)]).toEqual([
    [{ hops: 1 }],
    { nodes: [{ hops: 2 }], endCursor: null },
  ]);
});

it('tells attempts of one task apart from its other runs, and of what completed misses nothing', async () => {
  const { data } = await given.query(
    `query($failed: ID!, $good: ID!) {
       failed: run(id: $failed) { attempts { id } } good: run(id: $good) { attempts { id } missed { name } } }`,
    { failed: id(33), good: id(21) },
  );
  expect(data).toEqual({
    failed: { attempts: [{ id: id(32) }, { id: id(33) }] },
    good: { attempts: [{ id: id(21) }], missed: [] },
  });
});

it('shows what a job reads and writes now and did before, and how current an asset is', async () => {
  const { data } = await given.query(
    `{ jobByName(namespace: "nightly", name: "dag.report") {
         inputs { name asset { displayName } } outputs { name } versions { times isCurrent inputs { name } } }
       ticks: assetByName(namespace: "postgres://db.test:5432", name: "shop.public.ticks") {
         freshness { usualSeconds isLate runs failed failureRate } }
       facts: assetByName(namespace: "postgres://db.test:5432", name: "shop.public.facts") {
         freshness { usualSeconds isLate runs failed } } }`,
  );
  expect(data).toEqual({
    jobByName: {
      inputs: [{ name: 'shop.public.facts', asset: { displayName: 'facts' } }],
      outputs: [{ name: 'shop.public.report' }],
      versions: [{ times: 1, isCurrent: true, inputs: [{ name: 'shop.public.facts' }] }],
    },
    ticks: { freshness: { usualSeconds: 3600, isLate: true, runs: 5, failed: 0, failureRate: 0 } },
    facts: { freshness: { usualSeconds: null, isLate: false, runs: 3, failed: 2 } },
  });
});
