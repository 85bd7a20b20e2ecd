/** Whether a path's segment alone names a part of a dataset: `year=2025`, or a date that exists. */
export function isPartition(segment: string): boolean {
  return isKeyValue(segment) || isDateSegment(segment);
}

/** Segments at the end that together name a part: 0 to 3 (`2025/07/21`). */
export function partitionLength(segments: readonly string[]): number {
  if (isPartition(segments.at(-1) ?? '')) return 1;
  if (segments.length >= 3 && isDate(segments.slice(-3).join('-'))) return 3;
  return segments.length >= 2 && isMonth(segments.slice(-2).join('-')) ? 2 : 0;
}

/** Exactly one `=`, with something on both sides. */
function isKeyValue(segment: string): boolean {
  const at = segment.indexOf('=');
  return at > 0 && at === segment.lastIndexOf('=') && at < segment.length - 1;
}

function isDateSegment(segment: string): boolean {
  const day = segment.replace(/[T ]?\d{2}:?\d{2}(?::?\d{2}(?:\.\d{1,9})?)?Z?$/, '');
  return [segment, segment.replace(/Z$/, ''), day].some((text) => isDate(text) || isMonth(text));
}

/** `2025-07-21`, `20250721` or `21.07.2025`. */
export function isDate(text: string): boolean {
  const ordered = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (ordered !== null) return isReal(ordered[1], ordered[2], ordered[3]);
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return german !== null && isReal(german[3], german[2], german[1]);
}

/** `2025-07` or `202507`. */
function isMonth(text: string): boolean {
  const parts = /^(\d{4})-?(\d{2})$/.exec(text);
  return parts !== null && isReal(parts[1], parts[2], '01');
}

/** Years outside of living memory are numbers, not dates. */
function isReal(year = '', month = '', day = ''): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year >= '1900' && year <= '2199' && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}
