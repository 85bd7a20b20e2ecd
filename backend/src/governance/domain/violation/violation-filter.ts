export const VIOLATION_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'WAIVED', 'RESOLVED'] as const;
export type ViolationStatus = (typeof VIOLATION_STATUSES)[number];

/** Each list is an OR; they combine with AND; absent says nothing. */
export interface ViolationFilter {
  readonly status?: readonly ViolationStatus[] | null;
  readonly severity?: readonly string[] | null;
  readonly policy?: readonly string[] | null;
  readonly requirement?: readonly string[] | null;
  readonly code?: readonly string[] | null;
  readonly assetId?: string | null;
  /** Canonical names of namespaces. */
  readonly namespace?: readonly string[] | null;
  readonly owner?: readonly string[] | null;
  readonly layer?: readonly string[] | null;
  /** People's ids. */
  readonly assignee?: readonly string[] | null;
  readonly isAssigned?: boolean | null;
  readonly isOverdue?: boolean | null;
  readonly ids?: readonly string[] | null;
}
