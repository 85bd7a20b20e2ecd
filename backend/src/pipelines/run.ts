import type { FacetValue } from '../catalog';
import type { RunState } from './domain/run-fold';

/** Where a run is in its life; STALE: it began long ago and nobody has heard of it since. */
export type RunStatus = RunState | 'STALE';

/** What pipelines do, as far as they say. */
export interface Job {
  readonly internalId: string;
  readonly namespace: string;
  readonly name: string;
  readonly assetId: string | null;
  readonly parentId: string | null;
  /** BATCH, STREAMING, SERVICE; null when not said. */
  readonly processingType: string | null;
  readonly integration: string | null;
  readonly jobType: string | null;
  readonly createdAt: Date;
  /** Event time; null when it was never seen to read or write anything. */
  readonly lineageSeenAt: Date | null;
}

export interface Run {
  readonly internalId: string;
  readonly id: string;
  readonly jobId: string;
  readonly parentId: string | null;
  readonly rootId: string | null;
  readonly state: RunStatus;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationMs: number | null;
  readonly nominalStart: Date | null;
  readonly nominalEnd: Date | null;
  readonly lastEventAt: Date | null;
  readonly attempt: number | null;
  readonly producer: string | null;
  readonly error: string | null;
  readonly errorStack: string | null;
  readonly rowsRead: number | null;
  readonly rowsWritten: number | null;
  readonly bytesWritten: number | null;
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** One job waits for another; ids are internal. */
export interface ControlEdge {
  readonly upstreamId: string;
  readonly downstreamId: string;
  readonly dependency: string | null;
  readonly triggerRule: string | null;
  readonly lastSeenAt: Date;
}

/** What a run did with one dataset; `runId` and `datasetId` are internal. */
export interface RunDataset {
  readonly runId: string;
  readonly datasetId: string;
  readonly namespace: string;
  readonly name: string;
  readonly assetId: string | null;
  readonly direction: 'INPUT' | 'OUTPUT';
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly fileCount: number | null;
  readonly version: string | null;
}

/** One event of a run, as it came. */
export interface RunEvent {
  readonly at: Date;
  readonly receivedAt: Date;
  /** START, RUNNING, COMPLETE, FAIL, ABORT, OTHER, or what was sent; null when nothing was. */
  readonly type: string | null;
  readonly producer: string;
  readonly notes: readonly { readonly field: string; readonly reason: string }[];
}

/** How a job's runs of some days went. */
export interface JobHealth {
  readonly runs: number;
  readonly failed: number;
  /** Failed among those that ended; null without any. */
  readonly failureRate: number | null;
  /** Seconds; null without any that ended. */
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
}

export interface RunFilter {
  readonly states: readonly RunStatus[] | null;
  readonly jobId: string | null;
  /** Started at or after. */
  readonly from: Date | null;
  /** Started before. */
  readonly to: Date | null;
}

export interface JobFilter {
  /** Part of the name, whatever the case; empty for all. */
  readonly text: string;
  /** State of the latest run. */
  readonly states: readonly RunStatus[] | null;
  readonly integrations: readonly string[] | null;
  readonly namespaces: readonly string[] | null;
  /** Of the job's asset. */
  readonly owners: readonly string[] | null;
  readonly isLate: boolean | null;
  /** True: part of no other job; false: part of one. */
  readonly isTopLevel: boolean | null;
}

/** What jobs could be filtered by, each field counted over what fits the others. */
export interface JobFacets {
  /** State of the latest run; NEVER for jobs without one. */
  readonly states: readonly FacetValue[];
  readonly integrations: readonly FacetValue[];
  readonly namespaces: readonly FacetValue[];
  readonly owners: readonly FacetValue[];
  readonly lateCount: number;
}

export interface RunPage {
  readonly total: number;
  readonly nodes: readonly Run[];
  readonly endCursor: string | null;
}

export interface JobPage extends JobFacets {
  readonly total: number;
  readonly nodes: readonly Job[];
  readonly endCursor: string | null;
}
