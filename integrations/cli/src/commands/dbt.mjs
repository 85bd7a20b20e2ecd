// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';

import { failureOf, readJson } from '../client.mjs';
import { EXIT, Failure } from '../failure.mjs';
import { numberOption, textOption } from '../options.mjs';
import { openDbtOutbox } from '../outbox/dbt-outbox.mjs';
import { openPostgresOutbox } from '../outbox/postgres-outbox.mjs';
import { parcelsOf } from '../outbox/rows.mjs';
import { printable } from '../table.mjs';

/** @typedef {import('../main.mjs').Context} Context */
/** @typedef {import('../client.mjs').Answer} Answer */
/** @typedef {import('../outbox/rows.mjs').Outbox} Outbox */
/** @typedef {import('../outbox/rows.mjs').Parcel} Parcel */
/** @typedef {{ rows: number, deliveries: string[], refused: string[] }} Pulled */

const IS_POSTGRES = /^postgres(ql)?:\/\//;

/**
 * `dbt pull [<postgres url>] [-- <dbt options>]`: sends what the dbt package wrote into its outbox, and acknowledges
 * there what the catalog has stored. A crash in between means that rows are sent again, which changes nothing.
 *
 * @param {Context} context
 * @param {string[]} words
 */
export async function pullDbt(context, words) {
  const every = textOption(context.options, 'watch') === undefined ? null : numberOption(context.options, 'watch', 0);
  for (;;) {
    const pulled = await pullOnce(context, words, every !== null);
    report(context, pulled);
    if (every === null && pulled.refused.length > 0) throw new Failure(EXIT.refused, pulled.refused.join('\n'));
    if (every === null) return;
    await sleep(every * 1000);
  }
}

/**
 * @param {Context} context
 * @param {string[]} words
 * @param {boolean} isWatching a warehouse or catalog that is away is waited for
 * @returns {Promise<Pulled>}
 */
async function pullOnce(context, words, isWatching) {
  /** @type {Pulled} */
  const pulled = { rows: 0, deliveries: [], refused: [] };
  try {
    await drain(context, await openOutbox(context, words), pulled);
  } catch (error) {
    if (!isWatching || !(error instanceof Failure) || error.exitCode !== EXIT.unreachable) throw error;
    context.streams.err.write(`${error.message}\n`);
  }
  return pulled;
}

/**
 * @param {Context} context
 * @param {string[]} words
 * @returns {Promise<Outbox>}
 */
async function openOutbox({ options, env }, words) {
  const [first = ''] = words;
  const url = IS_POSTGRES.test(first) ? first : env['TRIBUTARY_OUTBOX_URL'];
  if (url) return openPostgresOutbox(url, textOption(options, 'outbox') ?? 'tributary.outbox');
  return openDbtOutbox(textOption(options, 'dbt') ?? 'dbt', words);
}

/**
 * @param {Context} context
 * @param {Outbox} outbox
 * @param {Pulled} pulled
 */
async function drain(context, outbox, pulled) {
  try {
    for (let rows = await outbox.take(); rows.length > 0; rows = await outbox.take()) {
      const parcels = parcelsOf(rows, textOption(context.options, 'namespace'));
      // Only pieces of payloads that are not all there: whoever writes them is not done.
      if (parcels.length === 0) return;
      for (const parcel of parcels) await send(context, parcel, pulled);
      await outbox.acknowledge(parcels.flatMap(({ ids }) => ids));
    }
  } finally {
    await outbox.close();
  }
}

/**
 * Sends one parcel. What the catalog refuses it still keeps, as a dead letter: that is reported, and not sent again.
 *
 * @param {Context} context
 * @param {Parcel} parcel
 * @param {Pulled} pulled
 * @throws Failure when the catalog has not stored it
 */
async function send({ client, options }, { namespace, ids, body }, pulled) {
  const target = textOption(options, 'target');
  const parameters = new URLSearchParams({ namespace, ...(target === undefined ? {} : { target }) });
  const response = await client.fetch(`/api/v1/ingest/dbt-outbox?${parameters}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  });
  const answer = await readJson(response);
  const { code, message = `The service answered ${response.status}` } = answer.error ?? {};
  if (answer.deliveryId === undefined) throw failureOf(code, message, answer);
  pulled.rows += ids.length;
  pulled.deliveries.push(answer.deliveryId);
  if (!response.ok) pulled.refused.push(`${message.replace(/\.$/, '')}. Kept as delivery ${answer.deliveryId}`);
}

/**
 * @param {Context} context
 * @param {Pulled} pulled
 */
function report({ streams, client, isJson }, { rows, deliveries, refused }) {
  if (isJson) {
    streams.out.write(`${JSON.stringify({ rows, deliveries, refused })}\n`);
    return;
  }
  if (rows === 0) streams.out.write('The outbox is empty.\n');
  else streams.out.write(`${rows} rows sent and acknowledged\n`);
  for (const id of deliveries) streams.out.write(`  ${client.url}/admin/ingestion/${printable(id)}\n`);
}
