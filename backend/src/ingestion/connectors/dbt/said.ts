/** dbt says "nothing" in several ways: null, nothing at all, an empty text, list or object. These keep what says something. */

type Nothing = null | undefined;

type Said<T> = { [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** The members that tell something: nothing, empty texts, empty lists and empty objects are left out. */
export function telling<T extends object>(members: T): Said<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(members)) if (tells(value)) define(kept, key, value);
  return kept as Said<T>;
}

/** The first value that is neither absent nor an empty text; null when there is none. */
export function firstTold<T>(...values: readonly (T | Nothing)[]): T | null {
  return values.find((value): value is T => value !== undefined && value !== null && value !== '') ?? null;
}

/** Plain assignment would follow `__proto__` instead of naming it. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function tells(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.length > 0;
  return Object.keys(value).length > 0;
}
