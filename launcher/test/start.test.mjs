// @ts-check
import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, test } from 'node:test';
import { freePort, givenInstallation } from './given-installation.mjs';

/** An ordinary account that every system has. */
const DAEMON = 1;

/** @type {Awaited<ReturnType<typeof givenInstallation>>} */
let installation;
before(async () => (installation = await givenInstallation()));
afterEach(() => installation.settle());
after(() => installation.remove());

const origin = () => `http://127.0.0.1:${installation.env.PORT}`;
const api = () => `http://127.0.0.1:${installation.env.API_PORT}`;
/** What a stand-in says it was told. @param {string} url @returns {Promise<Record<string, string>>} */
const told = async (url) => Object(await (await fetch(`${url}/`)).json());

test('builds, starts everything, shows the first password, and stops on SIGTERM within ten seconds', async () => {
  const launch = installation.start();
  const said = await launch.untilUp();
  assert.match(said, /✓ Building the backend and web app/);
  assert.match(said, /correct horse/);
  assert.match(said, new RegExp(`running at http://localhost:${installation.env.PORT}`));
  const seen = await told(api());
  assert.match(seen['database'] ?? '', /^postgres:\/\/tributary:.+\/tributary$/);
  assert.ok((seen['launchToken'] ?? '').length >= 32);
  const begun = performance.now();
  launch.child.kill('SIGTERM');
  assert.equal(await launch.ended, 0);
  assert.ok(performance.now() - begun < 10_000);
  await assert.rejects(fetch(`${api()}/`));
});

test('starts again without building, and keeps the vault from the door', async () => {
  const launch = installation.start({ TRIBUTARY_ADMIN_TOKEN: 'an-administrators-token-of-thirty-two' });
  assert.doesNotMatch(await launch.untilUp(), /Building/);
  const web = await told(origin());
  assert.deepEqual(
    [web['DATABASE_URL'], web['TRIBUTARY_ADMIN_TOKEN'], web['TRIBUTARY_LAUNCH_TOKEN']],
    [undefined, undefined, undefined],
  );
  launch.child.kill('SIGINT');
  assert.equal(await launch.ended, 0);
});

test('after kill -9 the services stop by themselves and the next start takes the database over', async () => {
  const killed = installation.start();
  await killed.untilUp();
  killed.child.kill('SIGKILL');
  await killed.ended;
  const deadline = Date.now() + 8000;
  while (
    await fetch(`${api()}/`).then(
      () => true,
      () => false,
    )
  ) {
    assert.ok(Date.now() < deadline, 'the backend outlives its launcher');
    await sleep(50);
  }
  const next = installation.start();
  await next.untilUp();
  next.child.kill('SIGTERM');
  assert.equal(await next.ended, 0);
});

test('stops the rest and says which part died', async () => {
  const launch = installation.start();
  await launch.untilUp();
  await fetch(`${api()}/die`).catch(() => undefined);
  const [complaint = ''] = await launch.complaints();
  assert.equal(await launch.ended, 1);
  assert.match(complaint, /The backend stopped \(exit code 3\): out of luck\. Its log: .+backend\.log$/);
  await assert.rejects(fetch(`${origin()}/`));
});

test('refuses to start twice from one folder', async () => {
  const first = installation.start();
  await first.untilUp();
  const second = installation.start({ PORT: String(await freePort()), API_PORT: String(await freePort()) });
  assert.deepEqual(await second.complaints(), [
    `✖ process ${first.child.pid} already runs the database in ${path.join(installation.folder, '.tributary')}`,
  ]);
  first.child.kill('SIGTERM');
  await first.ended;
});

test('names every problem of the environment in a line of its own', async () => {
  const launch = installation.start({
    PORT: 'eighty',
    DATABASE_URL: 'mysql://root:secret@db/x',
    TRIBUTARY_ADMIN_TOKEN: 'short',
    TRIBUTARY_DEMO: 'maybe',
  });
  assert.deepEqual(await launch.complaints(), [
    '✖ DATABASE_URL: must be of the form postgres://user:password@host:5432/database.',
    '✖ PORT: "eighty" is not a port from 1 to 65535.',
    '✖ TRIBUTARY_DEMO: "maybe" is neither 0 nor 1.',
    '✖ TRIBUTARY_ADMIN_TOKEN: must have at least 32 characters; it has 5.',
  ]);
  assert.equal(await launch.ended, 1);
});

test('says which port is taken', async () => {
  const taken = net.createServer().listen(Number(installation.env.PORT), '127.0.0.1');
  const launch = installation.start();
  assert.deepEqual(await launch.complaints(), [
    `✖ Port ${installation.env.PORT} is taken: stop what uses it, or set PORT to another one.`,
  ]);
  taken.close();
});

test('says that a database cannot be reached', async () => {
  const launch = installation.start({ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/there' });
  assert.deepEqual(await launch.complaints(), [
    '✖ The database at 127.0.0.1:1/there cannot be reached (ECONNREFUSED): check DATABASE_URL.',
  ]);
});

test('says that its folder cannot be written', async () => {
  const file = path.join(installation.folder, 'a-file');
  writeFileSync(file, '');
  const launch = installation.start({ TRIBUTARY_HOME: file });
  assert.deepEqual(await launch.complaints(), [
    `✖ Cannot write ${file}/uid-${process.getuid?.() ?? 'user'}: there is a file where a folder must be.`,
  ]);
});

test('works for an ordinary user too', { skip: process.getuid?.() !== 0 && 'this run is one' }, async () => {
  const other = await givenInstallation({ uid: DAEMON, gid: DAEMON });
  try {
    const launch = other.start();
    await launch.untilUp();
    launch.child.kill('SIGTERM');
    assert.equal(await launch.ended, 0);
  } finally {
    await other.remove();
  }
});

test('leaves no secret readable by others', async () => {
  const folder = path.join(installation.folder, '.tributary', `uid-${process.getuid?.() ?? 'user'}`);
  assert.equal(statSync(path.join(folder, 'postgres-password')).mode & 0o077, 0);
  assert.ok(!existsSync(path.join(folder, 'postgres-start.lock')));
});
