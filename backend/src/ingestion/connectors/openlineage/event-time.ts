const DATE_TIME = new RegExp(
  String.raw`^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?$`,
);
const MICROSECONDS = 1_000_000;

/**
 * Microseconds since 1970 of an ISO 8601 date-time; without an offset it counts as UTC. Null when it is no moment of the
 * years 1 to 9999.
 *
 * Nanoseconds are cut off: the database keeps microseconds.
 */
export function parseEventTime(text: string): number | null {
  const parts = DATE_TIME.exec(text.trim());
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = parts;
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  const seconds = secondsOf(hour, minute, second);
  if (midnight === null || seconds === null) return null;
  const microseconds = Number(fraction.slice(0, 6).padEnd(6, '0'));
  return midnight * 1000 + (seconds - offsetSeconds(offset)) * MICROSECONDS + microseconds;
}

/** Seconds since midnight; a leap second counts as the next one. Null for no time of a day. */
function secondsOf(...parts: readonly (string | undefined)[]): number | null {
  const [hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  return hour > 24 || minute > 59 || second > 60 ? null : hour * 3600 + minute * 60 + second;
}

/** Milliseconds since 1970; null for a day that no calendar has. */
function midnightOf(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThere = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.getTime() : null;
}

function offsetSeconds(offset: string): number {
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (parts === null) return 0;
  const [, sign, hours, minutes = '0'] = parts;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
