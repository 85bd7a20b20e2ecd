import type { Asset } from '../../catalog';
import type { ViolationRow } from '../domain/violation/violation-record';

export interface PathStep {
  readonly asset: Asset;
  readonly column: string | null;
}

/** A finding of policy evaluation; the same finding keeps its id from one evaluation to the next. */
export interface Violation extends Omit<ViolationRow, 'id' | 'publicId' | 'path'> {
  readonly id: string;
  readonly internalId: string;
  readonly asset: Asset;
  readonly path: readonly PathStep[];
}

export interface ViolationPage {
  readonly total: number;
  readonly nodes: readonly Violation[];
  readonly endCursor: string | null;
}
