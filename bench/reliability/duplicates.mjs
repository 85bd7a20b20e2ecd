// @ts-check
// F2, F3: events that arrive one to six times each, shuffled, over many connections leave the same state as one clean
// pass in order, byte for byte.
//   node bench/reliability/duplicates.mjs [--events 20000] [--connections 50]
import { parseArgs } from 'node:util';

import { stream } from '../generate/events.mjs';
import { checkEvents, promise, stateOf, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '20000' }, connections: { type: 'string', default: '50' } },
});
const connections = Number(values.connections);
const bodies = stream(Number(values.events), 'duplicates');
const shuffled = bodies.flatMap((body, index) => Array.from({ length: 1 + (index % 6) }, () => body));
for (let at = shuffled.length - 1; at > 0; at -= 1) {
  const other = Math.floor(Math.random() * (at + 1));
  [shuffled[at], shuffled[other]] = [shuffled[other] ?? '', shuffled[at] ?? ''];
}

const clean = await pass(bodies, 1);
const messy = await pass(shuffled, connections);
for (const [kind, digest] of Object.entries(clean)) promise(`state of ${kind}`, digest, messy[kind] === digest);
verdict();

/**
 * @param {readonly string[]} sent
 * @param {number} width
 */
async function pass(sent, width) {
  const rig = await openRig();
  const { acknowledged, retries } = await sendAll(rig, sent, { connections: width });
  process.stdout.write(
    `${acknowledged} of ${sent.length} acknowledged over ${width} connections, ${retries} retries\n`,
  );
  await checkEvents(rig, bodies);
  const state = await stateOf(rig);
  await rig.close();
  return state;
}
