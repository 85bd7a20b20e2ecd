/** One deed, as it is remembered. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly requestId: string | null;
}

/** Each list is an OR; they combine with AND; absent says nothing. */
export interface AuditFilter {
  /** `asset:<uuid>`. */
  readonly object?: readonly string[] | null;
  /** `person:<uuid>`. */
  readonly actor?: readonly string[] | null;
  /** `asset.merge`; `asset.` is all that begin so. */
  readonly action?: readonly string[] | null;
  readonly since?: Date | null;
  /** Exclusive. */
  readonly until?: Date | null;
}

/**
 * What is wrong at one place of the chain. CHANGED: the entry is not the one that was written; GONE: it is missing; GAP:
 * links are missing; FOREIGN: an entry without a link; CUT: the end is missing; CHECKPOINT: the chain was written anew;
 * WITNESS: it does not contain what was kept elsewhere.
 */
export interface AuditProblem {
  readonly position: string | null;
  readonly seq: string | null;
  readonly problem: 'CHANGED' | 'GONE' | 'GAP' | 'FOREIGN' | 'CUT' | 'CHECKPOINT' | 'WITNESS';
}

/** What a check of the whole audit log found; `head`: `position:hash`, to be kept elsewhere as witness. */
export interface AuditVerification {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly head: string;
  readonly problems: readonly AuditProblem[];
}
