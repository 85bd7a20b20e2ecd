import type { Asset } from '../catalog';
import type { Cause, ColumnDifference, Difference } from './domain/compare-graphs';
import type { Direction, Omission } from './domain/omission';
import type { LineageEdge } from './lineage-graph';

/** Which two moments of whose lineage are compared. */
export interface DiffQuestion {
  readonly direction: Direction;
  /** 0..25 */
  readonly depth: number;
  readonly from: Date;
  /** Null for now. */
  readonly to: Date | null;
  /** 1..5,000, of each of the two answers. */
  readonly maxNodes: number;
}

export interface DiffNode {
  readonly asset: Asset;
  readonly difference: Difference;
  /** Shortest distance at the later moment, or at the earlier one when it is gone. */
  readonly distance: number;
  /** Neighbours that are not in the answer, at the later moment, or at the earlier one when it is gone. */
  readonly hiddenUpstream: number;
  readonly hiddenDownstream: number;
  readonly columns: readonly ColumnDifference[];
  /** Of the change of columns, or of the latest edge that brought it or took it away; null when there is none. */
  readonly cause: Cause | null;
}

export interface DiffEdge extends LineageEdge {
  readonly difference: Difference;
  /** What began or ended it; null for what did not change, or when history no longer says. */
  readonly cause: Cause | null;
}

export interface LineageDiff {
  readonly root: Asset;
  readonly from: Date;
  readonly to: Date;
  readonly nodes: readonly DiffNode[];
  readonly edges: readonly DiffEdge[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}
