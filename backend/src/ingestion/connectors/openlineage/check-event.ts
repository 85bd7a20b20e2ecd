import { parseEventTime } from './event-time';

/** Longest namespace and name the catalog takes, in UTF-16 units. */
const LONGEST = { namespace: 1_024, name: 4_096 } as const;
const LONGEST_RUN_ID = 1_024;
// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

type Json = Readonly<Record<string, unknown>>;

/** Why an event cannot be taken in: `field` is its path in the event. */
export interface EventProblem {
  readonly field: string;
  readonly rule: string;
}

/** A JSON object, neither a list nor null. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the least of OpenLineage's schema asks for: time, producer, and names for whatever the event speaks of. Null when
 * it is all there.
 *
 * Facets are not looked at: an odd one is left out later, with a note, and never costs the event.
 */
export function problemOf(event: unknown): EventProblem | null {
  if (!isObject(event)) return { field: '(event)', rule: 'must be a JSON object' };
  return (
    timeProblem(event) ??
    textProblem(event, 'producer', 'producer', LONGEST.name) ??
    subjectProblem(event) ??
    datasetsProblem(event, 'inputs') ??
    datasetsProblem(event, 'outputs')
  );
}

/** For people: `run.runId: is missing`. */
export const describeProblem = ({ field, rule }: EventProblem): string => `${field}: ${rule}`;

function timeProblem({ eventTime }: Json): EventProblem | null {
  const field = 'eventTime';
  if (eventTime === undefined || eventTime === null) return { field, rule: 'is missing' };
  if (typeof eventTime !== 'string') return { field, rule: 'must be a text' };
  return parseEventTime(eventTime) === null
    ? { field, rule: 'is not an ISO 8601 date-time of the years 1 to 9999' }
    : null;
}

function textProblem(from: Json, key: string, field: string, longest: number): EventProblem | null {
  const value = from[key];
  if (value === undefined || value === null) return { field, rule: 'is missing' };
  if (typeof value !== 'string') return { field, rule: 'must be a text' };
  if (value.trim() === '') return { field, rule: 'must not be empty' };
  if (value.length <= longest) return null;
  return { field, rule: `has ${value.length.toString()} characters, at most ${longest.toString()} are allowed` };
}

/** A run with its job, a job alone, or a dataset: told apart by what is there, whatever `schemaURL` says. */
function subjectProblem(event: Json): EventProblem | null {
  if (isSaid(event['run'])) return runProblem(event['run']) ?? namedProblem(event['job'], 'job', false);
  if (isSaid(event['job'])) return namedProblem(event['job'], 'job', false);
  if (isSaid(event['dataset'])) return namedProblem(event['dataset'], 'dataset', true);
  return { field: 'run, job, dataset', rule: 'one of them must be there' };
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

function runProblem(run: unknown): EventProblem | null {
  if (!isObject(run)) return { field: 'run', rule: 'must be an object' };
  return textProblem(run, 'runId', 'run.runId', LONGEST_RUN_ID);
}

function namedProblem(value: unknown, field: string, isDataset: boolean): EventProblem | null {
  if (!isSaid(value)) return { field, rule: 'is missing' };
  if (!isObject(value)) return { field, rule: 'must be an object' };
  for (const key of ['namespace', 'name'] as const) {
    const problem = textProblem(value, key, `${field}.${key}`, LONGEST[key]);
    if (problem !== null) return problem;
    if ((isDataset || key === 'namespace') && CONTROL_CHARACTER.test(String(value[key]).trim())) {
      return { field: `${field}.${key}`, rule: 'has a control character' };
    }
  }
  return null;
}

function datasetsProblem(event: Json, field: 'inputs' | 'outputs'): EventProblem | null {
  const value = event[field];
  if (!isSaid(value)) return null;
  if (!Array.isArray(value)) return { field, rule: 'must be a list' };
  for (const [index, dataset] of value.entries()) {
    const problem = namedProblem(dataset, `${field}[${index.toString()}]`, true);
    if (problem !== null) return problem;
  }
  return null;
}
