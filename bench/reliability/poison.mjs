// @ts-check
// F7: one event in a hundred cannot be understood or must be refused; the others are all understood, none is lost from
// sight, and there is no 5xx: a 503 counts as broken here, nothing but the events is wrong.
//   node bench/reliability/poison.mjs [--events 10000]
import { parseArgs } from 'node:util';

import { stream } from '../generate/events.mjs';
import { promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { hashOf, sendAll } from './sender.mjs';

const { values } = parseArgs({ options: { events: { type: 'string', default: '10000' } } });
const good = stream(Number(values.events), 'poison');
const [first = '{}'] = good;

/** @param {(event: Record<string, unknown>) => unknown} change */
const changed = (change) => {
  const event = JSON.parse(first);
  return JSON.stringify(change(event) ?? event);
};
const deep = (/** @type {number} */ levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Refused at the door: 400. */
const REFUSED = [
  '{ not json',
  '[]',
  'null',
  '7',
  '""',
  changed((event) => ({ ...event, eventTime: undefined })),
  changed((event) => ({ ...event, eventTime: 'infinity' })),
  changed((event) => ({ ...event, eventTime: '2026-02-30T00:00:00Z' })),
  changed((event) => ({ ...event, producer: 7 })),
  changed((event) => ({ ...event, run: [], job: undefined })),
  changed((event) => ({ ...event, inputs: 'none' })),
  changed((event) => ({ ...event, job: { namespace: '', name: 'x' } })),
  changed((event) => ({ ...event, outputs: [{ namespace: 'x'.repeat(20_000), name: 'y' }] })),
];
/** Taken in, and set aside when they are read. */
const DEAD = [
  first.replace('"facets":', `"odd":${deep(10_000)},"facets":`),
  first.replace('"nightly.job_0"', `"${' '.repeat(3)}\\u0007bell"`),
];
/** Odd, but understood. */
const ODD = [
  first.replace('"nightly.job_0"', '"nul \\u0000 inside"'),
  first.replace('"nightly.job_0"', '"half \\ud800 pair"'),
  first.replace('"facets":', '"much":1e400,"facets":'),
  first.replace(/"runId":"[^"]*"/, '"runId":"no uuid"'),
  first.replace('"nightly.job_0"', '"<img src=x onerror=alert(1)>"'),
];

const rig = await openRig();
const poison = [...REFUSED, ...DEAD, ...ODD];
const mixed = good.flatMap((body, index) =>
  index % 100 === 0 ? [poison[(index / 100) % poison.length] ?? '', body] : [body],
);
const sent = await sendAll(rig, mixed, { connections: 20 });
const statuses = Object.fromEntries(sent.statuses);
process.stdout.write(`${good.length} good, ${mixed.length - good.length} others: ${JSON.stringify(statuses)}\n`);
const odd = Object.keys(statuses).filter((one) => !['201', '400'].includes(one));
promise('answers other than 201 and 400', odd.join(' ') || 'none', odd.length === 0);
await rig.settle();
const { rows: kept } = await rig.db.query(
  'select status, count(*)::int, bool_and(bytes is not null) as whole from dead_event group by 1',
);
process.stdout.write(`kept: ${JSON.stringify(kept)}\n`);
promise('refused ones that are kept', countOf('REFUSED'), countOf('REFUSED') === Number(statuses['400'] ?? 0));
promise(
  'all of them with their bytes',
  kept.every(({ whole }) => whole),
  kept.every(({ whole }) => whole),
);
const { rows } = await rig.db.query('select count(*)::int as count from pipeline_event where hash = any ($1)', [
  good.map(hashOf),
]);
promise('good events understood', `${rows[0].count} of ${good.length}`, rows[0].count === good.length);
const ledger = await rig.ledger();
promise('ledger balances', JSON.stringify(ledger), ledger.balances && ledger.pending === 0);
await rig.close();
verdict();

/** @param {string} status */
function countOf(status) {
  return Number(kept.find((row) => row.status === status)?.count ?? 0);
}
