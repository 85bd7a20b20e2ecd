// @ts-check
// F1: the backend is killed and the database stopped at random moments while events stream in; nothing that was
// acknowledged may be missing or doubled.
//   node bench/reliability/crashes.mjs [--kills 20] [--stops 5] [--connections 20]     (the promise: 200 and 25)
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { stream } from '../generate/events.mjs';
import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    stops: { type: 'string', default: '5' },
    connections: { type: 'string', default: '20' },
  },
});
const kills = Number(values.kills);
const stops = Number(values.stops);
const PORTION = 500;

const rig = await openRig();
let isOver = false;
const acknowledged = /** @type {string[]} */ ([]);
let retries = 0;
const sending = sendPortions();
const recoveries = /** @type {number[]} */ ([]);
for (let round = 0; round < kills + stops; round += 1) {
  await sleep(100 + Math.random() * 900);
  const began = performance.now();
  // Stops are spread evenly among the kills.
  if (Math.floor(((round + 1) * stops) / (kills + stops)) > Math.floor((round * stops) / (kills + stops))) {
    await rig.stopDatabase();
    await rig.startDatabase();
  } else {
    const [worker] = rig.workers;
    if (worker === undefined) throw new Error('No worker');
    await rig.end(worker, 'SIGKILL');
    await rig.start(worker);
  }
  recoveries.push(performance.now() - began);
}
isOver = true;
await sending;
process.stdout.write(
  `${kills} kills, ${stops} stops; ${acknowledged.length} events acknowledged, ${retries} tries in vain\n`,
);
process.stdout.write(`slowest recovery ${(Math.max(0, ...recoveries) / 1000).toFixed(1)} s\n`);
promise('events acknowledged at all', acknowledged.length, acknowledged.length > 0);
await checkEvents(rig, acknowledged);
await rig.close();
verdict();

async function sendPortions() {
  for (let portion = 0; !isOver; portion += 1) {
    const bodies = stream(PORTION, `crash ${portion}`);
    const sent = await sendAll(rig, bodies, { connections: Number(values.connections) });
    const lost = new Set(sent.lost);
    acknowledged.push(...bodies.filter((body) => !lost.has(body)));
    retries += sent.retries;
  }
}
