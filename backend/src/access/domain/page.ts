/** One page of a list that is read by keyset. */
export interface Page<Item> {
  /** Of all pages. */
  readonly total: number;
  readonly nodes: readonly Item[];
  /** Gives the next page; null on the last. */
  readonly endCursor: string | null;
}

/**
 * A page from rows of which one more than `first` was asked for, to know whether there is more.
 *
 * @param cursorOf the cursor that continues after a row
 */
export function pageOf<Item>(
  total: number,
  rows: readonly Item[],
  first: number,
  cursorOf: (last: Item) => string,
): Page<Item> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { total, nodes, endCursor: rows.length > first && last ? cursorOf(last) : null };
}
