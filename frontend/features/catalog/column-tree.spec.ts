import { columnTree, filterColumns, type ColumnRow } from './column-tree';

function column(name: string, more: Partial<ColumnRow> = {}): ColumnRow {
  const unsaid = { type: null, nullable: null, description: null, classification: null };
  return {
    name,
    ...unsaid,
    tags: [],
    ordinal: 1,
    isPrimaryKey: false,
    isDeclared: true,
    upstreamCount: 0,
    downstreamCount: 0,
    ...more,
  };
}

const paths = (names: string[]) =>
  columnTree(names.map((name) => column(name))).map(({ depth, label }) => [depth, label]);

it('puts nested paths below what holds them', () => {
  expect(
    paths(['id', 'address', 'address.geo', 'address.geo.lat', 'items', 'items[].sku', 'labels', 'labels{}']),
  ).toEqual([
    [0, 'id'],
    [0, 'address'],
    [1, 'geo'],
    [2, 'lat'],
    [0, 'items'],
    [1, '[].sku'],
    [0, 'labels'],
    [1, '{}'],
  ]);
});

it('leaves a dotted name alone when nothing holds it', () => {
  expect(paths(['order.id', 'customer'])).toEqual([
    [0, 'order.id'],
    [0, 'customer'],
  ]);
});

it('finds by name, type, description or tag', () => {
  const tree = columnTree([
    column('a', { type: 'bigint' }),
    column('b', { description: 'the Email' }),
    column('c', { tags: ['pii'] }),
  ]);
  const names = (text: string) =>
    filterColumns(tree, { text, onlyClassified: false, onlyUndescribed: false }).map(({ name }) => name);
  expect([names('BIG'), names('email'), names('pii'), names('zzz')]).toEqual([['a'], ['b'], ['c'], []]);
});

it('keeps what still needs a description', () => {
  const tree = columnTree([column('a', { description: 'said' }), column('b')]);
  expect(
    filterColumns(tree, { text: '', onlyClassified: false, onlyUndescribed: true }).map(({ name }) => name),
  ).toEqual(['b']);
});
