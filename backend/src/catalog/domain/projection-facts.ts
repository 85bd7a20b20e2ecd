import type { Assertion } from './projection-claims';
import { isCuration } from './projection-precedence';

/** The first value that somebody says; null when nobody does. Null and empty text are not said. */
export function firstSaid<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Value | null | undefined,
): Value | null {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return null;
}

const NO_PROPERTIES: Readonly<Record<string, unknown>> = {};
const NO_TAGS: readonly string[] = [];

/** All properties; of one said by several, the first speaker's. Keys in order of name. */
export function mergedProperties(
  all: readonly (Readonly<Record<string, unknown>> | undefined)[],
): Readonly<Record<string, unknown>> {
  const merged = new Map<string, unknown>();
  for (const properties of all) {
    if (properties === undefined) continue;
    for (const [key, value] of Object.entries(properties)) {
      if (!merged.has(key) && value !== null && value !== undefined) merged.set(key, value);
    }
  }
  if (merged.size === 0) return NO_PROPERTIES;
  return Object.fromEntries([...merged].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** One source's tags on one thing. */
export interface TagClaim {
  readonly assertion: Assertion;
  readonly tags: readonly string[] | undefined;
}

/** Everybody's tags together, or a steward's alone if one has tagged it; in order of name, strongest speaker first in `claims`. */
export function mergedTags(claims: readonly TagClaim[]): readonly string[] {
  const curated = claims.find(({ assertion, tags }) => tags !== undefined && isCuration(assertion));
  const tags = curated?.tags ?? claims.flatMap((claim) => claim.tags ?? NO_TAGS);
  if (tags.length === 0) return NO_TAGS;
  return [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))].sort();
}
