import type { PipelineEvent, SaidRun } from '../../shared/pipeline-event';
import { earliest, joined, latest, type Register, type Registers } from './register';

export const RUN_STATES = ['UNKNOWN', 'NEW', 'RUNNING', 'COMPLETED', 'FAILED', 'ABORTED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/**
 * All that the events of a run say together, as registers: the same for every order in which they arrive.
 *
 * `job` and so on are keys of their tables: ids are the store's business.
 */
export interface RunFold {
  /** Earliest and latest event. */
  readonly first?: Register<null>;
  readonly last?: Register<null>;
  readonly started?: Register<null>;
  /** Earliest COMPLETE or FAIL, and earliest ABORT: an abort gives way to a real end. */
  readonly ended?: Register<string>;
  readonly aborted?: Register<string>;
  /** Distinct event types, in order of name. */
  readonly types?: readonly string[];
  readonly job?: Register<string>;
  /** What other runs say its job is; counts only while it says nothing itself. */
  readonly jobSaid?: Register<string>;
  readonly producer?: Register<string>;
  /** UUIDs. */
  readonly parent?: Register<string>;
  readonly root?: Register<string>;
  /** Latest event that names inputs or outputs. */
  readonly io?: Register<null>;
  readonly rawId?: Register<string>;
  /** Digest of the `lineage` facet of the job, as the events of this run carry it. */
  readonly lineage?: Register<string>;
}

const ENDS: ReadonlySet<string> = new Set(['COMPLETE', 'FAIL']);
const END_STATES: Readonly<Record<string, RunState>> = { COMPLETE: 'COMPLETED', FAIL: 'FAILED', ABORT: 'ABORTED' };

/** The fold with one more event of the run. `job`: key of the event's job. */
export function foldRun(fold: RunFold, event: PipelineEvent, job: string | null): RunFold {
  const { at, hash, type } = event;
  const mark: Register<null> = [at, hash, null];
  const result: Draft = {
    ...fold,
    first: earliest(fold.first, mark),
    last: latest(fold.last, mark),
    producer: latest(fold.producer, [at, hash, event.producer]),
  };
  if (job !== null) result.job = latest(fold.job, [at, hash, job]);
  if (event.inputs.length + event.outputs.length > 0) result.io = latest(fold.io, mark);
  if (type !== null) foldType(result, type, [at, hash, type]);
  if (event.run !== null) foldIdentity(result, event.run, at, hash);
  return result;
}

type Draft = { -readonly [Key in keyof RunFold]: RunFold[Key] };

function foldIdentity(result: Draft, { id, rawId, parent, root }: SaidRun, at: number, hash: string): void {
  if (parent !== null && parent.runId !== id) result.parent = latest(result.parent, [at, hash, parent.runId]);
  if (root !== null && root.runId !== id) result.root = latest(result.root, [at, hash, root.runId]);
  if (rawId.toLowerCase() !== id) result.rawId = latest(result.rawId, [at, hash, rawId]);
}

function foldType(result: Draft, type: string, mark: Register<string>): void {
  if (type === 'START') result.started = earliest(result.started, [mark[0], mark[1], null]);
  if (ENDS.has(type)) result.ended = earliest(result.ended, mark);
  if (type === 'ABORT') result.aborted = earliest(result.aborted, mark);
  if (!(result.types ?? []).includes(type)) result.types = [...(result.types ?? []), type].sort();
}

/** State of a run; UNKNOWN: only others speak of it. */
export function stateOf(fold: RunFold): RunState {
  const end = endOf(fold);
  if (end !== null) return END_STATES[end[2]] ?? 'COMPLETED';
  if (fold.types?.some((type) => type === 'START' || type === 'RUNNING')) return 'RUNNING';
  return fold.first === undefined ? 'UNKNOWN' : 'NEW';
}

/** The event that ended the run; what comes later adds words but never reopens it. */
export function endOf({ ended, aborted }: RunFold): Register<string> | null {
  return ended ?? aborted ?? null;
}

/** Microseconds; the first event when none says START. Null without events. */
export const startOf = ({ started, first }: RunFold): number | null => (started ?? first)?.[0] ?? null;

/** What a run did with one dataset, over all its events; facets by the digest of their content. */
export interface RunDatasetFold {
  readonly last: Register<null>;
  readonly facets: Registers<string>;
}

/** Joins what two events say of the same dataset. */
export function foldRunDataset(known: RunDatasetFold | undefined, said: RunDatasetFold): RunDatasetFold {
  if (known === undefined) return said;
  return { last: latest(known.last, said.last), facets: joined(known.facets, said.facets) };
}
