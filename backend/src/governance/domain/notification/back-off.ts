/** Tries in all, and seconds from the first to the last: the standard's §1.3 (max_tries, max_time). */
export const MOST_TRIES = 5;
const LONGEST_SECONDS = 300;
/** Failures in a row that open the circuit, and seconds until one try goes through again: the same paragraph. */
export const FAILURE_THRESHOLD = 5;
export const RECOVERY_SECONDS = 60;

/**
 * Seconds to wait after the n-th try, n ≥ 1; null: that was the last.
 *
 * Doubles each time and fills 300 s with five tries: 20, 40, 80, 160, less up to a half by `random` (0 to 1), so that what
 * failed together does not come together again.
 */
export function secondsToNextTry(tries: number, random: number): number | null {
  if (tries >= MOST_TRIES) return null;
  const first = LONGEST_SECONDS / (2 ** (MOST_TRIES - 1) - 1);
  return first * 2 ** (tries - 1) * (1 - random / 2);
}
