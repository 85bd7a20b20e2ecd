type Said<T> = { [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** The members that say something: those that are null or undefined are left out. */
export function said<T extends object>(members: T): Said<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Said<T>;
}

/** As `said`, and empty texts, lists and objects count as nothing too. */
export function telling<T extends object>(members: T): Said<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => tells(value))) as Said<T>;
}

function tells(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
