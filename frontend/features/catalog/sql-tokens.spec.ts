import fc from 'fast-check';
import { tokenizeSql } from './sql-tokens';

it('colours keywords, strings, numbers and comments', () => {
  const kinds = tokenizeSql("select 'it''s' -- no\nfrom t where n > 10").filter(({ kind }) => kind !== 'plain');
  expect(kinds.map(({ kind, text }) => [kind, text])).toEqual([
    ['keyword', 'select'],
    ['string', "'it''s'"],
    ['comment', '-- no'],
    ['keyword', 'from'],
    ['keyword', 'where'],
    ['number', '10'],
  ]);
});

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '-', '/', '*', 'select', ' ', '1', '{#', '\n', '€') }),
      (text) => {
        expect(
          tokenizeSql(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
