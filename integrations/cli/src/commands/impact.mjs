// @ts-check
import { counted } from '../counted.mjs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { failureOf, readJson } from '../client.mjs';
import { EXIT, Failure, usage } from '../failure.mjs';
import { findAsset } from '../find-asset.mjs';
import { textOption } from '../options.mjs';
import { printable, table } from '../table.mjs';

const FORMATS = ['text', 'markdown', 'csv'];
/** Rows that a person reads; the rest is in the CSV. */
const MOST_ROWS = 500;
const IMPACT = `query Impact($id: ID!, $column: String, $change: ChangeKind!, $after: String) {
  impact(assetId: $id, column: $column, change: $change, first: 100, after: $after) {
    root { asset { namespace name } column } change total assetCount classes { value count } endCursor
    complete omitted { reason count message }
    nodes {
      distance changeClass reason column asset { namespace name type owner } via { column asset { name } }
      evidence { line }
    }
  }
}`;

/**
 * @typedef {object} Impacted
 * @property {number} distance
 * @property {string} changeClass
 * @property {string} reason
 * @property {string | null} column
 * @property {{ namespace: string, name: string, type: string, owner: string | null }} asset
 * @property {{ line: number | null }[]} evidence
 */

/**
 * @typedef {object} Impact
 * @property {{ asset: { namespace: string, name: string }, column: string | null }} root
 * @property {string} change
 * @property {number} total
 * @property {number} assetCount
 * @property {{ value: string, count: number }[]} classes
 * @property {string | null} endCursor
 * @property {boolean} complete
 * @property {{ message: string }[]} omitted
 * @property {Impacted[]} nodes
 */

/**
 * `impact <asset id>` or `impact <namespace> <name>`: what a change would break.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function impact({ client, options, streams, isJson }, words) {
  const format = textOption(options, 'format') ?? 'text';
  if (!FORMATS.includes(format)) throw usage(`impact: --format is one of ${FORMATS.join(', ')}`);
  const column = textOption(options, 'column') ?? null;
  const change = (textOption(options, 'change') ?? 'drop').toUpperCase();
  const id = await findAsset(client, 'impact', words);
  if (format === 'csv') return writeCsv(client, streams, { id, column, change });
  const answer = await readRows(client, { id, column, change });
  if (isJson) streams.out.write(`${JSON.stringify(answer)}\n`);
  else streams.out.write(format === 'markdown' ? markdownOf(answer) : textOf(answer));
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {import('../main.mjs').Streams} streams
 * @param {{ id: string, column: string | null, change: string }} question
 */
async function writeCsv(client, streams, { id, column, change }) {
  const parameters = new URLSearchParams({ assetId: id, change, ...(column === null ? {} : { column }) });
  const response = await client.fetch(`/api/v1/impact.csv?${parameters}`);
  if (!response.ok || response.body === null) {
    const { error } = await readJson(response);
    throw failureOf(error?.code, error?.message ?? `The service answered ${response.status}`, error);
  }
  const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body));
  try {
    await pipeline(body, streams.out, { end: false });
  } catch {
    throw new Failure(EXIT.refused, 'The list ended before its last line: it is not complete');
  }
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {{ id: string, column: string | null, change: string }} question
 * @returns {Promise<Impact>} with the first 500 rows
 */
async function readRows(client, question) {
  /** @type {Impacted[]} */
  const nodes = [];
  for (let after = /** @type {string | null} */ (null); ;) {
    /** @type {{ impact: Impact }} */
    const { impact: page } = await client.graphql(IMPACT, { ...question, after });
    nodes.push(...page.nodes);
    after = page.endCursor;
    if (after === null || nodes.length >= MOST_ROWS) return { ...page, nodes };
  }
}

/** @param {Impact} answer */
function headline({ root, change, total, assetCount, classes }) {
  const what = root.column === null ? root.asset.name : `${root.asset.name}.${root.column}`;
  const counts = classes.map(({ value, count }) => `${count} ${value.toLowerCase()}`).join(', ');
  if (total === 0) return `${change.toLowerCase()} ${what}: nothing downstream is known.`;
  return `${change.toLowerCase()} ${what}: reaches ${total} in ${counted(assetCount, 'asset')} (${counts}).`;
}

/** @param {Impact} answer */
function textOf(answer) {
  const rows = answer.nodes.map((reached) => [
    `  ${reached.distance}`,
    reached.changeClass.toLowerCase(),
    nameOf(reached),
    reached.asset.type,
    reached.asset.owner ?? '–',
    reached.reason,
    linesOf(reached),
  ]);
  return `${printable(headline(answer))}\n${table(rows)}${rest(answer)}${endings(answer).join('\n')}\n`;
}

/** @param {Impact} answer */
function markdownOf(answer) {
  const head = '| hops | change | what | type | owner | SQL |\n| ---: | --- | --- | --- | --- | --- |\n';
  const rows = answer.nodes.map((reached) => {
    const { distance, changeClass, asset } = reached;
    const what = `\`${nameOf(reached)}\``;
    const cells = [String(distance), changeClass.toLowerCase(), what, asset.type, asset.owner ?? '–', linesOf(reached)];
    return `| ${cells.map(cell).join(' | ')} |\n`;
  });
  return `**${cell(headline(answer))}**\n\n${head}${rows.join('')}${rest(answer)}\n${endings(answer).join('\n')}\n`;
}

/** @param {Impacted} reached */
const nameOf = ({ asset, column }) => (column === null ? asset.name : `${asset.name}.${column}`);

/**
 * Where the SQL of what is reached takes what changes; empty when no SQL says so.
 *
 * @param {Impacted} reached
 */
function linesOf({ evidence }) {
  const lines = [...new Set(evidence.flatMap(({ line }) => (line === null ? [] : [line])))];
  return lines.length === 0 ? '' : `${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}`;
}

/** @param {string} text */
const cell = (text) => printable(text).replaceAll('|', '\\|');

/** @param {Impact} answer */
function rest({ total, nodes }) {
  return total > nodes.length ? `… and ${total - nodes.length} more: --format csv has all of them\n` : '';
}

/** @param {Impact} answer */
function endings({ complete, omitted }) {
  return complete ? ['Complete.'] : ['Not complete:', ...omitted.map(({ message }) => `  ${printable(message)}`)];
}
