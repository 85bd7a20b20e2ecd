import { invalid } from './errors';

/** Where a page ended in an order of several keys; numbers and texts, the unique one last. */
export type KeysetPosition = readonly (string | number)[];

type KeyType = 'string' | 'number' | 'id';

/** An opaque cursor for a position. */
export function encodeKeyset(position: KeysetPosition): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

/**
 * The position in a cursor of `encodeKeyset`; null for the first page.
 *
 * `shape` names the type of each key, as in `['string', 'id']`; an id is a whole number written as text.
 *
 * @throws DomainError INVALID for anything that is not a cursor of that shape.
 */
export function decodeKeyset(cursor: string | null | undefined, shape: readonly KeyType[]): KeysetPosition | null {
  if (cursor === null || cursor === undefined) return null;
  const position = parse(cursor);
  const fits = position.length === shape.length && shape.every((type, index) => isOf(type, position[index]));
  if (!fits) throw invalid('after: not a cursor of this list');
  return position as KeysetPosition;
}

function isOf(type: KeyType, value: unknown): boolean {
  if (type === 'id') return typeof value === 'string' && /^\d{1,18}$/.test(value);
  return type === 'number' ? Number.isFinite(value) : typeof value === 'string' && !value.includes('\0');
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // refused by the caller like any other cursor that does not fit
  }
}
