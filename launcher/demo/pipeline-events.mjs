// @ts-check

/** @typedef {import('./pipelines.mjs').JobSketch} JobSketch */
/** @typedef {import('./pipelines.mjs').RunSketch} RunSketch */

const PRODUCER = 'https://nightjar.example/demo';
const SCHEMA_URL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';

/**
 * One event of a run, as its producer would send it.
 *
 * @param {RunSketch} run
 * @param {'START' | 'COMPLETE' | 'FAIL' | 'ABORT'} type
 * @param {number} at milliseconds since 1970
 * @param {number} share of the usual rows, 0 to 1
 */
export function runEvent(run, type, at, share) {
  const { job } = run;
  const rows = Math.round((job.rows ?? 0) * (0.9 + 0.2 * share));
  const isDone = type === 'COMPLETE' && rows > 0;
  const statistics = { outputStatistics: facet({ rowCount: rows, size: rows * 74 }) };
  return {
    eventType: type,
    eventTime: moment(at),
    producer: PRODUCER,
    schemaURL: SCHEMA_URL,
    run: { runId: run.id, facets: runFacets(run, type) },
    job: { ...nameOf(job), facets: jobFacets(job) },
    inputs: (job.from ?? []).map(([namespace, name]) => ({ namespace, name })),
    outputs: (job.to ?? []).map(([namespace, name]) => ({
      namespace,
      name,
      ...(isDone && { outputFacets: statistics }),
    })),
  };
}

/**
 * @param {RunSketch} run
 * @param {string} type
 */
function runFacets(run, type) {
  const { job, parent, root, incident } = run;
  return {
    nominalTime: facet({ nominalStartTime: moment(run.nominal) }),
    ...engineFacet(job),
    ...(parent && { parent: facet({ ...link(parent), root: link(root) }) }),
    ...(job.integration === 'AIRFLOW' && { airflow: facet({ taskInstance: { try_number: run.attempt } }) }),
    ...dependencyFacet(run),
    ...(type === 'FAIL' && incident?.error !== undefined && { errorMessage: errorOf(incident) }),
  };
}

/** @param {JobSketch} job */
function engineFacet({ engine = '' }) {
  const [, name, version] = /^(.*) (\S+)$/.exec(engine) ?? [];
  return name === undefined ? {} : { processing_engine: facet({ name, version }) };
}

/** @param {RunSketch} run */
function dependencyFacet({ job, siblings }) {
  const named = (/** @type {string} */ name) => ({ job: { namespace: job.namespace, name } });
  const upstream = (job.after ?? []).map(named);
  const downstream = siblings.filter(({ after }) => after?.includes(job.name)).map(({ name }) => named(name));
  return upstream.length + downstream.length === 0 ? {} : { jobDependencies: facet({ upstream, downstream }) };
}

/** @param {import('./pipelines.mjs').Incident} incident */
const errorOf = ({ error, stack }) =>
  facet({ message: error, programmingLanguage: 'PYTHON', ...(stack !== undefined && { stackTrace: stack }) });

/** @param {RunSketch} run */
const link = ({ id, job }) => ({ run: { runId: id }, job: nameOf(job) });

/** @param {JobSketch} job */
const nameOf = ({ namespace, name }) => ({ namespace, name });

/** @param {JobSketch} job */
function jobFacets({ processingType = 'BATCH', integration, jobType, owner, description, location, sql }) {
  return {
    jobType: facet({ processingType, integration, jobType }),
    ...(owner && { ownership: facet({ owners: [{ name: owner, type: 'MAINTAINER' }] }) }),
    ...(description && { documentation: facet({ description }) }),
    ...(location && { sourceCodeLocation: facet({ type: 'git', url: location }) }),
    ...(sql && { sql: facet({ query: sql, dialect: 'postgres' }) }),
  };
}

/** @param {number} at milliseconds since 1970 */
const moment = (at) => new Date(at).toISOString();

/** @param {object} rest */
const facet = (rest) => ({ _producer: PRODUCER, _schemaURL: 'https://openlineage.io/spec/facets', ...rest });
