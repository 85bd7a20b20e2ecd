/** Failures within an hour that cost nothing, and the longest pause after more. */
interface BackOff {
  readonly free: number;
  readonly longestSeconds: number;
}

/** Few people mistype their own password more often; 1,000 guesses an hour on one account come to under 30 tries. */
export const ACCOUNT_BACK_OFF: BackOff = { free: 5, longestSeconds: 300 };
/** Many people may share an address. */
export const ADDRESS_BACK_OFF: BackOff = { free: 20, longestSeconds: 60 };

/**
 * Seconds that a further try has still to wait; 0 when it may be made now.
 *
 * The pause doubles with each failure of the last hour, from one second up to the longest; it never becomes a lock.
 */
export function secondsToWait(failures: number, secondsSinceLast: number, limits: BackOff): number {
  if (failures < limits.free) return 0;
  const pause = Math.min(2 ** (failures - limits.free), limits.longestSeconds);
  return Math.max(0, Math.ceil(pause - secondsSinceLast));
}
