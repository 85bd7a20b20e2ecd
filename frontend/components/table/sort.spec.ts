import { nextSort, sortedBy, type DataColumn } from './sort';

interface Row {
  readonly name: string;
  readonly size: number;
}

const COLUMNS: readonly DataColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'size', header: 'Size', cell: ({ size }) => size, sortBy: ({ size }) => size },
  { id: 'note', header: 'Note', cell: () => '' },
];
const ROWS: readonly Row[] = [
  { name: 'b', size: 10 },
  { name: 'a', size: 9 },
  { name: 'c', size: 9 },
];

const names = (rows: readonly Row[]) => rows.map(({ name }) => name).join('');

it('sorts words by the alphabet and numbers by size; equal rows keep their order', () => {
  expect(names(sortedBy(ROWS, COLUMNS, { id: 'name', direction: 'ascending' }))).toBe('abc');
  expect(names(sortedBy(ROWS, COLUMNS, { id: 'size', direction: 'ascending' }))).toBe('acb');
  expect(names(sortedBy(ROWS, COLUMNS, { id: 'size', direction: 'descending' }))).toBe('bac');
});

it('leaves the rows as they came without an order, and by a column that has none', () => {
  expect(sortedBy(ROWS, COLUMNS, null)).toBe(ROWS);
  expect(sortedBy(ROWS, COLUMNS, { id: 'note', direction: 'ascending' })).toBe(ROWS);
});

it('goes from ascending to descending to none, and anew at another column', () => {
  const first = nextSort(null, 'name');
  const second = nextSort(first, 'name');
  expect([first?.direction, second?.direction, nextSort(second, 'name')]).toEqual(['ascending', 'descending', null]);
  expect(nextSort(second, 'size')).toEqual({ id: 'size', direction: 'ascending' });
});
