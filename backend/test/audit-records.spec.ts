import { storeEvents } from '../src/ingestion/store/events';
import { givenApp, type GivenApp } from './given/app';
import { AUDITED_RECORDS, AUDITED_ROUTES } from './given/audited-records';
import { AUDITED_STEPS, type AuditedStep } from './given/audited-steps';
import { event, settled as eventsSettled } from './given/events';
import { givenManifest } from './given/manifest';
import { rootFieldsOf, routesOf } from './given/operations';
import { givenPerson, givenSession, PASSWORD } from './given/people';
import { policyText, settled } from './given/policies';

let given: GivenApp;
const cookies: Record<string, string> = {};
/** What a `$word` stands for. */
const known: Record<string, string> = {
  later: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  strict: JSON.stringify(
    policyText('strict', '{ mode: enforce, match: { all: [{ tag: x }] }, require: { owner: true } }'),
  ),
  soft: JSON.stringify(policyText('soft', '{ mode: warn, match: { all: [{ tag: y }] }, require: { owner: true } }')),
};
beforeAll(async () => {
  given = await givenApp({ webhookHosts: ['localhost'] });
  for (const [name, role] of [
    ['ada', 'ADMIN'],
    ['sue', 'STEWARD'],
    ['vic', 'VIEWER'],
  ] as const) {
    known[name] = await givenPerson(given, name, role);
    cookies[name] = await givenSession(given, name);
  }
});
afterAll(() => given.close());

/** Looked up right before the call that needs it. */
const LOOK_UPS: Readonly<Record<string, string>> = {
  namespace: `select id::text as found from namespace where name = 'postgres://db:5432'`,
  violation: `select public_id::text as found from violation order by id limit 1`,
  policy: `select hash as found from policy_version where yaml like '%name: strict%'`,
  deadEvent: `select public_id::text as found from dead_event where status = 'DEAD' order by id limit 1`,
  fingerprint: `select fingerprint as found from dead_event where status = 'DEAD' group by 1 order by count(*) desc limit 1`,
  notice: `with given_up as (update webhook_delivery set status = 'FAILED' returning id) select id::text as found from given_up`,
  delivery: `select public_id::text as found from delivery where status = 'DEAD' limit 1`,
};

async function look(word: string): Promise<void> {
  const [row] = await given.db.query<{ found: string }[]>(LOOK_UPS[word] ?? 'select null as found');
  known[word] = row?.found ?? `no ${word}`;
}

interface Made {
  readonly requestId: string | null;
  readonly text: string;
}

/** The call with what its words stand for. */
async function spelt(call: string): Promise<string> {
  const words = [...call.matchAll(/\$([a-zA-Z.]+)/g)].map(([, word = '']) => word);
  for (const word of words) if (word in LOOK_UPS) await look(word);
  return call.replaceAll(/\$([a-zA-Z.]+)/g, (_, word: string) => known[word] ?? `no ${word}`);
}

async function make({ by, call, keptAs }: AuditedStep): Promise<Made> {
  const field = await spelt(call);
  const response = await fetch(`${given.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: cookies[by] ?? '' },
    body: JSON.stringify({ query: `mutation { ${field} }` }),
  });
  const text = await response.text();
  if (keptAs !== undefined) {
    known[keptAs] = /"id":"([^"]+)"/.exec(text)?.[1] ?? '';
    known[`${keptAs}.contentHash`] = /"contentHash":"([^"]+)"/.exec(text)?.[1] ?? '';
  }
  return { requestId: response.headers.get('x-request-id'), text };
}

interface Entry {
  readonly seq: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly request_id: string | null;
}

const latest = async (): Promise<string> =>
  (await given.db.query<{ seq: string }[]>('select coalesce(max(seq), 0)::text as seq from audit_entry'))[0]?.seq ??
  '0';

/** What people and tokens left in the log since: evaluations come when they come. */
async function since(seq: string, { requestId }: Pick<Made, 'requestId'>): Promise<string[]> {
  const entries = await given.db.query<Entry[]>(
    `select * from audit_entry where seq > $1 and actor <> 'system' order by audit_entry.seq`,
    [seq],
  );
  return entries.map((entry) => {
    const about = [entry.before, entry.after].map((state) => JSON.stringify(state)).join(' → ');
    const why = entry.reason === null ? '' : ` · ${entry.reason}`;
    const isTraced = requestId !== null && entry.request_id === requestId;
    return plain(`${entry.actor} ${entry.action} ${entry.object}: ${about}${why}${isTraced ? '' : ' · NO REQUEST'}`);
  });
}

/** With a word in place of whatever is another one in each run. */
function plain(text: string): string {
  const ids = Object.entries(known).filter(([, value]) => /^[0-9a-f-]{36}$/.test(value));
  return ids
    .reduce((before, [word, value]) => before.replaceAll(value, word), text)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/\d{4}-\d\d-\d\d[T ][0-9:.]+(Z|\+00(:00)?)/g, 'TIME')
    .replaceAll(/\b[0-9a-f]{16,64}\b/g, 'HASH')
    .replaceAll(/"(rowsWritten|first|last)":"?\d+"?/g, '"$1":N');
}

/** Something in the dead letters, a suggestion and a violation: what some calls are about. */
async function somethingToDecide(): Promise<void> {
  await given.query(`mutation { registerAsset(input: { namespace: "postgres://db:5432", name: "db.raw.people", type: TABLE, isEncrypted: false,
    hasAccessLogging: true, region: "us-east-1", schema: { phone: "text" } }) { id } }`);
  await given.query(
    `mutation { registerAsset(input: { namespace: "kafka://b:9092", name: "people", type: TOPIC }) { id } }`,
  );
  const poison = ['{}', '[1]', '[2]'].map((text) => ({ sender: 'system', bytes: Buffer.from(text) }));
  await storeEvents(given.db.manager, poison, 0);
  await eventsSettled(given);
  await send('POST /api/v1/ingest/dbt?namespace=postgres://db:5432', '{}');
  await settled(given);
}

/** A request of a route by ada, or by whom the cookie says. */
async function send(route: string, body: string, cookie = cookies['ada'] ?? ''): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(given.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    ...(body === '' ? {} : { body }),
  });
  await response.arrayBuffer();
  return response;
}

const nameOf = (call: string): string => `mutation ${/^\w+/.exec(call)?.[0] ?? ''}`;

it('has a call of every mutation and of every route that writes', () => {
  const mutations = rootFieldsOf(given).filter(({ kind }) => kind === 'mutation');
  const called = new Set(AUDITED_STEPS.map(({ call }) => nameOf(call)));
  expect(mutations.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
  const writing = routesOf(given).filter(({ method }) => !['GET', 'HEAD'].includes(method));
  expect(writing.map(({ name }) => name).filter((name) => !(name in AUDITED_ROUTES))).toEqual([]);
});

it('writes for each mutation exactly who did what, with what was and is, why, and by which request', async () => {
  await somethingToDecide();
  const found: string[] = [];
  for (const step of AUDITED_STEPS) {
    if (/^(actOnViolations|decideSuggestions)/.test(step.call)) await settled(given);
    if (step.call.includes('DeadEvent')) await eventsSettled(given);
    const before = await latest();
    const made = await make(step);
    found.push(`> ${step.call.split(/[({]/)[0] ?? ''}`, ...(await since(before, made)));
    const [, message] = /"errors":\[\{"message":"([^"]*)/.exec(made.text) ?? [];
    if (message !== undefined) found.push(message);
  }
  expect(found).toEqual(AUDITED_RECORDS);
}, 120_000);

it('writes one entry for whatever a route takes in, none where nothing changed', async () => {
  const found: Record<string, string[]> = {};
  const sign = JSON.stringify({ username: 'sue', password: PASSWORD });
  const calls: Readonly<Record<string, () => Promise<Response>>> = {
    'POST /api/v1/session': () => send('POST /api/v1/session', sign, ''),
    'DELETE /api/v1/session': () => send('DELETE /api/v1/session', '', cookies['sue']),
    'POST /api/v1/ingest/:connector': () =>
      send('POST /api/v1/ingest/dbt?namespace=postgres://wh:5432', givenManifest(['orders → daily'])),
    'POST /api/v1/ingest/:connector again': () =>
      send('POST /api/v1/ingest/dbt?namespace=postgres://wh:5432', givenManifest(['orders → daily'])),
    'POST /api/v1/gate/dbt': () => send('POST /api/v1/gate/dbt?namespace=postgres://wh:5432', givenManifest(['a → b'])),
    'POST /api/v1/lineage': () => send('POST /api/v1/lineage', JSON.stringify(event({ from: ['a'], to: ['b'] }))),
    'POST /api/v1/lineage/batch': () =>
      send(
        'POST /api/v1/lineage/batch',
        JSON.stringify([event({ job: 'other', to: ['c'] }), event({ job: 'third', to: ['d'] })]),
      ),
  };
  for (const [name, call] of Object.entries(calls)) {
    const before = await latest();
    const response = await call();
    expect([name, response.status < 300]).toEqual([name, true]);
    await eventsSettled(given);
    found[name] = await since(before, { requestId: response.headers.get('x-request-id') });
  }
  expect(found).toEqual(AUDITED_ROUTES);
}, 60_000);
