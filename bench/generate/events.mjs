// @ts-check
// A stream of OpenLineage events as Spark sends them: START and COMPLETE of runs of some 2,000 jobs, each with one to
// four inputs, one output, schema and column lineage.
import { createHash } from 'node:crypto';

const JOBS = 2_000;
const PRODUCER = 'https://github.com/OpenLineage/OpenLineage/tree/1.52.0/integration/spark';
const NAMESPACE = 'postgres://warehouse.internal:5432';
const COLUMNS = ['id', 'customer_id', 'created_at', 'status', 'total', 'currency'];

/** @param {object} rest */
const facet = (rest) => ({
  _producer: PRODUCER,
  _schemaURL: 'https://openlineage.io/spec/facets/1-2-0/F.json',
  ...rest,
});

/** @param {number} number */
const table = (number) => ({ namespace: NAMESPACE, name: `analytics.mart.table_${number}` });

/** @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param {number} number */
const inputsOf = (number) =>
  Array.from({ length: 1 + (number % 4) }, (_, index) => JOBS + ((number * 7 + index) % JOBS));

const schema = facet({ fields: COLUMNS.map((name) => ({ name, type: 'varchar(100)' })) });

/**
 * @param {number} run
 * @param {'START' | 'COMPLETE'} type
 * @param {string} seed
 */
function eventOf(run, type, seed) {
  const job = run % JOBS;
  const sources = inputsOf(job);
  const [first = 0] = sources;
  const fields = Object.fromEntries(
    COLUMNS.map((name) => [
      name,
      { inputFields: [{ ...table(first), field: name, transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }] }] },
    ]),
  );
  return {
    eventType: type,
    eventTime: new Date(Date.UTC(2026, 0, 1) + run * 60_000 + (type === 'START' ? 0 : 30_000)).toISOString(),
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: uuidOf(`${seed} ${run}`), facets: { processing_engine: facet({ version: '3.5.1', name: 'spark' }) } },
    job: {
      namespace: 'spark',
      name: `nightly.job_${job}`,
      facets: { jobType: facet({ processingType: 'BATCH', integration: 'SPARK', jobType: 'SQL_JOB' }) },
    },
    inputs: sources.map((number) => ({ ...table(number), facets: { schema } })),
    outputs: [
      {
        ...table(job),
        facets: { schema, columnLineage: facet({ fields }) },
        ...(type === 'START' ? {} : { outputFacets: { outputStatistics: facet({ rowCount: run, size: run * 100 }) } }),
      },
    ],
  };
}

/**
 * As texts, in the order in which they happen; the same for the same seed.
 *
 * @param {number} count
 * @param {string} seed
 */
export function stream(count, seed) {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify(eventOf(Math.floor(index / 2), index % 2 === 0 ? 'START' : 'COMPLETE', seed)),
  );
}
