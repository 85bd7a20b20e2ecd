/** Usual names of rhythms, in seconds, for gaps that are within a twentieth of them. */
const NAMES: readonly [seconds: number, words: string][] = [
  [60, 'every minute'],
  [900, 'every 15 min'],
  [1800, 'every 30 min'],
  [3600, 'hourly'],
  [43_200, 'every 12 h'],
  [86_400, 'daily'],
  [604_800, 'weekly'],
];

/** `daily`, `hourly`, `every 3 h`; null without a rhythm. */
export function rhythmWords(seconds: number | null | undefined): string | null {
  if (seconds === null || seconds === undefined) return null;
  const named = NAMES.find(([size]) => Math.abs(seconds - size) <= size / 20);
  return named ? named[1] : `every ${spanWords(seconds)}`;
}

/** A span to its largest unit: `40 s`, `12 min`, `5 h`, `3 d`. */
export function spanWords(seconds: number): string {
  if (seconds < 60) return `${String(Math.round(seconds))} s`;
  if (seconds < 3600) return `${String(Math.round(seconds / 60))} min`;
  return seconds < 129_600 ? `${String(Math.round(seconds / 3600))} h` : `${String(Math.round(seconds / 86_400))} d`;
}
