import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder, type Truth } from './corpus';

type Json = Record<string, unknown>;

/** [namespace, name], as the file spells it. */
export type Pair = readonly [string, string];

/** A column: its dataset and its name. */
export type Field = readonly [Pair, string];

/** What verify.py counts in a file, as sets of the file's own spellings. */
export interface Counted {
  readonly runs: Set<string>;
  readonly jobs: Set<string>;
  readonly datasets: Set<string>;
  readonly edges: Set<string>;
  readonly columnEdges: Set<string>;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As `is_ol` of verify.py: what counts as an event. */
function isEvent(value: unknown): value is Json {
  if (!isObject(value)) return false;
  if (!('eventTime' in value) && !('eventType' in value))
    return /#\/(\$defs|definitions)\/\w+Event/.test(text(value['schemaURL']));
  return isObject(value['run']) || isObject(value['job']) || isObject(value['dataset']);
}

/** The events of a file: an event, a list, or one per line. */
export function eventsOf(truth: Truth): Json[] {
  const text = readFileSync(join(corpusFolder ?? '', truth.path), 'utf8');
  const parse = (): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown);
    }
  };
  const document = parse();
  return (Array.isArray(document) ? document : [document]).filter(isEvent);
}

const text = (value: unknown): string => {
  if (value === undefined || value === null) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
const pairOf = (value: Json): Pair => [text(value['namespace']), text(value['name'])];
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const key = (...parts: unknown[]): string => JSON.stringify(parts);

/** As `OL.add` of verify.py; `isOurs`: less what the catalog takes for no dataset. */
export function count(events: readonly Json[], isOurs = false): Counted {
  const counted: Counted = {
    runs: new Set(),
    jobs: new Set(),
    datasets: new Set(),
    edges: new Set(),
    columnEdges: new Set(),
  };
  for (const event of events) countOne(event, counted, isOurs);
  return counted;
}

function countOne(event: Json, counted: Counted, isOurs: boolean): void {
  const runIds = objects([event['run']]).map((run) => run['runId'] ?? '');
  for (const runId of runIds) if (runId !== '') counted.runs.add(text(runId));
  for (const job of objects([event['job']])) counted.jobs.add(key(pairOf(job)));
  const inputs = objects(event['inputs']);
  const outputs = objects(event['outputs']).filter((one) => !isOurs || !isAudit(event, one));
  for (const one of [...inputs, ...outputs, ...objects([event['dataset']])]) {
    counted.datasets.add(key(pairOf(one)));
    for (const edge of columnEdgesOf(one)) counted.columnEdges.add(edge);
  }
  for (const from of inputs) for (const to of outputs) counted.edges.add(key(pairOf(from), pairOf(to)));
}

/** dbt names a relation for the failures of each test, whether it writes it or not: no dataset, as the catalog has it. */
function isAudit(event: Json, { name }: Json): boolean {
  const type = isObject(event['job']) && isObject(event['job']['facets']) ? event['job']['facets']['jobType'] : null;
  return isObject(type) && type['jobType'] === 'TEST' && text(name).includes('_dbt_test__audit.');
}

function columnEdgesOf(dataset: Json): string[] {
  const facets = isObject(dataset['facets']) ? dataset['facets'] : {};
  const lineage = isObject(facets['columnLineage']) ? facets['columnLineage'] : {};
  const fields = isObject(lineage['fields']) ? lineage['fields'] : {};
  return Object.entries(fields).flatMap(([column, said]) =>
    objects(isObject(said) ? said['inputFields'] : []).map((input) =>
      key([pairOf(input), text(input['field'])], [pairOf(dataset), column]),
    ),
  );
}

const isBlank = (value: unknown): boolean =>
  typeof value !== 'string' || value.trim() === '' || /\$\{|\{\{/.test(value);

/**
 * Fills in what a template leaves open, so that the least that must be there is there: times in the order of the file,
 * one run per job. What is spelt out stays as it is.
 */
export function filled(events: readonly Json[]): Json[] {
  const runs = new Map<string, string>();
  return events.map((event, index) => {
    const [job] = named([event['job']].filter(isObject));
    return {
      ...event,
      ...(isBlank(event['eventTime']) ? { eventTime: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString() } : {}),
      ...(isBlank(event['producer']) ? { producer: 'https://example.org/producer' } : {}),
      ...(job === undefined ? {} : { job }),
      ...(isObject(event['run']) ? { run: withId(event['run'], key(job?.['namespace'], job?.['name']), runs) } : {}),
      inputs: named(event['inputs']).map(withNames),
      outputs: named(event['outputs']).map(withNames),
    };
  });
}

const named = (value: unknown): Json[] =>
  objects(value).map((one) => ({ ...one, namespace: pairOf(one)[0], name: pairOf(one)[1] }));

function withId(run: Json, job: string, runs: Map<string, string>): Json {
  const known = runs.get(job) ?? `00000000-0000-7000-8000-${String(runs.size + 1).padStart(12, '0')}`;
  runs.set(job, known);
  return isBlank(run['runId']) ? { ...run, runId: known } : run;
}

/** Columns of a template may come from datasets without a namespace. */
function withNames(dataset: Json): Json {
  const facets = isObject(dataset['facets']) ? dataset['facets'] : {};
  const lineage = facets['columnLineage'];
  if (!isObject(lineage) || !isObject(lineage['fields'])) return dataset;
  const fields = Object.entries(lineage['fields']).map(([column, said]): [string, unknown] => {
    if (!isObject(said)) return [column, said];
    const inputFields = objects(said['inputFields']).map((one) => ({
      ...one,
      namespace: pairOf(one)[0],
      name: pairOf(one)[1],
    }));
    return [column, { ...said, inputFields }];
  });
  return { ...dataset, facets: { ...facets, columnLineage: { ...lineage, fields: Object.fromEntries(fields) } } };
}
