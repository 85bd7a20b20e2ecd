import { hash } from 'node:crypto';
import type { Asset, Column } from '../../catalog';
import type { Job, Run, RunDataset } from '../run';
import type { MarquezDataset, MarquezJob, MarquezName, MarquezRun, MarquezUse } from './shapes';

type Facets = Readonly<Record<string, unknown>>;

const STREAMS: ReadonlySet<string> = new Set(['TOPIC', 'STREAM']);

/** Marquez numbers versions by UUID; the same version has the same one. */
export function versionOf(...parts: readonly (string | number)[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'hex');
  const [a, b, c, d] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16), digest.slice(17, 20)];
  return `${a}-${b}-8${c}-8${d}-${digest.slice(20, 32)}`;
}

const textOf = (facet: unknown, field: string): string | null => {
  const value = typeof facet === 'object' && facet !== null ? (facet as Facets)[field] : undefined;
  return typeof value === 'string' ? value : null;
};

/** A dataset with its columns, in their order. */
export function datasetOf(asset: Asset, columns: readonly Column[], facets: Facets): MarquezDataset {
  const { namespace, name } = asset;
  return {
    id: { namespace, name },
    type: STREAMS.has(asset.type) ? 'STREAM' : 'DB_TABLE',
    name,
    physicalName: name,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    namespace,
    sourceName: textOf(facets['dataSource'], 'name') ?? namespace,
    fields: columns.map((column) => ({
      name: column.name,
      type: column.type,
      tags: column.tags,
      description: column.description,
    })),
    tags: asset.tags,
    lastModifiedAt: asset.updatedAt,
    lastLifecycleState: textOf(facets['lifecycleStateChange'], 'lifecycleStateChange'),
    description: asset.description,
    currentVersion: versionOf('dataset', asset.id, asset.updatedAt.getTime()),
    facets,
    deleted: asset.status === 'RETIRED',
  };
}

/** What is known of a job beside itself. */
export interface JobParts {
  readonly parent: Job | null;
  readonly inputs: readonly MarquezName[];
  readonly outputs: readonly MarquezName[];
  readonly versionId: string | null;
  /** Latest first. */
  readonly runs: readonly MarquezRun[];
  readonly facets: Facets;
}

/** A job with what is known of it. */
export function jobOf(job: Job, { parent, inputs, outputs, versionId, runs, facets }: JobParts): MarquezJob {
  const { namespace, name } = job;
  const [latestRun = null] = runs;
  return {
    id: { namespace, name },
    type: typeOf(job),
    name,
    simpleName: simpleName(name, parent),
    parentJobName: parent?.name ?? null,
    createdAt: job.createdAt,
    updatedAt: latestRun?.updatedAt ?? job.createdAt,
    namespace,
    inputs,
    outputs,
    location: textOf(facets['sourceCodeLocation'], 'url'),
    description: textOf(facets['documentation'], 'description'),
    latestRun,
    latestRuns: runs,
    currentVersion: versionId && versionOf('job', versionId),
    tags: [],
    facets,
  };
}

const typeOf = ({ processingType }: Job): string =>
  processingType === 'STREAMING' ? 'STREAM' : (processingType ?? 'BATCH');

/** `load` of `daily.load`, when it is part of `daily`. */
function simpleName(name: string, parent: Job | null): string {
  const prefix = `${parent?.name ?? ''}.`;
  return parent !== null && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

const STATES: Readonly<Record<Run['state'], MarquezRun['state']>> = {
  UNKNOWN: 'NEW',
  NEW: 'NEW',
  RUNNING: 'RUNNING',
  STALE: 'RUNNING',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  ABORTED: 'ABORTED',
};

/** `facets` of the run; `used`: what it read and wrote. */
export function runOf(run: Run, job: Job | null, used: readonly RunDataset[], facets: Facets): MarquezRun {
  const uses = (direction: RunDataset['direction']): MarquezUse[] =>
    used
      .filter((one) => one.direction === direction)
      .map(({ namespace, name, version }) => ({
        datasetVersionId: { namespace, name, version: versionOf('dataset', namespace, name, version ?? run.id) },
        facets: {},
      }));
  return {
    id: run.id,
    createdAt: run.startedAt ?? run.lastEventAt,
    updatedAt: run.lastEventAt,
    nominalStartTime: run.nominalStart,
    nominalEndTime: run.nominalEnd,
    state: STATES[run.state],
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    durationMs: run.durationMs,
    args: {},
    jobVersion: job && { namespace: job.namespace, name: job.name, version: versionOf('run', run.id) },
    inputDatasetVersions: uses('INPUT'),
    outputDatasetVersions: uses('OUTPUT'),
    facets,
  };
}
