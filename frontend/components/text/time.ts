const STEPS: readonly [limit: number, seconds: number, unit: string][] = [
  [60, 1, 's'],
  [3600, 60, 'min'],
  [86_400, 3600, 'h'],
  [86_400 * 45, 86_400, 'd'],
  [86_400 * 548, 86_400 * 30.44, 'mo'],
];

/** "12 s ago", "3 h ago", "in 5 d"; to the minute within the last hours, to the year beyond. */
export function relativeTime(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  const span = Math.abs(seconds);
  if (span < 5) return 'just now';
  const [, size, unit] = STEPS.find(([limit]) => span < limit) ?? [0, 86_400 * 365.25, 'y'];
  const text = `${String(Math.floor(span / size))} ${unit}`;
  return seconds < 0 ? `in ${text}` : `${text} ago`;
}

/** The exact moment in UTC: `2026-11-23 14:05:09 UTC`. The same on the server and in every browser. */
export function exactTime(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** How long something took: `843 ms`, `12.4 s`, `3 min 5 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 3_600_000) return inTwo(milliseconds / 1000, 60, 'min', 's');
  return milliseconds < 172_800_000
    ? inTwo(milliseconds / 60_000, 60, 'h', 'min')
    : inTwo(milliseconds / 3_600_000, 24, 'd', 'h');
}

function inTwo(value: number, size: number, large: string, small: string): string {
  const whole = Math.round(value);
  return `${String(Math.floor(whole / size))} ${large} ${String(whole % size)} ${small}`;
}
