/** Answers in Marquez's words, so that its clients find here what they find there. Times are ISO 8601 in UTC. */

/** Which part of a list; `offset` from 0. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export interface MarquezName {
  readonly namespace: string;
  readonly name: string;
}

export interface MarquezNamespace {
  readonly name: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly ownerName: string;
  readonly description: string | null;
  readonly isHidden: false;
}

export interface MarquezField {
  readonly name: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  readonly description: string | null;
}

export interface MarquezDataset extends MarquezName {
  readonly id: MarquezName;
  readonly type: 'DB_TABLE' | 'STREAM';
  readonly physicalName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sourceName: string;
  readonly fields: readonly MarquezField[];
  readonly tags: readonly string[];
  readonly lastModifiedAt: Date | null;
  readonly lastLifecycleState: string | null;
  readonly description: string | null;
  readonly currentVersion: string;
  readonly facets: Readonly<Record<string, unknown>>;
  readonly deleted: boolean;
}

export interface MarquezVersion extends MarquezName {
  readonly version: string;
}

export interface MarquezUse {
  readonly datasetVersionId: MarquezVersion;
  readonly facets: Readonly<Record<string, unknown>>;
}

export interface MarquezRun {
  readonly id: string;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  readonly nominalStartTime: Date | null;
  readonly nominalEndTime: Date | null;
  readonly state: 'NEW' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'ABORTED';
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationMs: number | null;
  readonly args: Readonly<Record<string, never>>;
  readonly jobVersion: MarquezVersion | null;
  readonly inputDatasetVersions: readonly MarquezUse[];
  readonly outputDatasetVersions: readonly MarquezUse[];
  readonly facets: Readonly<Record<string, unknown>>;
}

export interface MarquezJob extends MarquezName {
  readonly id: MarquezName;
  readonly type: string;
  readonly simpleName: string;
  readonly parentJobName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly inputs: readonly MarquezName[];
  readonly outputs: readonly MarquezName[];
  readonly location: string | null;
  readonly description: string | null;
  readonly latestRun: MarquezRun | null;
  readonly latestRuns: readonly MarquezRun[];
  readonly currentVersion: string | null;
  readonly tags: readonly string[];
  readonly facets: Readonly<Record<string, unknown>>;
}

export interface MarquezEdge {
  readonly origin: string;
  readonly destination: string;
}

export interface MarquezNode {
  readonly id: string;
  readonly type: 'DATASET' | 'JOB';
  readonly data: MarquezDataset | MarquezJob;
  readonly inEdges: readonly MarquezEdge[];
  readonly outEdges: readonly MarquezEdge[];
}

export interface MarquezHit extends MarquezName {
  readonly type: 'DATASET' | 'JOB';
  readonly updatedAt: Date;
  readonly nodeId: string;
}
