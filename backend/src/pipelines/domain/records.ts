import type { Facet } from '../../shared/pipeline-event';
import type { JobFacts } from './facet-reader';
import type { Register, Registers } from './register';
import type { RunDatasetFold, RunFold } from './run-fold';

/** What is known of jobs, datasets and runs, as their rows keep it; ids are internal. A record is changed in place. */

export interface JobFold {
  readonly integration?: Register<string>;
  /** Key of the job that the runs of this one are part of. */
  readonly parent?: Register<string>;
  /** Latest event that says what waits for what. */
  readonly control?: Register<null>;
  /** What its latest `jobType` facet says. */
  readonly facts?: JobFacts;
}

export interface JobRecord {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly isNew: boolean;
  assetId: string | null;
  parentId: string | null;
  versionId: string | null;
  /** Nothing of it has completed yet. */
  isObserved: boolean;
  /** Latest event that shows it with its version. */
  seenAt: Date | null;
  facets: Registers<string>;
  fold: JobFold;
}

export interface DatasetFold {
  /** As the producer spells it: [namespace, name]. */
  readonly raw?: Register<readonly [namespace: string, name: string]>;
  /** Latest event that says that it is dropped, and latest one that writes it; of each the run, empty without one. */
  readonly dropped?: Register<string>;
  readonly written?: Register<string>;
  /** Digests of what dataset events say of where it comes from, apart from any job. */
  readonly declared?: Registers<string>;
}

export interface DatasetRecord {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly isNew: boolean;
  assetId: string | null;
  facets: Registers<string>;
  fold: DatasetFold;
}

export type Direction = 'INPUT' | 'OUTPUT';

export interface RunDatasetRecord {
  readonly datasetId: string;
  readonly direction: Direction;
  fold: RunDatasetFold;
  /** What the run did with it: statistics, assertions. */
  useFacets: Registers<Facet>;
  isChanged: boolean;
}

export interface RunRecord {
  readonly id: string;
  readonly publicId: string;
  readonly isNew: boolean;
  jobId: string | null;
  parentId: string | null;
  rootId: string | null;
  versionId: string | null;
  eventCount: number;
  fold: RunFold;
  facets: Registers<Facet>;
  /** By direction and dataset. */
  readonly datasets: Map<string, RunDatasetRecord>;
}
