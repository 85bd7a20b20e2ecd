/** What happened in one minute. */
export interface Minute {
  readonly minute: string;
  readonly received: number;
  readonly processed: number;
  readonly deduplicated: number;
  readonly refused: number;
}

const MINUTE = 60_000;

/** Every minute of the last `length`, the oldest first; quiet ones as zeros. */
export function everyMinute(said: readonly Minute[], now: number, length: number): Minute[] {
  const byStart = new Map(said.map((minute) => [Date.parse(minute.minute), minute]));
  const last = Math.floor(now / MINUTE) * MINUTE;
  return Array.from({ length }, (_, index) => {
    const start = last - (length - 1 - index) * MINUTE;
    return (
      byStart.get(start) ?? {
        minute: new Date(start).toISOString(),
        received: 0,
        processed: 0,
        deduplicated: 0,
        refused: 0,
      }
    );
  });
}

/** Totals over some minutes. */
export function sumOf(minutes: readonly Minute[]): Omit<Minute, 'minute'> {
  const sum = (field: keyof Omit<Minute, 'minute'>) => minutes.reduce((total, minute) => total + minute[field], 0);
  return {
    received: sum('received'),
    processed: sum('processed'),
    deduplicated: sum('deduplicated'),
    refused: sum('refused'),
  };
}
