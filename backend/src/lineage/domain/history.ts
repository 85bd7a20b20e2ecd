import type { Omission } from './omission';

export const HISTORY_KINDS = ['EDGES', 'COLUMN_EDGES', 'FACTS'] as const;

/** One kind of history: edges between assets, between columns, and what sources said. */
export interface HistoryPart {
  readonly kind: (typeof HISTORY_KINDS)[number];
  /** On disk, indexes included. */
  readonly bytes: number;
  /** About how many; null while nobody has counted. */
  readonly rows: number | null;
}

const DAY_MS = 86_400_000;

/** The moment up to which history goes back. */
export const keptSince = (days: number, now: Date): Date => new Date(now.getTime() - days * DAY_MS);

/** What an answer about a moment cannot know; null when history goes back that far, and for today. */
export function beforeHistory(at: Date | null, days: number, now: Date): Omission | null {
  const since = keptSince(days, now);
  if (at === null || at >= since) return null;
  const day = since.toISOString().slice(0, 10);
  return {
    reason: 'HISTORY',
    count: 0,
    message: `History is kept since ${day}: what ended before then is missing here.`,
  };
}
