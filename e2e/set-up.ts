import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { request, type APIRequestContext } from '@playwright/test';
import { ADMIN_TOKEN, API_PORT, ORIGIN, PERSON, PORT, SESSION_FILE } from './installation';

const ROOT = resolve(import.meta.dirname, '..');
const CREATE_PERSON = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }`;

/**
 * Starts Tributary as a user does, with an empty data folder, and signs a person in.
 *
 * @returns what Playwright calls at the end: stops it and removes its data
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'tributary-e2e-'));
  chmodSync(home, 0o755);
  const launcher = await start(home);
  const tearDown = async (): Promise<void> => {
    launcher.kill('SIGTERM');
    if (launcher.exitCode === null) await once(launcher, 'close');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await signIn();
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function start(home: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['launcher/start.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(PORT),
      API_PORT: String(API_PORT),
      TRIBUTARY_HOME: home,
      TRIBUTARY_ADMIN_TOKEN: ADMIN_TOKEN,
      TRIBUTARY_DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((up, down) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('is running at')) up();
      });
    }
    child.once('close', () => down(new Error(`Tributary did not start:\n${said}`)));
  });
  if (said.includes('could not be loaded')) throw new Error(said);
  return child;
}

async function signIn(): Promise<void> {
  const { username, displayName, password } = PERSON;
  const operator = await request.newContext({
    baseURL: ORIGIN,
    extraHTTPHeaders: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  const input = { username, displayName, password, role: 'ADMIN' };
  await succeed(operator, '/graphql', { query: CREATE_PERSON, variables: { input } });
  const person = await request.newContext({ baseURL: ORIGIN });
  await succeed(person, '/api/v1/session', { username, password });
  await person.storageState({ path: SESSION_FILE });
  await Promise.all([operator.dispose(), person.dispose()]);
}

async function succeed(context: APIRequestContext, path: string, data: object): Promise<void> {
  const response = await context.post(path, { data });
  const text = await response.text();
  if (!response.ok() || text.includes('"errors"'))
    throw new Error(`${path} answered ${String(response.status())}: ${text}`);
}
