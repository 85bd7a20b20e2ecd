import { gzipSync } from 'node:zlib';

import { givenApp, type GivenApp } from './given/app';
import { forgetDeliveries } from './given/empty';
import { givenManifest } from './given/manifest';

const NAMESPACE = 'postgres://db.internal:5432';

interface Answer {
  status: number;
  body: {
    deliveryId?: string;
    status?: string;
    report?: Record<string, number | string> | null;
    error?: { code: string; message: string };
  };
}

describe('POST /api/v1/ingest/dbt', () => {
  let app: GivenApp;

  beforeAll(async () => {
    app = await givenApp();
  });
  afterEach(() => forgetDeliveries(app.db));
  afterAll(() => app.close());

  async function send(parts: Record<string, Buffer | string>, query = `namespace=${NAMESPACE}`): Promise<Answer> {
    const form = new FormData();
    for (const [name, content] of Object.entries(parts)) form.append(name, new Blob([content]), `${name}.json`);
    return answerOf(
      await fetch(`${app.url}/api/v1/ingest/dbt?${query}`, { method: 'POST', body: form, headers: auth() }),
    );
  }

  async function sendRaw(body: string | Buffer, type: string): Promise<Answer> {
    const headers = { ...auth(), 'content-type': type };
    const url = `${app.url}/api/v1/ingest/dbt?namespace=${NAMESPACE}`;
    return answerOf(
      await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers }),
    );
  }

  const auth = (): Record<string, string> => ({ authorization: `Bearer ${app.adminToken}` });

  const answerOf = async (response: Response): Promise<Answer> => ({
    status: response.status,
    body: (await response.json()) as Answer['body'],
  });

  const ledger = async (): Promise<unknown> =>
    (await app.query('{ ledger { received processed deduplicated deadLettered pending } }')).data;

  it('answers with the report of what came in', async () => {
    const answer = await send({ manifest: givenManifest(['raw_orders → orders', 'orders → report']) });
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'PROCESSED', report: { created: 3, edges: 2, refused: 0 } },
    });
  });

  it('recognises the same document and writes nothing', async () => {
    const manifest = givenManifest(['raw_orders → orders']);
    await send({ manifest });
    const again = await send({ manifest });
    expect(again.body).toMatchObject({ status: 'DEDUPLICATED', report: { unchanged: 2, rowsWritten: 0 } });
    expect(await ledger()).toEqual({
      ledger: { received: 2, processed: 1, deduplicated: 1, deadLettered: 0, pending: 0 },
    });
  });

  it('reads gzip whatever the headers say', async () => {
    const zipped = gzipSync(givenManifest(['a → b']));
    expect(await send({ manifest: zipped })).toMatchObject({ status: 200, body: { report: { created: 2 } } });
    expect(await sendRaw(zipped, 'application/json')).toMatchObject({ status: 200, body: { status: 'DEDUPLICATED' } });
  });

  it('keeps a document that breaks a rule as a dead letter with the reason', async () => {
    const answer = await send({ manifest: '{"metadata": {"dbt_schema_version": "…/v12.json"}, "nodes": {"model.a' });
    expect(answer).toMatchObject({ status: 400, body: { status: 'DEAD', error: { code: 'INVALID' } } });
    const { data } = await app.query(
      'query ($id: ID!) { delivery(id: $id) { status error { part } parts { name } } }',
      {
        id: answer.body.deliveryId,
      },
    );
    expect(data).toEqual({ delivery: { status: 'DEAD', error: { part: 'manifest' }, parts: [{ name: 'manifest' }] } });
  });

  it('replays a dead letter, once', async () => {
    await send({
      manifest: givenManifest(['a → b', 'b → c', 'c → d', 'd → e', 'e → f', 'f → g'], '2026-01-01T00:00:00Z'),
    });
    const shrunk = await send({ manifest: givenManifest(['a → b'], '2026-01-02T00:00:00Z') });
    expect(shrunk).toMatchObject({ status: 409, body: { status: 'DEAD', error: { code: 'CONFLICT' } } });
    const replay =
      'mutation ($id: ID!) { replayDelivery(id: $id, allowLargeClose: true) { status report { closed } } }';
    const first = await app.query(replay, { id: shrunk.body.deliveryId });
    expect(first.data).toEqual({ replayDelivery: { status: 'PROCESSED', report: { closed: 5 } } });
    const second = await app.query(replay, { id: shrunk.body.deliveryId });
    expect(second.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });

  it.each([
    ['an unknown connector', '/api/v1/ingest/nothing?namespace=x', 404],
    ['a missing namespace', '/api/v1/ingest/dbt', 400],
    ['a parameter given twice', '/api/v1/ingest/dbt?namespace=a&namespace=b', 400],
  ])('refuses %s before reading the body', async (_, path, status) => {
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      body: '{}',
      headers: { ...auth(), 'content-type': 'application/json' },
    });
    expect(response.status).toBe(status);
    expect(await ledger()).toMatchObject({ ledger: { received: 0 } });
  });

  it.each([
    ['an empty body', Buffer.alloc(0), 'application/json'],
    ['a damaged gzip stream', Buffer.concat([gzipSync('{}').subarray(0, 12), Buffer.alloc(40, 7)]), 'application/gzip'],
    ['text', 'hello', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['another artifact', '{"metadata": {}, "results": []}', 'application/json'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded'],
  ])('answers %s with 400 and a reason', async (_, body, type) => {
    const answer = await sendRaw(body, type);
    expect(answer.status).toBe(400);
    expect(answer.body.error?.message).toMatch(/\w/);
  });

  it('forgets what was never acknowledged when the sender goes away', async () => {
    const controller = new AbortController();
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"metadata": {'));
        setTimeout(() => {
          controller.abort();
        }, 50);
      },
    });
    const request = fetch(`${app.url}/api/v1/ingest/dbt?namespace=x`, {
      method: 'POST',
      body,
      signal: controller.signal,
      headers: { ...auth(), 'content-type': 'application/json' },
      duplex: 'half',
    });
    await expect(request).rejects.toThrow();
    await expect(eventually(() => app.db.query('select id from delivery'), [])).resolves.toEqual([]);
  });

  it('takes up what a crash left behind', async () => {
    await send({ manifest: givenManifest(['a → b']) });
    await app.db.query("update delivery set status = 'PENDING', report = null, finished_at = null");
    const settled = { ledger: { received: 1, processed: 1, deduplicated: 0, deadLettered: 0, pending: 0 } };
    await expect(eventually(ledger, settled)).resolves.toEqual(settled);
  });

  it('gives up on a document that ends the service five times', async () => {
    await send({ manifest: givenManifest(['a → b']) });
    await app.db.query("update delivery set status = 'PENDING', attempts = 5");
    const settled = { ledger: { received: 1, processed: 0, deduplicated: 0, deadLettered: 1, pending: 0 } };
    await expect(eventually(ledger, settled)).resolves.toEqual(settled);
  });
});

/** Asks until the answer is as expected or ten seconds are over; gives the last answer. */
async function eventually(ask: () => Promise<unknown>, expected: unknown): Promise<unknown> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
