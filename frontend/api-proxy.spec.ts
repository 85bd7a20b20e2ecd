import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApiProxy, settleClaims } from './api-proxy.mjs';

type Handler = http.RequestListener;
const servers: http.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function listen(handler: Handler): Promise<string> {
  const server = http.createServer(handler);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
}

async function givenProxyBefore(backend: Handler, trustsProxy = false): Promise<string> {
  return listen(createApiProxy({ origin: await listen(backend), trustsProxy }));
}

it('hands request and answer through, body and all', async () => {
  const proxy = await givenProxyBefore((request, response) => {
    response.writeHead(201, { 'content-type': 'text/plain', 'x-request-id': '42' });
    request.pipe(response);
  });
  const answer = await fetch(`${proxy}/api/v1/ingest/dbt?namespace=a`, { method: 'POST', body: 'manifest' });
  expect([answer.status, answer.headers.get('x-request-id'), await answer.text()]).toEqual([201, '42', 'manifest']);
});

it('says where a request came from and lets nobody else say so', async () => {
  const proxy = await givenProxyBefore((request, response) => response.end(JSON.stringify(request.headers)));
  const headers = (await (
    await fetch(proxy, { headers: { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6' } })
  ).json()) as Record<string, string>;
  expect([headers['x-forwarded-for'], headers['x-real-ip'], headers['x-forwarded-proto']]).toEqual([
    '127.0.0.1',
    undefined,
    'http',
  ]);
});

it('adds to what a trusted proxy said', async () => {
  const proxy = await givenProxyBefore((request, response) => response.end(request.headers['x-forwarded-for']), true);
  expect(await (await fetch(proxy, { headers: { 'x-forwarded-for': '10.1.1.1' } })).text()).toBe('10.1.1.1, 127.0.0.1');
});

it('answers 503 and when to come back while the backend is away', async () => {
  const proxy = await listen(createApiProxy({ origin: 'http://127.0.0.1:9', trustsProxy: false }));
  const answer = await fetch(`${proxy}/graphql`, { method: 'POST', body: '{}' });
  expect([answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { code: string }).code]).toEqual([
    503,
    '2',
    'UNAVAILABLE',
  ]);
});

it('cuts the connection rather than end an answer that broke off', async () => {
  const proxy = await givenProxyBefore((_request, response) => {
    response.write('half of ');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(fetch(proxy).then((answer) => answer.text())).rejects.toThrow();
});

it('lets the backend know when the reader has gone', async () => {
  let hasGone: (value: boolean) => void;
  const gone = new Promise<boolean>((resolve) => {
    hasGone = resolve;
  });
  const proxy = await givenProxyBefore((_request, response) => {
    response.write('first line');
    response.on('close', () => {
      hasGone(true);
    });
  });
  const abort = new AbortController();
  await fetch(proxy, { signal: abort.signal });
  abort.abort();
  expect(await gone).toBe(true);
});

it('settles who asked for a page, too', async () => {
  const origin = await listen((request, response) => {
    settleClaims(request, false);
    response.end(JSON.stringify([request.headers['x-forwarded-for'], request.headers['x-real-ip']]));
  });
  const headers = { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6' };
  expect(await (await fetch(origin, { headers })).json()).toEqual(['127.0.0.1', null]);
});
