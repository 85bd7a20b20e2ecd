export const DIFFERENCES = ['ADDED', 'REMOVED', 'CHANGED', 'UNCHANGED'] as const;
/** What became of something between two moments. */
export type Difference = (typeof DIFFERENCES)[number];

/** Something of two answers, as the later one shows it, or the earlier one when it is gone. */
export interface Compared<Item> {
  readonly item: Item;
  readonly difference: Difference;
}

/**
 * Items of two lists matched by key: first those of the later list in its order, then those that are gone.
 *
 * `isSame` decides between CHANGED and UNCHANGED; keys are unique within each list. O(n).
 */
export function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  isSame: (before: Item, after: Item) => boolean,
): Compared<Item>[] {
  const known = new Map(before.map((item) => [keyOf(item), item]));
  const present = after.map((item) => {
    const earlier = known.get(keyOf(item));
    known.delete(keyOf(item));
    return { item, difference: earlier === undefined ? 'ADDED' : differenceOf(isSame(earlier, item)) } as const;
  });
  return [...present, ...[...known.values()].map((item) => ({ item, difference: 'REMOVED' }) as const)];
}

const differenceOf = (isSame: boolean): Difference => (isSame ? 'UNCHANGED' : 'CHANGED');

/** What made something different, and when that took effect. */
export interface Cause {
  readonly at: Date;
  /** Label of the source that said so; null for a change of columns. */
  readonly source: string | null;
  /** Null for what nothing delivered: a person's word over the API. */
  readonly deliveryId: string | null;
}

/** A column as one schema version has it. */
export interface VersionColumn {
  readonly path: string;
  readonly type?: string | null;
  readonly nullable?: boolean | null;
}

export interface ColumnDifference {
  readonly name: string;
  readonly difference: Exclude<Difference, 'UNCHANGED'>;
  readonly typeBefore: string | null;
  readonly typeAfter: string | null;
}

/** What became of an asset's columns from one schema version to another; unchanged ones are left out. */
export function compareColumns(before: readonly VersionColumn[], after: readonly VersionColumn[]): ColumnDifference[] {
  const earlier = new Map(before.map((column) => [column.path, column]));
  const compared = compareLists(before, after, ({ path }) => path, isSameColumn);
  return compared.flatMap(({ item, difference }) => {
    if (difference === 'UNCHANGED') return [];
    const typeBefore = earlier.get(item.path)?.type ?? null;
    return [
      { name: item.path, difference, typeBefore, typeAfter: difference === 'REMOVED' ? null : (item.type ?? null) },
    ];
  });
}

function isSameColumn(before: VersionColumn, after: VersionColumn): boolean {
  return (before.type ?? null) === (after.type ?? null) && (before.nullable ?? null) === (after.nullable ?? null);
}
