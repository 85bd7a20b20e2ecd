import { describeQuery } from './describe-query';
import { parseSearchQuery } from './search-query';

const meaning = (query: string): string => describeQuery(parseSearchQuery(query));

describe('the search bar', () => {
  it.each([
    ['', ''],
    ['orders daily', 'text "orders daily"'],
    ['"order line" orders', 'text "orders" AND phrase "order line"'],
    ['layer:mart type:table,view', 'layer=mart AND type in (TABLE, VIEW)'],
    ['-type:view -test -"old one"', 'NOT text "test" AND NOT text "old one" AND NOT type=VIEW'],
    ['owner:"Data Sales"', 'owner=data sales'],
    ['has:owner missing:description -has:tag', 'has owner AND no description AND no tag'],
    ['class:pii class:restricted', 'classification=pii AND classification=RESTRICTED'],
    ['ns:s3://bucket status:stub', 'namespace=s3://bucket AND status=STUB'],
    ['postgres://db:5432.shop.orders', 'text "postgres://db:5432.shop.orders"'],
    ['urn:trib:dataset:(a,b)', 'text "urn:trib:dataset:(a,b)"'],
    ['a - b', 'text "a - b"'],
    ['"dbt:shop"', 'phrase "dbt:shop"'],
  ])('%s means %s', (query, expected) => expect(meaning(query)).toBe(expected));

  it.each([
    ['orders lair:mart', 'lair:mart', 7],
    ['type:tabel', 'type:tabel', 0],
    ['layer:', 'layer:', 0],
    ['has:wings', 'has:wings', 0],
    ['orders "open', '"open', 7],
  ])('%s is refused for %s', (query, token, position) => {
    const details = { token, position };
    expect(() => parseSearchQuery(query)).toThrow(expect.objectContaining({ code: 'INVALID', details }) as Error);
  });

  it('keeps where each word stands, so that a correction can replace it', () => {
    expect(parseSearchQuery('layer:mart ordres now').words).toEqual([
      { text: 'ordres', start: 11, end: 17 },
      { text: 'now', start: 18, end: 21 },
    ]);
  });
});
