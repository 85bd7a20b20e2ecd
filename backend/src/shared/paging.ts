import { invalid } from './errors';

const MAX_FIRST = 100;

/** @throws DomainError INVALID unless 1 ≤ first ≤ 100. */
export function checkFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_FIRST) return first;
  throw invalid(`first: ${String(first)} is not between 1 and ${String(MAX_FIRST)}`);
}

/** An opaque cursor for a keyset position; null stays null (no further page). */
export function encodeCursor(position: string | null): string | null {
  return position === null ? null : Buffer.from(`p:${position}`, 'utf8').toString('base64url');
}

/**
 * The keyset position in a cursor of `encodeCursor`; null or absent is the first page.
 *
 * @throws DomainError INVALID for anything that is not such a cursor of a whole number.
 */
export function decodeCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const position = /^p:(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (position === undefined) throw invalid('after: not a cursor of this list');
  return position;
}
