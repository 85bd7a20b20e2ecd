// @ts-check
// F4: many writers speak of the same few datasets at once, in any order; no deadlock, no lost write.
//   node bench/reliability/contention.mjs [--events 10000] [--datasets 50] [--writers 20] [--workers 2]
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    datasets: { type: 'string', default: '50' },
    writers: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
  },
});
const datasets = Number(values.datasets);
const names = () => Array.from({ length: 6 }, () => `public.hot_${Math.floor(Math.random() * datasets)}`);
const facet = (/** @type {object} */ rest) => ({
  _producer: 'https://example.com/hot',
  _schemaURL: 'https://e.com/F.json',
  ...rest,
});
const bodies = Array.from({ length: Number(values.events) }, (_, index) => JSON.stringify(eventOf(index)));

const rig = await openRig({ workers: Number(values.workers) });
const sent = await sendAll(rig, bodies, { connections: Number(values.writers) });
promise('events acknowledged', `${sent.acknowledged} of ${bodies.length}`, sent.acknowledged === bodies.length);
promise('tries in vain', sent.retries, sent.retries === 0);
await checkEvents(rig, bodies);
await rig.close();
verdict();

/** @param {number} index */
function eventOf(index) {
  const [output = '', ...inputs] = names();
  const namespace = 'postgres://hot.internal:5432';
  const fields = Array.from({ length: 1 + (index % 5) }, (_, number) => ({ name: `column_${number}`, type: 'int' }));
  const dataset = (/** @type {string} */ name) => ({
    namespace,
    name: `shop.${name}`,
    facets: { schema: facet({ fields }) },
  });
  return {
    eventType: 'COMPLETE',
    eventTime: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
    producer: 'https://example.com/hot',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: randomUUID() },
    job: { namespace: 'hot', name: `job_${index % datasets}` },
    inputs: inputs.map(dataset),
    outputs: [dataset(output)],
  };
}
