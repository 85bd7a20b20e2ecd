import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, requestLog } from './log';

let lines: Record<string, unknown>[];
let server: Server;
let url: string;
beforeEach(async () => {
  lines = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const middleware = requestLog(log);
  server = createServer((request, response) => {
    middleware(request, response);
    response.statusCode = 404;
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

it('logs a request by method, path, status and time, and nothing that may be secret', async () => {
  const response = await fetch(`${url}/somewhere?api_key=canary-1`, {
    method: 'POST',
    headers: { authorization: 'Bearer canary-2', cookie: 'tributary_session=canary-3' },
    body: 'canary-4',
  });
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      service: 'tributary',
      reqId: response.headers.get('x-request-id'),
      req: { method: 'POST', path: '/somewhere' },
      res: { status: 404 },
      responseTime: expect.any(Number) as number,
      msg: 'request completed',
    },
  ]);
});

it('writes what a client made up as one line', async () => {
  await fetch(`${url}/a%0d%0a{"level":60,"msg":"forged"}\u001b[31m`);
  expect(lines).toHaveLength(1);
});

it('is silent about probes', async () => {
  await fetch(`${url}/health/live`);
  await fetch(`${url}/metrics`);
  expect(lines).toEqual([]);
});
