export const VIOLATION_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'WAIVED', 'RESOLVED'] as const;
export type ViolationStatus = (typeof VIOLATION_STATUSES)[number];

/** Each list is an OR; they combine with AND; absent says nothing. */
export interface ViolationFilter {
  readonly status?: readonly ViolationStatus[] | null;
  readonly severity?: readonly string[] | null;
  readonly policy?: readonly string[] | null;
  readonly assetId?: string | null;
}
