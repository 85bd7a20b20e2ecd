import type { Asset } from '../catalog';
import type { DatasetName } from './job-detail';

/** What a run that failed should have written and has not. */
export interface MissedWrite extends DatasetName {
  readonly assetId: string | null;
  /** The latest run that completed and wrote it; internal id. */
  readonly lastRunId: string | null;
  /** That one started after the run that failed. */
  readonly isRecovered: boolean;
}

/** An asset that is fed by what was not written. */
export interface StaleAsset {
  readonly asset: Asset;
  /** Edges on the shortest way from something that was not written. */
  readonly hops: number;
}

/** A page; `total` counts all of them. */
export interface StalePage {
  readonly total: number;
  readonly nodes: readonly StaleAsset[];
  readonly endCursor: string | null;
}
