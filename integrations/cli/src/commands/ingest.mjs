// @ts-check
import { counted } from '../counted.mjs';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { failureOf, readJson } from '../client.mjs';
import { EXIT, Failure, usage } from '../failure.mjs';
import { neededOption, textOption, textsOption } from '../options.mjs';
import { multipartOf } from '../multipart.mjs';
import { progressBar } from '../progress.mjs';
import { printable, table } from '../table.mjs';

/** @typedef {import('../main.mjs').Context} Context */

const DBT_PARTS = ['manifest', 'catalog', 'run_results', 'sources', 'semantic_manifest'];

/**
 * `ingest dbt <folder>`: sends what dbt left in its target folder.
 *
 * @param {Context} context
 * @param {string[]} words
 */
export async function ingestDbt(context, words) {
  const folder = words[0] ?? 'target';
  const files = artifactsIn(folder);
  if (!files.has('manifest')) {
    const expected = path.join(folder, 'manifest.json');
    throw new Failure(EXIT.usage, `${expected} is not there: run dbt first, or name its target folder`);
  }
  const parameters = new URLSearchParams();
  for (const name of ['namespace', 'target', 'project']) {
    const value = textOption(context.options, name);
    if (value !== undefined) parameters.set(name, value);
  }
  if (context.options['allow-large-close'] === true) parameters.set('allowLargeClose', 'true');
  await send(context, 'dbt', parameters, files);
}

/**
 * @param {string} folder
 * @returns {Map<string, string>} part name to file, plain or gzip
 */
function artifactsIn(folder) {
  const files = new Map();
  for (const part of DBT_PARTS) {
    const names = [`${part}.json`, `${part}.json.gz`].map((name) => path.join(folder, name));
    const found = names.find((name) => existsSync(name));
    if (found !== undefined) files.set(part, found);
  }
  return files;
}

/**
 * `ingest file <file> --connector <name>`: sends one document of any connector.
 *
 * @param {Context} context
 * @param {string[]} words
 */
export async function ingestFile(context, words) {
  const file = words[0];
  const connector = neededOption(context.options, 'connector');
  if (file === undefined) throw usage('ingest file: name a file');
  if (!existsSync(file) || !statSync(file).isFile()) throw new Failure(EXIT.usage, `${file} is not a file`);
  const parameters = new URLSearchParams();
  for (const pair of textsOption(context.options, 'param') ?? []) {
    const at = pair.indexOf('=');
    if (at < 1) throw usage(`--param ${pair}: write key=value`);
    parameters.set(pair.slice(0, at), pair.slice(at + 1));
  }
  await send(context, connector, parameters, new Map([[mainPart(connector, parameters), file]]));
}

/**
 * @param {string} connector
 * @param {URLSearchParams} parameters `part` names the part when it is not the connector's usual one
 */
function mainPart(connector, parameters) {
  const part = parameters.get('part') ?? (connector === 'dbt' ? 'manifest' : 'document');
  parameters.delete('part');
  return part;
}

/**
 * @param {Context} context
 * @param {string} connector
 * @param {URLSearchParams} parameters
 * @param {Map<string, string>} files
 */
async function send(context, connector, parameters, files) {
  const { client, streams, isJson } = context;
  const upload = multipartOf(files);
  const bar = progressBar(streams.err, `Sending ${[...files.keys()].join(', ')}`, upload.byteCount);
  const response = await client.fetch(`/api/v1/ingest/${encodeURIComponent(connector)}?${parameters}`, () => ({
    method: 'POST',
    headers: { 'content-type': upload.contentType, 'content-length': String(upload.byteCount) },
    body: upload.open((sent) => bar.update(sent)),
    duplex: 'half',
  }));
  bar.end();
  const answer = await readJson(response);
  const error = answer.error;
  if (!response.ok && error !== undefined) {
    const where = answer.deliveryId === undefined ? '' : `. Kept as delivery ${answer.deliveryId}`;
    throw failureOf(error.code, `${error.message.replace(/\.$/, '')}${where}`, answer);
  }
  if (isJson) streams.out.write(`${JSON.stringify(answer)}\n`);
  else await printReport(context, answer);
}

/**
 * @param {Context} context
 * @param {import('../client.mjs').Answer} answer
 */
async function printReport({ client, streams }, { status, report, deliveryId = '' }) {
  if (report === null || report === undefined) {
    streams.out.write(`Stored as delivery ${deliveryId}; it is processed as soon as the service can.\n`);
    return;
  }
  const same = status === 'DEDUPLICATED' ? ' (the same document as last time)' : '';
  streams.out.write(`${printable(report.source ?? 'Document')}${same}: ${Math.round(report.durationMs)} ms\n\n`);
  const counts = /** @type {const} */ ([
    'created',
    'matched',
    'changed',
    'unchanged',
    'merged',
    'stubbed',
    'closed',
    'refused',
  ]);
  streams.out.write(table(counts.map((name) => [`  ${name}`, report[name]])));
  const { edges, columns, rules, results } = report;
  const written = [
    counted(edges, 'edge'),
    counted(columns, 'column'),
    counted(rules, 'rule'),
    counted(results, 'result'),
  ];
  streams.out.write(`\n  wrote ${written.join(', ')}\n`);
  await printReasons(client, streams, deliveryId);
  streams.out.write(`\n  ${client.url}/admin/ingestion/${deliveryId}\n`);
}

const REASONS = `query Reasons($id: ID!) {
  delivery(id: $id) { items(outcome: [STUBBED, MERGED, CLOSED, REFUSED, NOTED], first: 20) { outcome key reason } }
}`;

/**
 * @param {Context['client']} client
 * @param {Context['streams']} streams
 * @param {string} deliveryId
 */
async function printReasons(client, streams, deliveryId) {
  /** @type {{ delivery: { items: { outcome: string, key: string, reason: string }[] } | null } | null} */
  const answer = await client.graphql(REASONS, { id: deliveryId }).catch((error) => {
    // A token that may only write cannot read reasons: the counts above still stand.
    if (error instanceof Failure && error.exitCode === EXIT.forbidden) return null;
    throw error;
  });
  const items = answer?.delivery?.items ?? [];
  if (items.length === 0) return;
  streams.out.write('\n');
  streams.out.write(table(items.map((item) => [`  ${item.outcome.toLowerCase()}`, item.key, item.reason])));
}
