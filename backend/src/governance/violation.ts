import type { Asset } from '../catalog';
import type { ViolationStatus } from './domain/violation-filter';

export interface PathStep {
  readonly asset: Asset;
  readonly column: string | null;
}

/** A finding of policy evaluation; the same finding keeps its id from one evaluation to the next. */
export interface Violation {
  readonly id: string;
  readonly policy: string;
  readonly code: string;
  readonly status: ViolationStatus;
  readonly severity: string;
  readonly asset: Asset;
  readonly column: string | null;
  readonly message: string;
  readonly path: readonly PathStep[];
}

export interface ViolationPage {
  readonly total: number;
  readonly nodes: readonly Violation[];
  readonly endCursor: string | null;
}
