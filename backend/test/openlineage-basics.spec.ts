import { givenApp, type GivenApp } from './given/app';
import { dataset, event, facet, post, schema, send, settled } from './given/events';
import { shownEdges } from './given/shown';

let given: GivenApp;
beforeEach(async () => {
  given = await givenApp();
});
afterEach(() => given.close());

const runs = (): Promise<Record<string, unknown>[]> =>
  given.db.query('select state, event_count, rows_written::int, ended_at - started_at as took from run order by id');

it('turns a run into lineage, columns and a run', async () => {
  const run = '0192f0c6-1111-7000-8000-000000000001';
  const written = dataset('daily', {
    facets: {
      ...schema('id int', 'total'),
      columnLineage: facet({
        fields: {
          total: {
            inputFields: [
              { ...dataset('orders'), field: 'amount', transformations: [{ type: 'DIRECT', subtype: 'AGGREGATION' }] },
            ],
          },
        },
      }),
    },
    outputFacets: { outputStatistics: facet({ rowCount: 42 }) },
  });
  const answer = await post(given, event({ type: 'START', run, at: 0, from: ['orders', 'customers'] }));
  expect([answer.status, await answer.json()]).toEqual([201, { status: 'stored' }]);
  await send(given, event({ run, at: 5, to: [written] }));

  expect(await shownEdges(given.db)).toEqual(['customers → daily', 'orders → daily']);
  expect(await runs()).toEqual([{ state: 'COMPLETED', event_count: 2, rows_written: 42, took: { minutes: 5 } }]);
  const { data } = await given.query<{ assetByName: object; job: object }>(`{
    assetByName(namespace: "postgres://db.test", name: "shop.public.daily") { type status columns { name type } }
    job: assetByName(namespace: "nightly", name: "daily") { type status }
  }`);
  expect(data).toEqual({
    assetByName: {
      type: 'TABLE',
      status: 'ACTIVE',
      columns: [
        { name: 'id', type: 'int' },
        { name: 'total', type: 'text' },
      ],
    },
    job: { type: 'JOB', status: 'ACTIVE' },
  });
  const columns = await given.db.query(
    'select up.path as from, down.path as to, subtype from column_edge join asset_column up on up.id = upstream_id join asset_column down on down.id = downstream_id',
  );
  expect(columns).toEqual([{ from: 'amount', to: 'total', subtype: 'AGGREGATION' }]);
});

it('counts the same event once, however often it arrives', async () => {
  const said = event({ from: ['orders'], to: ['daily'] });
  await send(given, said, said);
  await send(given, said);
  expect(await runs()).toMatchObject([{ state: 'COMPLETED', event_count: 1 }]);
  const { data } = await given.query('{ ledger { received processed deduplicated deadLettered pending balances } }');
  expect(data).toEqual({
    ledger: { received: 3, processed: 1, deduplicated: 2, deadLettered: 0, pending: 0, balances: true },
  });
});

it('keeps what it knows when a run fails or says nothing', async () => {
  await send(given, event({ at: 0, from: ['orders'], to: ['daily'] }));
  await send(given, event({ at: 10, type: 'FAIL', from: ['orders'] }), event({ at: 20 }));
  expect(await shownEdges(given.db)).toEqual(['orders → daily']);
});

it('closes what a job no longer reads when it completes with something else', async () => {
  await send(given, event({ at: 0, from: ['orders', 'returns'], to: ['daily'] }));
  await send(given, event({ at: 10, from: ['orders', 'customers'], to: ['daily'] }));
  expect(await shownEdges(given.db)).toEqual(['customers → daily', 'orders → daily']);
});

it('reads a batch event by event, and says which it cannot take', async () => {
  const answer = await post(given, [event(), { ...event(), producer: undefined }, 7], { path: '/batch' });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      status: 'partial_success',
      summary: { received: 3, successful: 1, failed: 2, retriable: 0, non_retriable: 2 },
      failed_events: [
        { index: 1, reason: 'producer: is missing', retriable: false },
        { index: 2, reason: '(event): must be a JSON object', retriable: false },
      ],
    },
  ]);
  await settled(given);
  expect(await runs()).toHaveLength(1);
});
