import type { ReactNode } from 'react';

/** A column of a table: what its head says, what a row shows in it, and by what it is sorted; not at all without. */
export interface DataColumn<Data> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Data) => ReactNode;
  readonly sortBy?: (row: Data) => string | number;
}

export interface Sort {
  readonly id: string;
  readonly direction: 'ascending' | 'descending';
}

/** What pressing a column's head leads to: ascending, then descending, then the order the rows came in. */
export function nextSort(sort: Sort | null, id: string): Sort | null {
  if (sort?.id !== id) return { id, direction: 'ascending' };
  return sort.direction === 'ascending' ? { id, direction: 'descending' } : null;
}

/** The rows in the order asked for; equal ones stay in the order they came in. */
export function sortedBy<Data>(
  rows: readonly Data[],
  columns: readonly DataColumn<Data>[],
  sort: Sort | null,
): readonly Data[] {
  const key = columns.find(({ id }) => id === sort?.id)?.sortBy;
  if (!sort || !key) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => sign * compare(key(left), key(right)));
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}
