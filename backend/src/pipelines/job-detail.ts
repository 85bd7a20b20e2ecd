import type { JobHealth } from './run';

/** How often a job starts, out of its last starts; nobody has to declare a schedule. */
export interface JobRhythm {
  /** Median of the time between two starts; null with fewer than two. */
  readonly usualSeconds: number | null;
  readonly expectedAt: Date | null;
  /** It waits longer than it usually does: see `job_rhythm`. */
  readonly isLate: boolean;
}

/** What a job reads or writes. */
export interface JobDataset {
  readonly namespace: string;
  readonly name: string;
  readonly assetId: string | null;
}

export interface DatasetName {
  readonly namespace: string;
  readonly name: string;
}

/** One combination of what a job read and wrote. */
export interface JobVersion {
  readonly id: string;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  /** Runs and declarations that say so. */
  readonly times: number;
  readonly isCurrent: boolean;
  readonly inputs: readonly DatasetName[];
  readonly outputs: readonly DatasetName[];
}

/** How current an asset is, by the runs that write it. */
export interface AssetFreshness extends Pick<JobHealth, 'runs' | 'failed' | 'failureRate'>, JobRhythm {
  /** End of the last run that completed and wrote it. */
  readonly writtenAt: Date | null;
}
