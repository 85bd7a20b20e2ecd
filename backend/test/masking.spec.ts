import * as fc from 'fast-check';
import { maskSql } from '../src/governance/domain/masking/mask-sql';
import { masked, MASKS } from '../src/governance/domain/masking/masks';
import { givenDatabase, type GivenDatabase } from './given/database';

let given: GivenDatabase;
beforeAll(async () => {
  given = await givenDatabase();
});
afterAll(() => given.drop());

/** Near the rules' edges: signs, digits, letters outside ASCII, line breaks; what text columns can hold. */
const someText = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'é', '😀', '@', '.', '-', '+', ' ', '\n', '1', '5', '9', '٣'),
    maxLength: 18,
  }),
  fc.emailAddress(),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
);

it.each(MASKS)('masks %s in Postgres as the service does', async (mask) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(someText), { minLength: 50, maxLength: 100 }), async (values) => {
      const rows = await given.db.query<{ masked: string | null }[]>(
        `select ${maskSql(mask, 'postgres', 'value')} as masked
           from unnest($1::text[]) with ordinality as given (value, place) order by place`,
        [values],
      );
      expect(rows.map((row) => row.masked)).toEqual(values.map((value) => masked(mask, value)));
    }),
    { numRuns: 30 },
  );
});
