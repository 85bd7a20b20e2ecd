import type { Evidence } from '../policy/finding';
import type { ViolationStatus } from './violation-filter';

/** A violation as stored. */
export interface ViolationRow {
  readonly id: string;
  readonly publicId: string;
  readonly policy: string;
  readonly policies: readonly string[];
  readonly requirement: string;
  readonly code: string;
  readonly status: ViolationStatus;
  readonly severity: string;
  /** Internal id. */
  readonly assetId: string;
  readonly column: string | null;
  readonly message: string;
  /** assetId: as clients know it. */
  readonly path: readonly { readonly assetId: string; readonly column: string | null }[];
  readonly evidence: readonly Evidence[];
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly statusAt: Date;
  readonly reopened: number;
  /** A person's id. */
  readonly assignee: string | null;
  /** ISO date. */
  readonly dueOn: string | null;
  readonly waiverId: string | null;
}

/** How many violations have a value. */
export interface FacetCount {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

export type ViolationAction = 'ACKNOWLEDGE' | 'REOPEN' | 'ASSIGN' | 'DUE' | 'COMMENT';

/** What an action did to a selection, or would do. */
export interface ActionCounts {
  readonly matched: number;
  readonly changed: number;
  /** Not assigned to the one who asked, who may act on their own alone. */
  readonly refused: number;
}

/** Something that happened to a violation. */
export interface ViolationEventRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Violations that are neither resolved nor waived; `worst`: the highest severity among them. */
export interface OpenViolations {
  readonly total: number;
  readonly worst: 'info' | 'warning' | 'error';
}
