// @ts-check
// F5: a burst as a large dbt run sends it; everything is acknowledged soon and understood within minutes.
//   node bench/reliability/burst.mjs [--events 40000] [--connections 100]
import { parseArgs } from 'node:util';

import { stream } from '../generate/events.mjs';
import { quantile } from '../service.mjs';
import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '40000' }, connections: { type: 'string', default: '100' } },
});
const bodies = stream(Number(values.events), 'burst');
const rig = await openRig();
const began = performance.now();
const sent = await sendAll(rig, bodies, { connections: Number(values.connections) });
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${(bodies.length / seconds).toFixed(0)} events per second acknowledged\n`);
const p99 = quantile(sent.latencies, 0.99);
promise(
  'answers that are not 201',
  bodies.length - sent.acknowledged + sent.retries,
  sent.retries + sent.lost.length === 0,
);
promise('acknowledged p99, ms', p99.toFixed(0), p99 <= 1_000);
await rig.settle();
const all = (performance.now() - began) / 1000;
promise('understood after, s', all.toFixed(0), all <= 300);
await checkEvents(rig, bodies);
await rig.close();
verdict();
