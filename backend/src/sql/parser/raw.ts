import type { Identifier } from '../syntax';

/** A node of the parser's tree is an object with one key, its type; its content is the body. */
export type Body = Readonly<Record<string, unknown>>;

const NOTHING: Body = Object.freeze({});

/** An object's fields; of anything else none. */
export function bodyOf(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : NOTHING;
}

/** The items of a list; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Type of a node; null when the value is none. */
export function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  let type: string | null = null;
  for (const key in value) {
    if (type !== null) return null;
    type = key;
  }
  return type;
}

/** The body of a node of that type; null for any other. */
export function bodyIf(value: unknown, type: string): Body | null {
  return typeOf(value) === type ? bodyOf(bodyOf(value)[type]) : null;
}

/** A text; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A name in any of the shapes in which the parser writes one; null when there is none. */
export function identifierOf(value: unknown): Identifier | null {
  if (typeof value === 'string') return value === '' ? null : { name: value, isQuoted: false, at: -1 };
  const { name, quoted, span } = bodyOf(value);
  if (typeof name === 'string') return name === '' ? null : { name, isQuoted: quoted === true, at: offsetOf(span) };
  if (name !== undefined) return identifierOf(name);
  return wrappedIdentifier(value);
}

function wrappedIdentifier(value: unknown): Identifier | null {
  const type = typeOf(value) ?? '';
  const inner = WRAPPERS.has(type) ? bodyIf(value, type) : null;
  return inner === null ? null : identifierOf(inner['name'] === undefined ? inner['this'] : inner);
}

const WRAPPERS = new Set(['identifier', 'column', 'var', 'column_def']);

/** The names in a list, those that are none left out. */
export function identifiersOf(value: unknown): readonly Identifier[] {
  return listOf(value).flatMap((one) => identifierOf(one) ?? []);
}

/** Where a span starts, in characters from the start of the text; -1 when unknown. */
export function offsetOf(span: unknown): number {
  const { start } = bodyOf(span);
  return typeof start === 'number' ? start : -1;
}
