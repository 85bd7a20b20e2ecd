/** Reads what producers may or may not have sent, in whatever form: what is not of the expected type is not said. */

type Json = Readonly<Record<string, unknown>>;

/** Empty for anything but an object. */
export const objectIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Empty for anything but a list. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Null for anything but a text with something in it. */
export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Whole and not negative, as `bigint` columns take it; null for anything else. */
export function countIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(Math.trunc(value)) && value >= 0 ? Math.trunc(value) : null;
}
