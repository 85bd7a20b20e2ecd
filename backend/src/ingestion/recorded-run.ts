import { invalid } from '../shared/errors';
import { isUuid } from '../shared/uuid';
import { runIdOf } from './connectors/openlineage';

export const RECORDED_STATUSES = ['RUNNING', 'COMPLETED', 'FAILED', 'ABORTED'] as const;
export type RecordedStatus = (typeof RECORDED_STATUSES)[number];
export const STEP_KINDS = ['EXTRACT', 'TRANSFORM', 'LOAD'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** When something ran and how it went; null is as good as absent. */
export interface RecordedOutcome {
  readonly status: RecordedStatus;
  readonly startedAt?: Date | null;
  readonly endedAt?: Date | null;
  readonly error?: string | null;
  readonly errorStack?: string | null;
}

export interface RecordedDataset {
  readonly namespace: string;
  readonly name: string;
  readonly rowCount?: number | null;
  readonly byteCount?: number | null;
}

export interface RecordedStep extends RecordedOutcome {
  readonly kind: StepKind;
}

/** A run of a pipeline that does not speak OpenLineage, as its own code reports it. */
export interface RecordPipelineRunInput extends RecordedOutcome {
  readonly namespace: string;
  readonly name: string;
  /** UUID; the same again adds to the run. */
  readonly runId?: string | null;
  readonly recordsProcessed?: number | null;
  /** `{ name: number }` */
  readonly metrics?: unknown;
  readonly inputs?: readonly RecordedDataset[] | null;
  readonly outputs?: readonly RecordedDataset[] | null;
  readonly steps?: readonly RecordedStep[] | null;
}

type Json = Readonly<Record<string, unknown>>;

const PRODUCER = 'urn:tributary:recordPipelineRun';
const MOST_DATASETS = 1_000;
const MOST_METRICS = 100;
const END_TYPES: Readonly<Record<RecordedStatus, string>> = {
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETE',
  FAILED: 'FAIL',
  ABORTED: 'ABORT',
};

const facet = (rest: Json): Json => ({ _producer: PRODUCER, _schemaURL: `${PRODUCER}#facet`, ...rest });

/**
 * The OpenLineage events that say the same: one for the start if that is known, one for how it stands.
 *
 * @throws DomainError INVALID naming the field and the rule
 */
export function eventsOfRecorded(input: RecordPipelineRunInput, runId: string, now: Date): readonly Json[] {
  checkRecorded(input);
  const job = { namespace: input.namespace, name: input.name };
  const steps = input.steps ?? [];
  const metrics = { ...stepMetrics(steps), ...metricsOf(input) };
  const events = eventsOf(job, 'PIPELINE', runId, input, now, {
    runFacets: Object.keys(metrics).length === 0 ? {} : { tributary_metrics: facet({ metrics }) },
    inputs: (input.inputs ?? []).map((one) => datasetOf(one, 'input')),
    outputs: (input.outputs ?? []).map((one) => datasetOf(one, 'output')),
  });
  return [...events, ...steps.flatMap((step, index) => eventsOfStep(job, runId, step, steps[index - 1], now))];
}

function checkRecorded(input: RecordPipelineRunInput): void {
  const { runId } = input;
  if (runId && !isUuid(runId)) throw invalid(`runId: \`${runId.slice(0, 80)}\` is no UUID`);
  checkOutcome('', input);
  checkDatasets('inputs', input.inputs ?? []);
  checkDatasets('outputs', input.outputs ?? []);
  const steps = input.steps ?? [];
  if (new Set(steps.map(({ kind }) => kind)).size < steps.length) throw invalid('steps: each kind may be there once');
  for (const step of steps) checkOutcome(`steps.${step.kind}.`, step);
}

function checkDatasets(field: string, datasets: readonly RecordedDataset[]): void {
  if (datasets.length > MOST_DATASETS) throw invalid(`${field}: at most ${MOST_DATASETS.toString()} are allowed`);
  datasets.forEach((one, index) => checkCounts(`${field}[${index.toString()}]`, one));
}

function checkOutcome(where: string, { startedAt, endedAt, status }: RecordedOutcome): void {
  if (startedAt && endedAt && endedAt < startedAt) throw invalid(`${where}endedAt: is before startedAt`);
  if (endedAt && status === 'RUNNING') throw invalid(`${where}endedAt: a run that is RUNNING has not ended`);
}

function checkCounts(where: string, { rowCount, byteCount }: RecordedDataset): void {
  for (const [field, count] of Object.entries({ rowCount, byteCount })) {
    if (count !== undefined && count !== null && !(Number.isSafeInteger(count) && count >= 0))
      throw invalid(`${where}.${field}: must be a whole number, 0 or more`);
  }
}

/** @throws DomainError INVALID for anything but an object of numbers */
function metricsOf({ metrics, recordsProcessed }: RecordPipelineRunInput): Json {
  const processed = typeof recordsProcessed === 'number' ? { records_processed: recordsProcessed } : {};
  return { ...processed, ...numbersIn(metrics ?? {}) };
}

function numbersIn(metrics: unknown): Json {
  if (typeof metrics !== 'object' || metrics === null || Array.isArray(metrics))
    throw invalid('metrics: must be an object of numbers');
  const said = Object.entries(metrics) as [string, unknown][];
  if (said.length > MOST_METRICS) throw invalid(`metrics: at most ${MOST_METRICS.toString()} are allowed`);
  for (const [name, value] of said) {
    if (typeof value !== 'number') throw invalid(`metrics.${name.slice(0, 80)}: must be a number`);
  }
  return Object.fromEntries(said);
}

/** `extract_duration` in seconds and `extract_failures`, and so for each step. */
function stepMetrics(steps: readonly RecordedStep[]): Json {
  const entries = steps.flatMap(({ kind, startedAt, endedAt, status }) => {
    const name = kind.toLowerCase();
    const failures = [`${name}_failures`, Number(status === 'FAILED')] as const;
    if (!startedAt || !endedAt) return [failures];
    return [[`${name}_duration`, (endedAt.getTime() - startedAt.getTime()) / 1_000] as const, failures];
  });
  return Object.fromEntries(entries);
}

function datasetOf({ namespace, name, rowCount, byteCount }: RecordedDataset, side: 'input' | 'output'): Json {
  const counts = {
    ...(rowCount === undefined || rowCount === null ? {} : { rowCount }),
    ...(byteCount === undefined || byteCount === null ? {} : { size: byteCount }),
  };
  if (Object.keys(counts).length === 0) return { namespace, name };
  return { namespace, name, [`${side}Facets`]: { [`${side}Statistics`]: facet(counts) } };
}

interface Said {
  readonly runFacets: Json;
  readonly inputs: readonly Json[];
  readonly outputs: readonly Json[];
}

interface JobName {
  readonly namespace: string;
  readonly name: string;
}

function eventsOf(
  job: JobName,
  jobType: string,
  runId: string,
  outcome: RecordedOutcome,
  now: Date,
  said: Said,
): Json[] {
  const { status, startedAt, endedAt, error, errorStack } = outcome;
  const failure = error
    ? {
        errorMessage: facet({
          message: error,
          programmingLanguage: 'unknown',
          ...(errorStack ? { stackTrace: errorStack } : {}),
        }),
      }
    : {};
  const event = (eventType: string, at: Date, rest: Json): Json => ({
    eventType,
    eventTime: at.toISOString(),
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    job: { ...job, facets: { jobType: facet({ processingType: 'BATCH', integration: 'API', jobType }) } },
    ...rest,
  });
  const { runFacets, inputs, outputs } = said;
  const { parent, ...words } = runFacets;
  const run = (facets: Json): Json => ({
    run: { runId, facets: parent === undefined ? facets : { parent, ...facets } },
  });
  const whole = { ...run({ ...words, ...failure }), inputs, outputs };
  if (status === 'RUNNING') return [event('START', startedAt ?? now, whole)];
  const started = startedAt ? [event('START', startedAt, run({}))] : [];
  return [...started, event(END_TYPES[status], endedAt ?? now, whole)];
}

/** A step is a job of its own, part of the pipeline's, that waits for the step before it. */
function eventsOfStep(
  pipeline: JobName,
  runId: string,
  step: RecordedStep,
  before: RecordedStep | undefined,
  now: Date,
): Json[] {
  const named = (kind: StepKind): JobName => ({ ...pipeline, name: `${pipeline.name}.${kind.toLowerCase()}` });
  const parent = facet({ run: { runId }, job: pipeline });
  const upstream = before === undefined ? [] : [{ job: named(before.kind), dependency_type: 'DIRECT_INVOCATION' }];
  return eventsOf(named(step.kind), step.kind, runIdOf(`${runId}/${step.kind}`), step, now, {
    runFacets: { parent, jobDependencies: facet({ upstream, downstream: [] }) },
    inputs: [],
    outputs: [],
  });
}
