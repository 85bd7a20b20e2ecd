export const DIRECTIONS = ['UPSTREAM', 'DOWNSTREAM', 'BOTH'] as const;
/** Upstream is towards the sources, downstream towards the consumers. */
export type Direction = (typeof DIRECTIONS)[number];

export const OMISSION_REASONS = [
  'DEPTH',
  'BUDGET',
  'FAN_OUT',
  'PERMISSION',
  'STUB',
  'NO_COLUMN_LINEAGE',
  'HISTORY',
] as const;
export type OmissionReason = (typeof OMISSION_REASONS)[number];

/** What an answer leaves out, how much of it, and why; the message says what is counted. */
export interface Omission {
  readonly reason: OmissionReason;
  readonly count: number;
  readonly message: string;
}
