// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askAccess } from './ask-access.mjs';
import { pipelineEvents } from './pipelines.mjs';
import { waive } from './waive.mjs';

/** @typedef {import('./api.mjs').Api} Api */
/** @typedef {import('./api.mjs').AssetName} AssetName */

/**
 * A step of `seeds/manifest.json`; files are relative to `seeds/`. What each method sends stands in `seeds/README.md`.
 *
 * @typedef {{ method: 'ingest', connector: string, parameters?: Record<string, string>, parts: Record<string, string> }} IngestStep
 * @typedef {{ method: 'register' | 'lineage' | 'classify' | 'waive' | 'askAccess', file: string }} FileStep
 * @typedef {{ method: 'pipelines', file: string }} PipelineStep
 * @typedef {IngestStep | FileStep | PipelineStep} Step
 */

/** @typedef {{ column: string, parent: number, parentColumn: string, kind?: string, masking?: boolean }} ColumnEntry */
/** @typedef {{ asset: AssetName, parents: AssetName[], columns?: ColumnEntry[] }} LineageEntry */
/** @typedef {{ asset: AssetName }} ClassifyEntry */

/**
 * Sends one step.
 *
 * @param {Api} api
 * @param {string} seeds
 * @param {Step} step
 * @param {number} now milliseconds since 1970, what the pipelines have reported until then
 * @throws Error that names the file and the reason
 */
export async function sendStep(api, seeds, step, now) {
  if (step.method === 'ingest') {
    const parts = Object.entries(step.parts).map(([part, file]) => [part, path.join(seeds, file)]);
    return api.ingest(step.connector, step.parameters ?? {}, Object.fromEntries(parts));
  }
  if (step.method === 'pipelines') {
    const { pipelines } = JSON.parse(readFileSync(path.join(seeds, step.file), 'utf8'));
    return api.sendEvents(pipelineEvents(pipelines, now));
  }
  const send = SENDERS[step.method];
  for (const entry of JSON.parse(readFileSync(path.join(seeds, step.file), 'utf8'))) {
    await send(api, entry).catch((cause) => {
      throw new Error(`${step.file}: ${cause.message}`, { cause });
    });
  }
}

const SENDERS = {
  register: (/** @type {Api} */ api, /** @type {AssetName} */ input) =>
    api.graphql('mutation Register($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }', { input }),

  lineage: async (/** @type {Api} */ api, /** @type {LineageEntry} */ { asset, parents, columns = [], ...rest }) => {
    const parentAssetIds = await Promise.all(parents.map((parent) => api.idOf(parent)));
    const edges = columns.map(({ parent, ...edge }) => ({ ...edge, parentAssetId: parentAssetIds[parent] }));
    const input = { ...rest, assetId: await api.idOf(asset), parentAssetIds, columns: edges };
    await api.graphql('mutation Lineage($input: RecordLineageInput!) { recordLineage(input: $input) { __typename } }', {
      input,
    });
  },

  classify: async (/** @type {Api} */ api, /** @type {ClassifyEntry} */ { asset, ...rest }) => {
    const input = { ...rest, assetId: await api.idOf(asset) };
    await api.graphql('mutation Classify($input: ClassifyInput!) { classify(input: $input) { id } }', { input });
  },

  waive,
  askAccess,
};
