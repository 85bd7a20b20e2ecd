import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { givenApp, type GivenApp } from './given/app';
import { event, post, send, settled } from './given/events';
import { givenToken } from './given/people';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

const gzip = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
const reasonOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { message: string } }).error.message;

describe('the way in for events', () => {
  it.each<[string, string, Record<string, string>]>([
    ['plain', '', {}],
    ['with a slash at the end', '/', {}],
    ['with a key in the address, which is not looked at', '?api_key=nobody', {}],
    ['with a charset', '', { 'content-type': 'application/json; charset=utf-8' }],
    ['in any casing', '', { 'content-type': 'Application/JSON;Charset=UTF-8' }],
  ])('takes an event %s, and one that it has already', async (_how, path, headers) => {
    const said = event();
    const first = await post(given, said, { path, headers });
    const again = await post(given, said, { path, headers });
    expect([first.status, again.status]).toEqual([201, 201]);
  });

  it('takes gzip, with the header and without', async () => {
    const withHeader = await post(given, gzip(event()), { headers: { 'content-encoding': 'gzip' } });
    const without = await post(given, gzip(event()));
    const batch = await post(given, gzip([event(), event()]), { path: '/batch' });
    expect([withHeader.status, without.status, batch.status]).toEqual([201, 201, 200]);
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['another type', event(), { 'content-type': 'text/plain' }, 415],
    ['no JSON type', event(), { 'content-type': 'application/x-ndjson' }, 415],
    ['another charset', event(), { 'content-type': 'application/json; charset=utf-7' }, 415],
    ['another encoding', event(), { 'content-encoding': 'br' }, 415],
    ['no event', '{ not json', {}, 400],
    ['an empty body', '', {}, 400],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), {}, 400],
    ['a cut gzip stream', gzip(event()).subarray(0, 40), {}, 400],
    ['more than 10 MB', `{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`, {}, 413],
    ['a gzip bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20)), {}, 413],
  ])('refuses %s', async (_what, body, headers, status) => {
    const answer = await post(given, body, { headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBeNull();
  });

  it('asks who it is, and never sends anybody elsewhere', async () => {
    const nobody = await post(given, event(), { token: null });
    const stranger = await post(given, event(), { token: 'dcat_x_y' });
    const viewer = await post(given, event(), { token: await givenToken(given, 'VIEWER') });
    const ingestor = await post(given, event(), { token: await givenToken(given, 'INGESTOR') });
    expect([nobody, stranger, viewer, ingestor].map(({ status }) => status)).toEqual([401, 401, 403, 201]);
    expect(nobody.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('does not believe a token that was revoked a moment after it was used', async () => {
    const { data } = await given.query<{ createApiToken: { secret: string; token: { id: string } } }>(
      'mutation { createApiToken(input: { name: "short", role: INGESTOR }) { secret token { id } } }',
    );
    const { secret: token, token: { id } = { id: '' } } = data?.createApiToken ?? { secret: '' };
    expect((await post(given, event(), { token })).status).toBe(201);
    await given.query(`mutation { revokeApiToken(id: "${id}") { id } }`);
    const since = Date.now();
    while ((await post(given, event(), { token })).status === 201) expect(Date.now() - since).toBeLessThan(2_000);
    expect((await post(given, event(), { token })).status).toBe(401);
  });

  it('names every answer, those of what it stores too', async () => {
    const taken = await post(given, event());
    const refused = await post(given, '{ not json');
    const ids = [taken, refused].map(({ headers }) => headers.get('x-request-id') ?? '');
    expect(ids).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), expect.stringMatching(/^[\da-f-]{36}$/)]);
    expect(taken.headers.get('content-security-policy')).toBe(refused.headers.get('content-security-policy'));
  });

  it('lets a token write in its namespaces alone', async () => {
    const { data } = await given.query<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(input: { name: "nightly only", role: INGESTOR, namespaces: ["nightly"] }) { secret } }',
    );
    const token = data?.createApiToken.secret ?? '';
    const own = await post(given, event(), { token });
    const foreign = await post(given, event({ jobNamespace: 'other' }), { token });
    expect([own.status, foreign.status, await reasonOf(foreign)]).toEqual([
      201,
      403,
      'Token nightly only may not write into namespace `other`',
    ]);
  });

  it('takes events by POST alone', async () => {
    const headers = { authorization: `Bearer ${given.adminToken}` };
    const get = await fetch(`${given.url}/api/v1/lineage/batch`, { headers });
    const head = await fetch(`${given.url}/api/v1/lineage/batch`, { method: 'HEAD', headers });
    expect([get.status, get.headers.get('allow'), head.status]).toEqual([405, 'POST', 405]);
  });

  it('keeps an idle connection for 75 seconds', () => {
    expect((given.app.getHttpServer() as { keepAliveTimeout: number }).keepAliveTimeout).toBe(75_000);
  });

  it('is not kept busy by a sender that stops half-way', async () => {
    const { hostname, port } = new URL(given.url);
    const half = connect(Number(port), hostname);
    half.write(
      `POST /api/v1/lineage HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${given.adminToken}\r\n` +
        'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"eventTime":',
    );
    expect((await post(given, event())).status).toBe(201);
    half.destroy();
    expect((await post(given, event())).status).toBe(201);
  });
});

const without = (field: string): object => ({ ...event(), [field]: undefined });

describe('an event that is not whole', () => {
  it.each<[string, object | string, string]>([
    ['no time', without('eventTime'), 'eventTime: is missing'],
    ['no producer', without('producer'), 'producer: is missing'],
    ['no subject', { ...event(), run: undefined, job: undefined }, 'run, job, dataset: one of them must be there'],
    ['a run without an id', { ...event(), run: {} }, 'run.runId: is missing'],
    ['a run without a job', without('job'), 'job: is missing'],
    ['a job without a name', { ...event(), job: { namespace: 'x' } }, 'job.name: is missing'],
    ['a name of another type', { ...event(), job: { namespace: 'x', name: 7 } }, 'job.name: must be a text'],
    [
      'a day that is none',
      event({ at: '2026-02-30T00:00:00Z' }),
      'eventTime: is not an ISO 8601 date-time of the years 1 to 9999',
    ],
    [
      'the year 0',
      event({ at: '0000-01-01T00:00:00Z' }),
      'eventTime: is not an ISO 8601 date-time of the years 1 to 9999',
    ],
    ['inputs that are no list', { ...event(), inputs: {} }, 'inputs: must be a list'],
    ['an output without a name', event({ to: [{ namespace: 'x' }] }), 'outputs[0].name: is missing'],
    [
      'a name of 10 kB',
      event({ to: [{ namespace: 'x', name: 'n'.repeat(10_240) }] }),
      'outputs[0].name: has 10240 characters, at most 4096 are allowed',
    ],
    ['a list', '[]', '(event): must be a JSON object'],
  ])('with %s is refused, and told which field', async (_what, body, reason) => {
    const answer = await post(given, body);
    expect([answer.status, await reasonOf(answer)]).toEqual([400, reason]);
  });
});

describe('an event that is odd', () => {
  it.each<[string, object | string]>([
    ['no schemaURL', without('schemaURL')],
    ['no type', event({ type: null })],
    ['a type nobody knows', event({ type: 'PAUSED' })],
    ['a run id that is no UUID', event({ run: 'scheduled__2026-01-01' })],
    ['a time in 1970', event({ at: '1970-01-01T00:00:00Z' })],
    ['a time in 2100', event({ at: '2100-01-01T00:00:00.123456789+02:00' })],
    ['a time without offset', event({ at: '2026-01-01T00:00:00' })],
    ['NUL in a name', event({ to: [{ namespace: 'x', name: 'a\u0000b' }] })],
    ['half a surrogate pair', event({ job: 'a\ud800b' })],
    ['a number that is too large', JSON.stringify(event()).replace('"job":', '"x":1e400,"job":')],
    ['facets that are no objects', { ...event(), run: { runId: 'x', facets: { sql: 'select', parent: [1] } } }],
    ['HTML in its names', event({ job: '<img src=x onerror=alert(1)>', to: ['<b>'] })],
    [
      'a wrong count',
      event({ to: [{ namespace: 'x', name: 'y', outputFacets: { outputStatistics: { rowCount: 'many' } } }] }),
    ],
    [
      'a parent that is itself',
      event({
        run: 'aaaaaaaa-0000-7000-8000-000000000001',
        runFacets: {
          parent: { run: { runId: 'aaaaaaaa-0000-7000-8000-000000000001' }, job: { namespace: 'n', name: 'p' } },
        },
      }),
    ],
    ['a parent that is nothing', event({ runFacets: { parent: { run: {}, job: {} } } })],
    [
      '5,000 columns',
      event({
        to: [
          {
            namespace: 'x',
            name: 'wide',
            facets: { schema: { fields: Array.from({ length: 5_000 }, (_, n) => ({ name: `c${String(n)}` })) } },
          },
        ],
      }),
    ],
  ])('with %s is taken in', async (_what, body) => {
    const answer = await post(given, body);
    expect(answer.status).toBe(201);
    await settled(given);
    expect(await given.db.query("select message from dead_event where status = 'DEAD'")).toEqual([]);
  });

  it('is kept as a dead letter when it is nested 10,000 deep', async () => {
    const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const answer = await post(given, JSON.stringify(event()).replace('"job":', `"x":${nested},"job":`));
    await settled(given);
    const dead = await given.db.query("select message from dead_event where status = 'DEAD'");
    expect([answer.status, dead]).toEqual([201, [{ message: '(event): is nested too deeply' }]]);
  });

  it('loses its secrets before it is kept', async () => {
    await send(
      given,
      event({
        job: 'secretive',
        runFacets: { environmentVariables: { environmentVariables: [{ name: 'DB_PASSWORD', value: 'hunter2' }] } },
        to: [{ namespace: 'custom://me:hunter2@host', name: 'x' }],
      }),
    );
    const [row] = await given.db.query<{ text: string }[]>(
      `select string_agg(text, ' ') as text from (
         select convert_from(bytes, 'UTF8') as text from event_inbox union all select facets::text from run
         union all select raw_namespace || namespace from pipeline_dataset union all select value::text from facet_value) as kept`,
    );
    expect(row?.text).toContain('DB_PASSWORD');
    expect(row?.text).not.toContain('hunter2');
  });
});

it('refuses a batch that is none, and one that is too long', async () => {
  const noList = await post(given, event(), { path: '/batch' });
  const cut = await post(given, '[{"a":1}, {"b"', { path: '/batch' });
  const long = await post(given, `[${'0,'.repeat(100_000)}0]`, { path: '/batch' });
  const empty = await post(given, [], { path: '/batch' });
  expect([noList.status, cut.status, long.status, empty.status]).toEqual([400, 400, 413, 200]);
});
