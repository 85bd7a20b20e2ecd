import type { RunState } from './run-fold';

/** What is known of a run apart from the numbers that it says itself. */
export interface RunOutcome {
  readonly state: RunState;
  /** Microseconds since 1970; null when not known. */
  readonly startedUs: number | null;
  readonly endedUs: number | null;
  readonly rowsRead: number | null;
  readonly rowsWritten: number | null;
}

const ENDS: ReadonlySet<RunState> = new Set(['COMPLETED', 'FAILED', 'ABORTED']);

/**
 * Numbers of a run under the names that the standard gives them, durations in seconds: what the run says itself, and
 * besides what its events tell: `pipeline_duration`, `pipeline_success`, `pipeline_failures`, `records_processed`.
 */
export function metricsOf(said: Readonly<Record<string, number>>, outcome: RunOutcome): Record<string, number> {
  const { state, startedUs, endedUs, rowsRead, rowsWritten } = outcome;
  const records = rowsWritten ?? rowsRead;
  return {
    ...(startedUs !== null && endedUs !== null ? { pipeline_duration: Math.max(0, endedUs - startedUs) / 1e6 } : {}),
    ...(ENDS.has(state)
      ? { pipeline_success: Number(state === 'COMPLETED'), pipeline_failures: Number(state === 'FAILED') }
      : {}),
    ...(records === null ? {} : { records_processed: records }),
    ...said,
  };
}
