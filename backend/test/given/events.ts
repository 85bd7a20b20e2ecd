import { randomUUID } from 'node:crypto';
import { lockCatalogForWriting } from '../../src/catalog';
import { EventWorker } from '../../src/ingestion/event-worker';
import type { GivenApp } from './app';

export const PRODUCER = 'https://github.com/OpenLineage/OpenLineage/tree/1.52.0/integration/spark';
export const SCHEMA_URL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';

/** An event as a test sketches it: what is not said is usual. */
export interface Sketch {
  readonly type?: string | null;
  /** Minutes after midnight of the first of November 2026, or a date-time. */
  readonly at?: number | string;
  readonly run?: string | null;
  readonly job?: string;
  readonly jobNamespace?: string;
  readonly from?: readonly (string | object)[];
  readonly to?: readonly (string | object)[];
  readonly runFacets?: object;
  readonly jobFacets?: object;
}

export const DATA = 'postgres://db.test:5432';

/** `orders` in the test's database. */
export const dataset = (name: string, rest: object = {}): object => ({
  namespace: DATA,
  name: name.includes('.') ? name : `shop.public.${name}`,
  ...rest,
});

const datasets = (all: readonly (string | object)[]): object[] =>
  all.map((one) => (typeof one === 'string' ? dataset(one) : one));

/** A facet as producers send them. */
export const facet = (rest: object): object => ({
  _producer: PRODUCER,
  _schemaURL: 'https://example.org/facet.json',
  ...rest,
});

/** A `schema` facet of `id int`-like texts. */
export const schema = (...fields: string[]): object => ({
  schema: facet({
    fields: fields.map((field) => ({ name: field.split(' ')[0], type: field.split(' ')[1] ?? 'text' })),
  }),
});

const moment = (at: number | string): string =>
  typeof at === 'string' ? at : new Date(Date.UTC(2026, 10, 1, 0, at)).toISOString();

const USUAL = {
  type: 'COMPLETE',
  at: 0,
  job: 'daily',
  jobNamespace: 'nightly',
  from: [],
  to: [],
  runFacets: {},
  jobFacets: {},
} as const;

/** A run event; with `run: null` a job event. */
export function event(sketch: Sketch = {}): Record<string, unknown> {
  const said = { ...USUAL, run: randomUUID(), ...sketch };
  return {
    ...(said.type === null ? {} : { eventType: said.type }),
    eventTime: moment(said.at),
    producer: PRODUCER,
    schemaURL: SCHEMA_URL,
    ...(said.run === null ? {} : { run: { runId: said.run, facets: said.runFacets } }),
    job: { namespace: said.jobNamespace, name: said.job, facets: said.jobFacets },
    inputs: datasets(said.from),
    outputs: datasets(said.to),
  };
}

/** Posts to the way in, as clients do. */
export function post(
  given: Pick<GivenApp, 'url' | 'adminToken'>,
  body: unknown,
  options: { readonly path?: string; readonly headers?: Record<string, string>; readonly token?: string | null } = {},
): Promise<Response> {
  const { path = '', headers = {}, token = given.adminToken } = options;
  return fetch(`${given.url}/api/v1/lineage${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body instanceof Uint8Array || typeof body === 'string' ? (body as string) : JSON.stringify(body),
  });
}

/** What events leave behind, in an order in which it can go; contents of facets harm nobody. */
const LEFT_BEHIND = [
  'delete from pipeline_event',
  'delete from run',
  'update job set version_id = null',
  'delete from job_observation',
  'delete from job_version',
  'delete from job',
  'delete from pipeline_dataset',
  'delete from event_pending',
  'delete from dead_event',
  'delete from event_inbox',
  'delete from event_count',
  'delete from assertion',
  'delete from asset',
  'delete from source',
];

/** Forgets all that was ever said, for the next test on the same application: its effects see it go. */
export async function emptied({ db }: GivenApp): Promise<void> {
  await db.transaction(async (tx) => {
    await lockCatalogForWriting(tx);
    for (const sql of LEFT_BEHIND) await tx.query(sql);
  });
}

/** Sends events and waits until all that has arrived is understood. */
export async function send(given: GivenApp, ...events: readonly object[]): Promise<void> {
  const response = await post(given, events, { path: '/batch' });
  const answer = (await response.json()) as { summary?: { failed: number } };
  if (response.status !== 200 || answer.summary?.failed !== 0) throw new Error(JSON.stringify(answer));
  await settled(given);
}

/** Waits until all that has arrived is understood or dead. */
export async function settled(given: GivenApp): Promise<void> {
  const worker = given.app.get(EventWorker);
  for (let tries = 0; tries < 200; tries += 1) {
    await worker.drain();
    const [row] = await given.db.query<{ waiting: number }[]>('select count(*)::int as waiting from event_pending');
    if (row?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Events still wait after five seconds');
}
