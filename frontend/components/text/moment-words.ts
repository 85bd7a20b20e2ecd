const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** "28 Nov 2026, 02:37:06 UTC": the same on the server and in every browser. */
export function momentWords(at: Date): string {
  return `${FORMAT.format(at)} UTC`;
}
