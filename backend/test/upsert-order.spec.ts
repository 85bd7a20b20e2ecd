import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { givenDatabase, type GivenDatabase } from './given/database';
import { emptyCatalog } from './given/empty';
import { says, spelt, tell, type Said } from './given/patch';
import { countRows, shown, shownEdges } from './given/shown';

jest.setTimeout(300_000);

let world: GivenDatabase;

beforeAll(async () => {
  world = await givenDatabase();
});
afterAll(() => world.drop());

const someTable = fc.constantFrom('orders', 'raw', 'daily', 'users');
const someSketch = fc.record(
  {
    type: fc.constantFrom('TABLE' as const, 'VIEW' as const),
    owner: fc.constantFrom('sales', 'core'),
    tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    columns: fc.uniqueArray(fc.constantFrom('id', 'email text', 'total int'), { maxLength: 3 }),
    from: fc.uniqueArray(fc.constantFrom('a.b.orders', 'a.b.raw', 'dbt:raw', 'catalog:users', 'openlineage:daily'), {
      maxLength: 2,
    }),
    columnsFrom: fc.uniqueArray(
      fc.constantFrom('a.b.raw.id → id', 'dbt:raw.email → mail', 'openlineage:daily.x → total'),
    ),
  },
  { requiredKeys: [] },
);

/** What one source says: at most one thing about each table, some of it about keys that only the other says. */
const somePatch = (kind: string): fc.Arbitrary<Said> =>
  fc
    .uniqueArray(fc.tuple(someTable, someSketch), { selector: ([table]) => table, minLength: 1, maxLength: 3 })
    .map((tables) => ({
      source: { kind, name: kind, scope: '' },
      statements: tables.map(([table, sketch]) =>
        says(`${kind}:${table}`, { ...sketch, as: spelt(`a.b.${table}`, kind === 'dbt' ? 'KNOWN' : 'UNKNOWN') }),
      ),
    }));

async function stateAfter(patches: readonly Said[]): Promise<unknown> {
  await emptyCatalog(world.db);
  for (const patch of patches) await tell(world.db, patch);
  return shown(world.db);
}

it('shows the same whichever of two sources spoke first', async () => {
  await fc.assert(
    fc.asyncProperty(somePatch('dbt'), somePatch('openlineage'), async (one, other) => {
      expect(await stateAfter([one, other])).toEqual(await stateAfter([other, one]));
    }),
    { numRuns: 40, seed: 1042605135 },
  );
});

it('shows what a source said last as if it had said nothing before', async () => {
  const whole = somePatch('dbt').map((patch) => ({
    ...patch,
    statements: patch.statements.map((statement) => ({ edges: [], columns: [], columnEdges: [], ...statement })),
  })) as fc.Arbitrary<Said>;
  await fc.assert(
    fc.asyncProperty(whole, whole, async (before, after) => {
      const keys = new Set(after.statements.map((statement) => ('key' in statement ? statement.key : '')));
      const same = before.statements.filter((statement) => 'key' in statement && keys.has(statement.key));
      await stateAfter([
        { ...before, statements: same },
        { ...after, day: 2 },
      ]);
      const edges = await shownEdges(world.db);
      await stateAfter([after]);
      expect(edges).toEqual(await shownEdges(world.db));
    }),
    { numRuns: 8 },
  );
});

it('lets twenty writers of the same fifty assets finish, each with all it said', async () => {
  await emptyCatalog(world.db);
  const db = await new DataSource({ type: 'postgres', url: world.url, poolSize: 20 }).initialize();
  const tables = Array.from({ length: 50 }, (_, index) => `t${String(index)}`);
  const writers = Array.from({ length: 20 }, (_, writer) => {
    const from = writer % 2 === 0 ? tables : tables.toReversed();
    return tell(db, {
      source: { kind: 'token', name: `writer${String(writer)}`, scope: '' },
      statements: from.map((table, index) =>
        says(`register:${table}`, {
          as: spelt(table),
          tags: [`w${String(writer)}`],
          from: index === 0 ? [] : [`analytics.public.${from[index - 1] ?? ''}`],
        }),
      ),
    });
  });
  const counts = await Promise.all(writers);
  await db.destroy();
  expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(50);
  const { assets, edges } = await shown(world.db);
  expect(assets?.map((asset) => (asset as { tags: string[] }).tags.length)).toEqual(Array(50).fill(20));
  expect(edges).toHaveLength(20 * 49);
  expect(await countRows(world.db)).toMatchObject({ asset: 50, assertion: 1_000, search_document: 50 });
});
