/**
 * Typing errors between two words: letters added, left out, exchanged for others, or swapped with a neighbour.
 *
 * O(length²); gives `most + 1` as soon as it is certain to be more than `most`.
 * Source: optimal string alignment, L. Boytsov, "Indexing methods for approximate dictionary searching" (2011).
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      current.push(cell(one, other, row, column, { beforeLast, last, current }));
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? most + 1;
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly current: readonly number[];
}

function cell(one: string, other: string, row: number, column: number, rows: Rows): number {
  const at = (cells: readonly number[], place: number): number => cells[place] ?? Infinity;
  const isSame = one[row - 1] === other[column - 1];
  return Math.min(
    at(rows.last, column) + 1,
    at(rows.current, column - 1) + 1,
    at(rows.last, column - 1) + (isSame ? 0 : 1),
    isSwap(one, other, row, column) ? at(rows.beforeLast, column - 2) + 1 : Infinity,
  );
}

function isSwap(one: string, other: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}
