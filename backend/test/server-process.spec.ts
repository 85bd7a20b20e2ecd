import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshName, onServer } from './given/server.cjs';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../..');
const server = process.env['TRIBUTARY_TEST_SERVER'] ?? '';
const migrated = process.env['TRIBUTARY_TEST_TEMPLATE'] ?? '';
let folder: string;
let name: string;
let url: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  // A build of its own, laid out like the real one.
  folder = mkdtempSync(join(tmpdir(), 'tributary-build-'));
  mkdirSync(join(folder, 'backend'));
  for (const shared of ['node_modules', 'migrations']) symlinkSync(join(ROOT, shared), join(folder, shared));
  execFileSync(process.execPath, [join(ROOT, 'backend/build.mjs'), join(folder, 'backend/dist')]);
});
beforeEach(() => {
  name = freshName('process');
  url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function createDatabase(template: string): Promise<unknown> {
  return onServer(server, (client) => client.query(`create database ${name} template ${template}`));
}

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly messages: Record<string, string>[];
  readonly output: string[];
}

async function start(env: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const child = fork(join(folder, 'backend/dist/main.js'), {
    env: { PATH: process.env['PATH'], DATABASE_URL: url, API_PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const started: Started = { child, port, messages: [], output: [] };
  child.on('message', (message) => started.messages.push(message as Record<string, string>));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => started.output.push(String(data)));
  return started;
}

async function ready({ child, messages, output }: Started): Promise<void> {
  while (!messages.some(({ type }) => type === 'ready')) {
    const [event] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    if (typeof event !== 'object' || event === null) throw new Error(`ended before it was ready: ${output.join('')}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

it('starts twice at once on an empty database: one schema, one administrator, both serve', async () => {
  await createDatabase('template0');
  const both = await Promise.all([start(), start()]);
  await Promise.all(both.map(ready));
  const admins = both.flatMap(({ messages }) => messages.filter(({ type }) => type === 'first-admin'));
  expect(admins).toEqual([{ type: 'first-admin', username: 'admin', password: expect.any(String) as string }]);
  const { username, password } = admins[0] ?? {};
  const statuses = await Promise.all(
    both.map(async ({ port }) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      return response.status;
    }),
  );
  expect(statuses).toEqual([204, 204]);
});

it('ends when it is told to, with nothing to say', async () => {
  await createDatabase(migrated);
  const started = await start({ TRIBUTARY_ADMIN_TOKEN: 'an-administrator-token-for-tests-0123456789' });
  await ready(started);
  const exit = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  await exit;
  expect({ messages: started.messages, output: started.output }).toEqual({ messages: [{ type: 'ready' }], output: [] });
});

it('ends when its parent is gone', async () => {
  await createDatabase(migrated);
  const started = await start();
  await ready(started);
  const exit = once(started.child, 'exit');
  started.child.disconnect();
  await exit;
  await expect(fetch(`http://127.0.0.1:${started.port}/health/live`)).rejects.toThrow();
});

it('refuses to start with a malformed configuration, one line for each problem', async () => {
  const started = await start({ DATABASE_URL: 'x', TRIBUTARY_ADMIN_TOKEN: 'short' });
  const [code] = (await once(started.child, 'exit')) as [number];
  expect({ code, output: started.output.join('').trim().split('\n') }).toEqual({
    code: 1,
    output: [
      "Tributary's backend cannot start:",
      'DATABASE_URL does not begin with postgres://',
      'TRIBUTARY_ADMIN_TOKEN is shorter than 32 characters',
    ],
  });
});
