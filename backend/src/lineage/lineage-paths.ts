import type { Asset } from '../catalog';
import type { Omission } from './domain/omission';
import type { LineageEdge } from './lineage-graph';

/** What is asked about the ways between two assets. */
export interface PathQuestion {
  readonly fromId: string;
  readonly toId: string;
  /** 1..10 */
  readonly first: number;
  /** Edges of the longest way wanted; 1..25. */
  readonly maxLength: number;
  /** Null for today. */
  readonly at: Date | null;
}

export interface LineagePathStep {
  readonly edge: LineageEdge;
  /** Of the asset that is fed. */
  readonly maskedColumns: readonly string[];
}

/** One way; one step fewer than assets. */
export interface LineagePath {
  readonly assets: readonly Asset[];
  readonly steps: readonly LineagePathStep[];
}

export interface LineagePaths {
  readonly from: Asset;
  readonly to: Asset;
  /** Shortest first; empty when none is known. */
  readonly paths: readonly LineagePath[];
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}
