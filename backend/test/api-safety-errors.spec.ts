import { givenApp, type GivenApp } from './given/app';
import { onServer } from './given/server.cjs';

const SERVER = process.env['TRIBUTARY_TEST_SERVER'] ?? '';

let given: GivenApp;
beforeEach(async () => {
  given = await givenApp({ requestTimeoutMs: 400 });
});
afterEach(() => given.close());

const NO_INSIDES = /person|select|relation|column|\bat \/|node_modules|\.ts|\.js/i;

it('says nothing of a bug but an id to ask for', async () => {
  await given.db.query('alter table person rename to moved');
  const answer = await given.query('{ people { total } }');
  expect(answer).toEqual({
    data: null,
    errors: [
      {
        message: 'Internal error',
        path: ['people'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      },
    ],
  });
});

it('says as little over REST', async () => {
  await given.db.query('alter table person rename to moved');
  const response = await fetch(`${given.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username":"x","password":"y"}',
  });
  const text = await response.text();
  expect({ status: response.status, text }).toEqual({
    status: 500,
    text: expect.not.stringMatching(NO_INSIDES) as string,
  });
  const requestId = response.headers.get('x-request-id');
  expect(JSON.parse(text)).toEqual({ error: { code: 'INTERNAL', message: 'Internal error', requestId } });
});

it('stops a statement that takes too long, and says so', async () => {
  const other = given.db.createQueryRunner();
  await other.startTransaction();
  await other.query('lock table person in access exclusive mode');
  const start = Date.now();
  const answer = await given.query('{ people { total } }');
  expect({ code: answer.errors?.[0]?.extensions.code, isSoon: Date.now() - start < 5_000 }).toEqual({
    code: 'UNAVAILABLE',
    isSoon: true,
  });
  await other.rollbackTransaction();
  await other.release();
  expect(await given.query('{ people { total } }')).toEqual({ data: { people: { total: 0 } } });
});

it('is alive but not ready without its database, and recovers by itself', async () => {
  const name = new URL(given.databaseUrl).pathname.slice(1);
  const ready = async (): Promise<number> => (await fetch(`${given.url}/health/ready`)).status;
  const before = await ready();
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  const onCluster = (statement: string): Promise<void> => onServer(SERVER, (client) => client.query(statement));
  await onCluster(`alter database ${name} allow_connections false`);
  await onCluster(cut);
  const without = await ready();
  const live = (await fetch(`${given.url}/health/live`)).status;
  await onCluster(`alter database ${name} allow_connections true`);
  expect({ before, without, live, after: await ready() }).toEqual({ before: 200, without: 503, live: 200, after: 200 });
});

it.each(['\u0000', 'a\u0000b', '\ud800'])(
  'takes a text that no column can hold for a mistake of the client: %j',
  async (text) => {
    const answer = await given.query(
      'query ($text: String!) { assetByName(namespace: $text, name: $text) { id } auditEntries(object: $text) { total } }',
      { text },
    );
    const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
    expect(codes.filter((code) => code !== 'INVALID')).toEqual([]);
  },
);

it('answers unknown paths and methods with its own 404', async () => {
  const response = await fetch(`${given.url}/api/v1/<script>alert(1)</script>`, { method: 'POST' });
  expect({ status: response.status, type: response.headers.get('content-type'), body: await response.json() }).toEqual({
    status: 404,
    type: 'application/json; charset=utf-8',
    body: {
      error: {
        code: 'NOT_FOUND',
        message: 'There is nothing at this address',
        requestId: expect.any(String) as string,
      },
    },
  });
});
