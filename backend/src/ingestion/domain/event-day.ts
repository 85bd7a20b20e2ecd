/** Raw events of one day. `day`: as YYYY-MM-DD; null for those of days that nobody made ahead. */
export interface EventDay {
  readonly day: string | null;
  readonly bytes: number;
  /** As the last ANALYZE counted them; null before the first. */
  readonly events: number | null;
}
