import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { givenApp, type GivenApp } from './given/app';
import { forgetDeliveries } from './given/empty';
import { givenManifest } from './given/manifest';

const INGEST = '/api/v1/ingest/dbt?namespace=postgres://db.internal:5432';
const REGISTER = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id columns { name type } } }';

let app: GivenApp;
beforeAll(async () => {
  app = await givenApp();
});
afterEach(() => forgetDeliveries(app.db));
afterAll(() => app.close());

const auth = (): Record<string, string> => ({ authorization: `Bearer ${app.adminToken}` });

async function send(manifest: string | Buffer, part = 'manifest'): Promise<{ status: number; body: unknown }> {
  const form = new FormData();
  form.append(part, new Blob([typeof manifest === 'string' ? manifest : new Uint8Array(manifest)]), 'manifest.json');
  const response = await fetch(`${app.url}${INGEST}`, { method: 'POST', body: form, headers: auth() });
  return { status: response.status, body: await response.json() };
}

async function ledger(): Promise<unknown> {
  const { data } = await app.query<{ ledger: unknown }>(
    '{ ledger { received processed deduplicated deadLettered pending balances } }',
  );
  return data?.ledger;
}

describe('a document that is refused half-way', () => {
  const damaged = Buffer.concat([gzipSync(givenManifest(['a → b'])).subarray(0, 60), Buffer.alloc(8_000_000, 7)]);

  it('does not keep its connection from the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (method: string, path: string, type: string, body: Buffer): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = { ...auth(), 'content-type': type, 'content-length': body.length };
        const asked = request(`${app.url}${path}`, { agent, method, headers }, (response) => {
          response.resume().once('end', () => {
            resolve(response.statusCode ?? 0);
          });
        });
        asked.once('error', reject).end(body);
      });
    const refused = await ask('POST', INGEST, 'application/gzip', damaged);
    const start = Date.now();
    const next = await ask('GET', '/health/live', 'text/plain', Buffer.alloc(0));
    agent.destroy();
    expect({ refused, next, isSoon: Date.now() - start < 5_000 }).toEqual({ refused: 400, next: 200, isSoon: true });
  });

  it('leaves nothing behind', async () => {
    await send(damaged);
    expect(await app.db.query('select status from delivery')).toEqual([]);
  });
});

it('forgets a body that is cut short, however early', async () => {
  const head = `POST ${INGEST} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${app.adminToken}\r\nContent-Length: 500\r\n`;
  const types = ['application/json', 'multipart/form-data; boundary=x'];
  const cut = types.flatMap((type) => [0, 5, 25].map((delay) => ({ type, delay })));
  await Promise.all(cut.map(({ type, delay }) => cutShort(`${head}Content-Type: ${type}\r\n\r\n{"metadata":`, delay)));
  await expect(eventually(() => app.db.query('select status from delivery'), [])).resolves.toEqual([]);
});

it.each([
  ['without a name', ''],
  ['named like a path', '../../etc/passwd'],
])('refuses a part %s', async (_, part) => {
  expect(await send(givenManifest(['a → b']), part)).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID', message: expect.stringContaining(JSON.stringify(part)) as string } },
  });
});

it.each(['constructor', '__proto__', 'toString'])('takes %s for a name like any other', async (word) => {
  const input = { namespace: word, name: word, type: 'TABLE', columns: [{ name: word, type: word }] };
  const answer = await app.query<{ registerAsset: { id: string } }>(REGISTER, { input });
  const id = answer.data?.registerAsset.id;
  const classify = `mutation { classify(input: { assetId: "${id ?? ''}", categories: ["${word}"] }) { classification { level categories } } }`;
  expect({
    answer,
    classified: await app.query(classify),
    ingested: await send(givenManifest([`a → ${word}`])),
  }).toEqual({
    answer: { data: { registerAsset: { id, columns: [{ name: word, type: word }] } } },
    classified: { data: { classify: { classification: { level: null, categories: [word] } } } },
    ingested: { status: 200, body: expect.objectContaining({ status: 'PROCESSED' }) as unknown },
  });
});

it('knows that a malformed id is the id of nothing', async () => {
  expect(await app.query('{ delivery(id: "x") { id } }')).toEqual({ data: { delivery: null } });
  const replay = await app.query('mutation { replayDelivery(id: "x") { id } }');
  expect(replay.errors?.[0]).toMatchObject({ message: 'No delivery with id x', extensions: { code: 'NOT_FOUND' } });
});

it.each(['yesterday', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z'])(
  'names the argument when a moment is none: %s',
  async (at) => {
    const input = { namespace: 'here', name: 'a', type: 'TABLE' };
    const made = await app.query<{ registerAsset: { id: string } }>(REGISTER, { input });
    const lineage = 'query ($id: ID!, $at: DateTime!) { lineage(assetId: $id, at: $at) { complete } }';
    const { errors } = await app.query(lineage, { id: made.data?.registerAsset.id, at });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/\bat\b/) as string,
      extensions: { code: 'INVALID' },
    });
  },
);

it('makes one asset of twenty registrations at once', async () => {
  const input = { namespace: 'here', name: 'orders', type: 'TABLE', columns: [{ name: 'id' }] };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => app.query<{ registerAsset: { id: string } }>(REGISTER, { input })),
  );
  expect(new Set(answers.map(({ data }) => data?.registerAsset.id)).size).toBe(1);
  expect(await app.query('{ search { total } }')).toEqual({ data: { search: { total: 1 } } });
});

it('takes in twelve projects at once that share their tables', async () => {
  const projects = Array.from({ length: 12 }, (_, i) =>
    givenManifest(Array.from({ length: 15 }, (__, j) => `t${String((j * 7 + i) % 20)} → u${String((j * 3 + i) % 20)}`)),
  ).map((manifest, i) =>
    manifest
      .replaceAll('model.shop.', `model.p${String(i)}.`)
      .replace('"project_name":"shop"', `"project_name":"p${String(i)}"`),
  );
  const answers = await Promise.all(projects.map((manifest) => send(manifest)));
  expect(answers.map(({ status }) => status)).toEqual(projects.map(() => 200));
  expect(await ledger()).toEqual({
    received: 12,
    processed: 12,
    deduplicated: 0,
    deadLettered: 0,
    pending: 0,
    balances: true,
  });
});

it('finishes a delivery by itself whose database went away in the middle', async () => {
  const blocker = app.db.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('lock table assertion in access exclusive mode');
  const answer = send(givenManifest(['a → b', 'b → c']));
  const waiting =
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await eventually(() => app.db.query(waiting), [{ n: 1 }]);
  const others =
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tributary'";
  await blocker.query(others);
  expect(await answer).toMatchObject({ status: 202, body: { status: 'PENDING', report: null } });
  expect(await app.db.query('select count(*)::int as n from asset')).toEqual([{ n: 0 }]);
  await blocker.rollbackTransaction();
  await blocker.release();
  const settled = { received: 1, processed: 1, deduplicated: 0, deadLettered: 0, pending: 0, balances: true };
  expect(await eventually(ledger, settled)).toEqual(settled);
  expect(await app.db.query('select count(*)::int as n from lineage_edge')).toEqual([{ n: 2 }]);
});

it('gives the worker and the sender the same attempt', async () => {
  const blocker = app.db.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('lock table assertion in access exclusive mode');
  const answer = send(givenManifest(['a → b']));
  await new Promise((resolve) => setTimeout(resolve, 2_500)); // the worker has looked at least once
  await blocker.rollbackTransaction();
  await blocker.release();
  expect(await answer).toMatchObject({ status: 200, body: { status: 'PROCESSED' } });
});

/** Sends a request that never ends and leaves after `delay` milliseconds. */
function cutShort(text: string, delay: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => {
      socket.write(text, () => setTimeout(() => socket.destroy(), delay));
    });
    socket.once('close', () => {
      resolve();
    });
  });
}

/** Asks until the answer is as expected or ten seconds are over; gives the last answer. */
async function eventually(ask: () => Promise<unknown>, expected: unknown): Promise<unknown> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected) || Date.now() > deadline) return answer;
  }
}
