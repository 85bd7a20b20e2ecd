import { hash } from 'node:crypto';
import { parseStorable } from '../../../shared/json-stream';
import type {
  EventNote,
  Facet,
  Facets,
  PipelineEvent,
  SaidDataset,
  SaidJob,
  SaidParent,
  SaidRun,
} from '../../../shared/pipeline-event';
import { describeProblem, isObject, problemOf } from './check-event';
import { ownTemporaries } from './own-temporaries';
import { controlFlowOf } from './control-flow';
import { parseEventTime } from './event-time';
import { notesOn } from './facet-notes';
import { withoutAudits } from './test-outputs';
import { withoutSecrets } from './redact';
import { textIn } from './said';

type Json = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The database's own limit is far deeper; nobody reads a facet that is this deep. */
const DEEPEST = 200;
const LONGEST_TYPE = 40;

/** An event that cannot be understood; `message` names the field and the rule. */
export class UnreadableEvent extends Error {}

/** `redacted`: what to keep of the event in place of its bytes, when those hold secrets; else null. */
export interface ReadEvent {
  readonly event: PipelineEvent;
  readonly redacted: string | null;
}

/**
 * Understands one event. Odd facets are left out with a note; the rest stands.
 *
 * @throws UnreadableEvent
 */
export function readEvent(bytes: Buffer): ReadEvent {
  const { said, text } = parse(bytes);
  const problem = problemOf(said);
  if (problem !== null) throw new UnreadableEvent(describeProblem(problem));
  const value = withoutSecrets(said as Json, text);
  // Of what was sent: a secret that differs makes another event.
  const digest = hash('sha256', text, 'hex').slice(0, 32);
  return { event: ownTemporaries(eventOf(value, digest)), redacted: value === said ? null : JSON.stringify(value) };
}

function parse(bytes: Buffer): { readonly said: unknown; readonly text: string } {
  try {
    const said = parseStorable(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return { said, text: JSON.stringify(said) };
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableEvent('(event): is nested too deeply');
    throw new UnreadableEvent('(event): is not JSON');
  }
}

function eventOf(said: Json, digest: string): PipelineEvent {
  const notes: EventNote[] = [];
  const run = isObject(said['run']) ? runOf(said['run'], notes) : null;
  const job = isObject(said['job']) ? jobOf(said['job'], notes) : null;
  const dataset = isNamed(said['dataset']) ? datasetOf(said['dataset'], 'dataset', notes) : null;
  return {
    hash: digest,
    at: parseEventTime(String(said['eventTime'])) ?? 0,
    kind: kindOf(run, job),
    type: typeOf(said),
    producer: String(said['producer']).trim(),
    run,
    job,
    inputs: datasetsOf(said, 'inputs', notes),
    outputs: withoutAudits(job, datasetsOf(said, 'outputs', notes), notes),
    dataset,
    control: controlOf(run, job),
    notes,
  };
}

const typeOf = ({ eventType }: Json): string | null => textIn(eventType)?.toUpperCase().slice(0, LONGEST_TYPE) ?? null;

const controlOf = (run: SaidRun | null, job: SaidJob | null): PipelineEvent['control'] =>
  job === null ? null : controlFlowOf(job, run?.facets ?? {}, job.facets);

/** Beside a run or a job a dataset is against the schema, but still said. */
const isNamed = (value: unknown): value is Json =>
  isObject(value) && textIn(value['namespace']) !== null && textIn(value['name']) !== null;

function kindOf(run: SaidRun | null, job: SaidJob | null): PipelineEvent['kind'] {
  if (run !== null) return 'RUN';
  return job === null ? 'DATASET' : 'JOB';
}

function runOf(run: Json, notes: EventNote[]): SaidRun {
  const rawId = String(run['runId']).trim();
  const facets = facetsOf(run['facets'], 'run.facets', notes);
  const said = facets['parent'] ?? facets['parentRun'];
  const parent = said === undefined ? null : parentOf(said, 'run.facets.parent', notes);
  const root = said?.['root'] === undefined ? null : parentOf(said['root'], 'run.facets.parent.root', notes);
  return { id: runIdOf(rawId), rawId, facets, parent, root };
}

/** What a parent facet, or its root, points at; null and a note when it points nowhere. */
function parentOf(said: unknown, field: string, notes: EventNote[]): SaidParent | null {
  const { run, job } = isObject(said) ? said : {};
  const runId = isObject(run) ? run['runId'] : undefined;
  const { namespace, name } = isObject(job) ? job : {};
  if ([runId, namespace, name].every((text) => typeof text === 'string' && text.trim() !== '')) {
    return { runId: runIdOf(String(runId)), namespace: String(namespace).trim(), name: String(name).trim() };
  }
  notes.push({ field, reason: 'needs run.runId, job.namespace and job.name; not followed' });
  return null;
}

/** A run id that is no UUID becomes one, always the same. */
export function runIdOf(rawId: string): string {
  const lower = rawId.trim().toLowerCase();
  if (UUID.test(lower)) return lower;
  const digest = hash('sha256', `run:${rawId.trim()}`, 'hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

function jobOf(job: Json, notes: EventNote[]): SaidJob {
  return { ...namedOf(job), facets: facetsOf(job['facets'], 'job.facets', notes) };
}

const namedOf = (value: Json): { namespace: string; name: string } => ({
  namespace: String(value['namespace']).trim(),
  name: String(value['name']).trim(),
});

function datasetsOf(said: Json, field: 'inputs' | 'outputs', notes: EventNote[]): SaidDataset[] {
  const list = said[field];
  if (!Array.isArray(list)) return [];
  return list.map((one: Json, index) => datasetOf(one, `${field}[${index.toString()}]`, notes));
}

function datasetOf(said: Json, field: string, notes: EventNote[]): SaidDataset {
  const use = field.startsWith('inputs') ? 'inputFacets' : 'outputFacets';
  return {
    ...namedOf(said),
    facets: facetsOf(said['facets'], `${field}.facets`, notes),
    useFacets: facetsOf(said[use], `${field}.${use}`, notes),
  };
}

function facetsOf(said: unknown, field: string, notes: EventNote[]): Facets {
  if (said === undefined || said === null) return {};
  if (!isObject(said)) {
    notes.push({ field, reason: 'is not an object; left out' });
    return {};
  }
  const facets: [string, Facet][] = [];
  for (const [name, value] of Object.entries(said)) {
    if (value === null) continue;
    if (!isObject(value)) notes.push({ field: `${field}.${name}`, reason: 'is not an object; left out' });
    else if (isTooDeep(value, DEEPEST)) {
      notes.push({ field: `${field}.${name}`, reason: `is nested deeper than ${DEEPEST.toString()} levels; left out` });
    } else {
      notes.push(...notesOn(name, value, `${field}.${name}`));
      facets.push([name, value]);
    }
  }
  return Object.fromEntries(facets);
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const item of Object.values(value)) if (isTooDeep(item, levels - 1)) return true;
  return false;
}
