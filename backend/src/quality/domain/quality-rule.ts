export const QUALITY_STATUSES = ['PASSED', 'FAILED', 'ERROR', 'SKIPPED'] as const;
export type QualityStatus = (typeof QUALITY_STATUSES)[number];

/** What running a rule gave. */
export interface QualityResult {
  readonly status: QualityStatus;
  readonly executedAt: Date;
  readonly failedRecords: number | null;
  readonly totalRecords: number | null;
  readonly message: string | null;
}

/** A check that a source declares on an asset. */
export interface QualityRule {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly severity: string;
  readonly column: string | null;
  readonly description: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null: never run, as far as known. */
  readonly lastResult: QualityResult | null;
}
