// @ts-check
// F9: the database goes away in every way it can while events stream in; the backend stays up, answers 503 or waits,
// comes back by itself, and loses nothing that it acknowledged.
//   node bench/reliability/database.mjs [--seconds 5]     how long each outage lasts
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { stream } from '../generate/events.mjs';
import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const outageMs = Number(values.seconds) * 1_000;
const RECOVERY_MS = 5_000;

/** @typedef {import('./rig.mjs').Rig} Rig */

/** @type {Record<string, (rig: Rig) => Promise<void>>} what happens in each outage, until it is over */
const OUTAGES = {
  'all backends terminated': async ({ db }) => {
    await db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
    );
  },
  'connections half open': async ({ gate }) => {
    gate.hold = true;
    await sleep(outageMs);
    gate.drop();
    gate.hold = false;
  },
  'database stopped and started': async (rig) => {
    await rig.stopDatabase();
    await sleep(outageMs);
    await rig.startDatabase();
  },
};

const rig = await openRig();
const acknowledged = /** @type {string[]} */ ([]);
for (const [name, happen] of Object.entries(OUTAGES)) await during(rig, name, happen);
await checkEvents(rig, acknowledged);
await rig.close();
verdict();

/**
 * @param {Rig} rig
 * @param {string} name
 * @param {(rig: Rig) => Promise<void>} happen
 */
async function during(rig, name, happen) {
  const bodies = stream(1_000, name);
  const sending = sendAll(rig, bodies, { connections: 20 });
  await sleep(300);
  await happen(rig);
  const over = performance.now();
  while (!(await isReady(rig))) await sleep(50);
  const recovery = performance.now() - over;
  const sent = await sending;
  acknowledged.push(...bodies.filter((body) => !sent.lost.includes(body)));
  process.stdout.write(`${name}: ${JSON.stringify(Object.fromEntries(sent.statuses))}\n`);
  promise(`${name}: still the same process`, rig.workers[0]?.child?.pid, rig.workers[0]?.child?.exitCode === null);
  promise(`${name}: ready again after, ms`, recovery.toFixed(0), recovery <= RECOVERY_MS);
  promise(`${name}: never acknowledged`, sent.lost.length, sent.lost.length === 0);
}

/** @param {Rig} rig */
async function isReady({ workers: [worker] }) {
  const response = await fetch(`${worker?.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response?.status === 200;
}
