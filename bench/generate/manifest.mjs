/**
 * Writes a big dbt manifest (v12) to standard output, piece by piece; the same options give the same bytes.
 *
 *   node bench/generate/manifest.mjs --models 10000 --columns 15 --tests 20000 > manifest.json
 *   node bench/generate/manifest.mjs --megabytes 200 > manifest.json      as many models and tests as fill it
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';

import {
  macro,
  modelId,
  modelNode,
  parentsOf,
  sourceCount,
  sourceId,
  sourceNode,
  testId,
  testNode,
  testParents,
} from './manifest-nodes.mjs';

const { values } = parseArgs({
  options: {
    models: { type: 'string', default: '10000' },
    columns: { type: 'string', default: '15' },
    tests: { type: 'string', default: '20000' },
    macros: { type: 'string', default: '500' },
    megabytes: { type: 'string' },
  },
});

const columns = Number(values.columns);
const macros = Number(values.macros);
const { models, tests } = values.megabytes
  ? fitting(Number(values.megabytes) * 1e6)
  : { models: Number(values.models), tests: Number(values.tests) };

/** Models, two tests each, and sources in such numbers that the document is about so long. */
function fitting(bytes) {
  const sizeOf = (value) => JSON.stringify(value).length;
  const perModel =
    sizeOf(modelNode(5000, 10000, columns)) +
    2 * sizeOf(testNode(5000, 10000, columns)) +
    sizeOf(sourceNode(5, columns)) / 10 +
    500;
  const fit = Math.max(1, Math.floor((bytes - macros * sizeOf(macro(0))) / perModel));
  return { models: fit, tests: 2 * fit };
}

async function write(text) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function section(name, entries) {
  await write(`,\n"${name}": {`);
  let separator = '\n';
  for (const [key, value] of entries) {
    await write(`${separator}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    separator = ',\n';
  }
  await write('\n}');
}

function* numbered(count, entry) {
  for (let index = 0; index < count; index += 1) yield entry(index);
}

function* nodes() {
  yield* numbered(models, (model) => [modelId(model, models), modelNode(model, models, columns)]);
  yield* numbered(tests, (test) => [testId(test, models, columns), testNode(test, models, columns)]);
}

function* parentMap() {
  yield* numbered(models, (model) => [modelId(model, models), parentsOf(model, models)]);
  yield* numbered(tests, (test) => [testId(test, models, columns), testParents(test, models, columns)]);
  yield* numbered(sourceCount(models), (source) => [sourceId(source), []]);
}

const METADATA = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
  dbt_version: '1.11.11',
  generated_at: '2026-11-01T00:00:00Z',
  invocation_id: '00000000-0000-4000-8000-000000000000',
  env: {},
  project_name: 'bazaar',
  adapter_type: 'postgres',
  quoting: { database: true, schema: true, identifier: true, column: null },
};

process.stdout.on('error', () => process.exit(0));
await write(`{"metadata": ${JSON.stringify(METADATA)}`);
await section('nodes', nodes());
await section(
  'sources',
  numbered(sourceCount(models), (source) => [sourceId(source), sourceNode(source, columns)]),
);
await section(
  'macros',
  numbered(macros, (number) => [`macro.dbt.macro_${number}`, macro(number)]),
);
for (const empty of ['docs', 'exposures', 'metrics', 'groups', 'selectors', 'disabled']) await section(empty, []);
await section('parent_map', parentMap());
await section(
  'child_map',
  numbered(models, (model) => [modelId(model, models), []]),
);
await write('\n}\n');
