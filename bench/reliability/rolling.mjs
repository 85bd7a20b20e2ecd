// @ts-check
// F6: two workers are restarted in turn under load; a balancer that tries the other one on a refusal, as any does, never
// has to give up.
//   node bench/reliability/rolling.mjs [--restarts 20] [--connections 10] [--rate 300]    rate: events per second
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { stream } from '../generate/events.mjs';
import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({
  options: {
    restarts: { type: 'string', default: '20' },
    connections: { type: 'string', default: '10' },
    rate: { type: 'string', default: '300' },
  },
});
/** Events sent at a time. */
const PORTION = 100;
const rig = await openRig({ workers: 2 });
const acknowledged = /** @type {string[]} */ ([]);
const seen = /** @type {Map<string, number>} */ (new Map());
let isOver = false;
let failures = 0;
const sending = sendPortions();
for (let round = 0; round < Number(values.restarts); round += 1) {
  const worker = rig.workers[round % 2];
  if (worker === undefined) throw new Error('No worker');
  await rig.end(worker, 'SIGTERM');
  await rig.start(worker);
  await sleep(200);
}
isOver = true;
await sending;
promise('requests that failed on both workers', failures, failures === 0);
process.stdout.write(`${values.restarts} restarts, answers ${JSON.stringify(Object.fromEntries(seen))}\n`);
const odd = [...seen.keys()].filter((status) => !['201', '503', 'error'].includes(status));
promise('answers that a balancer would not try elsewhere', odd.length, odd.length === 0);
await checkEvents(rig, acknowledged);
await rig.close();
verdict();

async function sendPortions() {
  for (let portion = 0; !isOver; portion += 1) {
    const due = performance.now() + (PORTION / Number(values.rate)) * 1000;
    const bodies = stream(PORTION, `rolling ${portion}`);
    const sent = await sendAll(rig, bodies, { connections: Number(values.connections), patienceMs: 5_000 });
    failures += sent.lost.length;
    for (const [status, count] of sent.statuses) seen.set(status, (seen.get(status) ?? 0) + count);
    const lost = new Set(sent.lost);
    acknowledged.push(...bodies.filter((body) => !lost.has(body)));
    await sleep(Math.max(0, due - performance.now()));
  }
}
