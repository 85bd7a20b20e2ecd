import * as fc from 'fast-check';
import { propagate } from '../src/governance/store/classification/propagate';
import { brokenWays, changeWorld, givenWorld, storedLabels } from './given/column-world';
import { givenDatabase, type GivenDatabase } from './given/database';
import { expectedLabels, type World, type WorldColumn, type WorldEdge } from './given/propagation-oracle';

jest.setTimeout(300_000);

let given: GivenDatabase;
beforeAll(async () => {
  given = await givenDatabase();
});
afterAll(() => given.drop());

const ASSETS = 5;
const COLUMNS = 12;
const assetOf = (column: number): number => 1 + (column % ASSETS);

const someClass = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant({ level: null, categories: [] as string[], subtypes: [] as string[], isExact: false }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        level: fc.option(fc.integer({ min: 1, max: 4 })),
        categories: fc.subarray(['PII', 'PHI', 'own']),
        subtypes: fc.subarray(['pii.email', 'pii.phone']),
        isExact: fc.boolean(),
      })
      .map(({ level, categories, subtypes, isExact }) => {
        const floor = Math.max(0, ...categories.map((one) => ({ PII: 3, PHI: 4 })[one] ?? 0));
        return {
          level: level === null && floor === 0 ? null : Math.max(level ?? 0, floor),
          categories,
          subtypes: categories.includes('PII') ? subtypes : [],
          isExact,
        };
      }),
  },
);
const someColumn = fc.integer({ min: 1, max: COLUMNS });
const someEdge: fc.Arbitrary<WorldEdge> = fc.record({
  from: someColumn,
  to: someColumn,
  statement: fc.integer({ min: 1, max: 3 }),
  ...{ kind: fc.constant('DIRECT' as const), subtype: fc.constant('IDENTITY') },
  masking: fc.constant(false),
  maskingKind: fc.constant(null),
  function: fc.constant(null),
});
const someWay = fc.constantFrom<Partial<WorldEdge>>(
  {},
  {},
  {},
  { subtype: 'TRANSFORMATION' },
  { masking: true, maskingKind: 'hash' },
  { masking: true, maskingKind: 'redact' },
  { masking: true },
  { subtype: 'AGGREGATION', function: 'count' },
  { subtype: 'AGGREGATION', function: 'sum' },
  { subtype: 'AGGREGATION', function: 'sum' },
  { subtype: 'AGGREGATION', function: 'max' },
  { subtype: 'AGGREGATION' },
  { kind: 'INDIRECT', subtype: 'GROUP_BY' },
  { kind: 'INDIRECT', subtype: 'GROUP_BY' },
  { kind: 'INDIRECT', subtype: 'JOIN' },
);

type Step =
  | { readonly does: 'say'; readonly column: number; readonly said: Omit<WorldColumn, 'id' | 'asset'> }
  | { readonly does: 'link'; readonly edge: WorldEdge }
  | { readonly does: 'unlink'; readonly place: number }
  | { readonly does: 'block'; readonly place: number; readonly categories: readonly string[] }
  | { readonly does: 'unblock' };
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('say' as const), column: someColumn, said: someClass }),
  fc.record({
    does: fc.constant('link' as const),
    edge: fc.tuple(someEdge, someWay).map(([edge, way]) => ({ ...edge, ...way })),
  }),
  fc.record({ does: fc.constant('unlink' as const), place: fc.nat() }),
  fc.record({
    does: fc.constant('block' as const),
    place: fc.nat(),
    categories: fc.constantFrom([], ['PII'], ['PHI', 'own']),
  }),
  fc.record({ does: fc.constant('unblock' as const) }),
);

/** The world after a step, and the assets that the change log would name. */
function after(world: World, step: Step): { world: World; touched: number[] } {
  const at = <Item>(items: readonly Item[], place: number): Item | undefined =>
    items[place % Math.max(items.length, 1)];
  if (step.does === 'say') {
    const columns = world.columns.map((one) => (one.id === step.column ? { ...one, ...step.said } : one));
    return { world: { ...world, columns }, touched: [assetOf(step.column)] };
  }
  if (step.does === 'link') {
    const { edge } = step;
    if (edge.from === edge.to) return { world, touched: [] };
    const others = world.edges.filter((one) => !isSame(one, edge));
    return { world: { ...world, edges: [...others, edge] }, touched: [assetOf(edge.to)] };
  }
  if (step.does === 'unblock') {
    return { world: { ...world, blocks: [] }, touched: world.blocks.map(({ to }) => assetOf(to)) };
  }
  const edge = at(world.edges, step.place);
  if (!edge) return { world, touched: [] };
  if (step.does === 'unlink') {
    return { world: { ...world, edges: world.edges.filter((one) => one !== edge) }, touched: [assetOf(edge.to)] };
  }
  const block = { from: edge.from, to: edge.to, categories: step.categories };
  const others = world.blocks.filter(({ from, to }) => from !== edge.from || to !== edge.to);
  return { world: { ...world, blocks: [...others, block] }, touched: [assetOf(edge.to)] };
}

const isSame = (one: WorldEdge, other: WorldEdge): boolean =>
  one.from === other.from && one.to === other.to && one.statement === other.statement;

const EMPTY: World = {
  columns: Array.from({ length: COLUMNS }, (_, place) => ({
    id: place + 1,
    asset: assetOf(place + 1),
    ...{ level: null, categories: [], subtypes: [], isExact: false },
  })),
  edges: [],
  blocks: [],
};

const repaired = (assets: readonly number[] | null): Promise<number> =>
  given.db.transaction((tx) => propagate(tx, assets === null ? null : [...new Set(assets)].map(String)));

it('gives what relaxing every edge gives, after edits and removals in any order, through cycles', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someStep, { minLength: 12, maxLength: 30 }),
      fc.array(someStep, { maxLength: 6 }),
      async (first, more) => {
        let world = first.reduce((sofar, step) => after(sofar, step).world, EMPTY);
        await givenWorld(given.db, world, ASSETS);
        await repaired(null);
        expect(await storedLabels(given.db)).toEqual(expectedLabels(world));
        for (const step of more) {
          const next = after(world, step);
          world = next.world;
          await changeWorld(given.db, world);
          await repaired(next.touched);
          expect(await storedLabels(given.db)).toEqual(expectedLabels(world));
          expect(await brokenWays(given.db)).toEqual([]);
        }
        expect({ afterAll: await repaired(null), labels: await storedLabels(given.db) }).toMatchObject({
          labels: expectedLabels(world),
        });
      },
    ),
    { numRuns: 20 },
  );
});
