// @ts-check
import { existsSync, statSync } from 'node:fs';

import { failureOf, readJson } from '../client.mjs';
import { EXIT, Failure, usage } from '../failure.mjs';
import { junitOf } from '../gate/junit.mjs';
import { markdownOf } from '../gate/markdown.mjs';
import { gateOffline } from '../gate/offline.mjs';
import { sarifOf } from '../gate/sarif.mjs';
import { textOf } from '../gate/text.mjs';
import { multipartOf } from '../multipart.mjs';
import { neededOption, textOption } from '../options.mjs';
import { writeResult } from '../write-result.mjs';

/** @type {Readonly<Record<string, (report: import('../gate/report.mjs').GateReport) => string>>} */
const FORMATS = {
  text: textOf,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  sarif: sarifOf,
  junit: junitOf,
  markdown: markdownOf,
};
const LEVELS = ['error', 'warning', 'note', 'never'];

/**
 * `gate dbt --manifest <file>`: what merging a dbt project would mean for the catalog, its policies and its readers; with
 * `--offline <snapshot>` without the service.
 *
 * @param {import('../main.mjs').Context} context
 * @throws Failure with exit code 6 when something found is at least as bad as --fail-on
 */
export async function gateDbt({ client, options, streams, isJson }) {
  const manifest = manifestIn(options);
  const render = rendererOf(isJson ? 'json' : (textOption(options, 'format') ?? 'text'));
  const failOn = levelIn(options);
  const parameters = new URLSearchParams({ namespace: neededOption(options, 'namespace') });
  for (const name of ['target', 'project']) {
    const value = textOption(options, name);
    if (value !== undefined) parameters.set(name, value);
  }
  const snapshot = textOption(options, 'offline');
  const report = await (snapshot === undefined
    ? ask(client, parameters, manifest)
    : gateOffline(snapshot, manifest, parameters));
  await writeResult(render(report), textOption(options, 'output'), streams);
  const bad = countBad(report, failOn);
  if (bad > 0) throw new Failure(EXIT.gate, `${report.project} does not pass: ${bad} to look at`);
}

/** @param {import('../options.mjs').Options} options */
function manifestIn(options) {
  const manifest = textOption(options, 'manifest') ?? 'target/manifest.json';
  if (existsSync(manifest) && statSync(manifest).isFile()) return manifest;
  throw new Failure(EXIT.usage, `${manifest} is not there: run dbt compile first, or name it with --manifest`);
}

/** @param {import('../options.mjs').Options} options */
function levelIn(options) {
  const level = textOption(options, 'fail-on') ?? 'error';
  if (LEVELS.includes(level)) return level;
  throw usage(`gate: --fail-on is one of ${LEVELS.join(', ')}`);
}

/** @param {string} format */
function rendererOf(format) {
  const render = FORMATS[format];
  if (render === undefined) throw usage(`gate: --format is one of ${Object.keys(FORMATS).join(', ')}`);
  return render;
}

/**
 * @param {import('../gate/report.mjs').GateReport} report
 * @param {string} failOn
 * @returns {number} findings at least as bad
 */
function countBad({ errors, warnings, notes }, failOn) {
  const counts = [errors, warnings, notes].slice(0, LEVELS.indexOf(failOn) + 1);
  return failOn === 'never' ? 0 : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {URLSearchParams} parameters
 * @param {string} manifest
 * @returns {Promise<import('../gate/report.mjs').GateReport>}
 */
async function ask(client, parameters, manifest) {
  const upload = multipartOf(new Map([['manifest', manifest]]));
  const response = await client.fetch(`/api/v1/gate/dbt?${parameters}`, () => ({
    method: 'POST',
    headers: { 'content-type': upload.contentType, 'content-length': String(upload.byteCount) },
    body: upload.open(() => undefined),
    duplex: 'half',
  }));
  const answer = await readJson(response);
  if (!response.ok) throw failureOf(answer.error?.code, answer.error?.message ?? response.statusText, answer);
  return /** @type {import('../gate/report.mjs').GateReport} */ (/** @type {unknown} */ (answer));
}
