import fc from 'fast-check';
import { effectAfter, effectOnRoot, isWorse, type Effect } from './change-effect';
import { walkImpact, type Place, type Step } from './impact-walk';

const column = (name: string): Place => ({ key: `c${name}`, assetId: name.slice(0, 1), columnId: name });

/** Steps written as `a.x IDENTITY b.y`; INDIRECT ones by their subtype. */
function worldOf(...lines: readonly string[]): readonly Step[] {
  return lines.map((line) => {
    const [from = '', subtype = '', to = ''] = line.split(' ');
    const kind = ['JOIN', 'FILTER', 'GROUP_BY', 'SORT'].includes(subtype) ? 'INDIRECT' : 'DIRECT';
    return { fromKey: `c${from}`, to: column(to), kind, subtype: subtype as Step['subtype'] };
  });
}

const from = (steps: readonly Step[]) => (frontier: readonly Place[]) =>
  Promise.resolve(steps.filter((step) => frontier.some(({ key }) => key === step.fromKey)));

async function effectsOf(steps: readonly Step[], root: string, effect: Effect): Promise<string[]> {
  const { reached } = await walkImpact(column(root), effect, from(steps), 1_000);
  return reached.map(({ columnId, distance, effect: end }) => `${String(columnId)} ${String(distance)} ${end}`);
}

it('carries a dropped column along every value that is made from it', async () => {
  const steps = worldOf('a.x IDENTITY b.x', 'b.x TRANSFORMATION c.y', 'b.x FILTER d.z', 'd.z IDENTITY e.z');
  expect(await effectsOf(steps, 'a.x', effectOnRoot('DROP', true))).toEqual([
    'b.x 1 MISSING',
    'c.y 2 MISSING',
    'd.z 2 FAILING',
    'e.z 3 STALE',
  ]);
});

it('stops a rename at the code that names the column', async () => {
  const steps = worldOf('a.x IDENTITY b.x', 'b.x IDENTITY c.x');
  expect(await effectsOf(steps, 'a.x', effectOnRoot('RENAME', true))).toEqual(['b.x 1 FAILING', 'c.x 2 STALE']);
});

it('takes a new type along copies only', async () => {
  const steps = worldOf('a.x IDENTITY b.x', 'b.x TRANSFORMATION c.x');
  expect(await effectsOf(steps, 'a.x', effectOnRoot('RETYPE', true))).toEqual(['b.x 1 RETYPED', 'c.x 2 STALE']);
});

it('tells the worst of all ways at the shortest distance', async () => {
  const steps = worldOf('a.x JOIN d.z', 'a.x IDENTITY b.x', 'b.x IDENTITY d.z');
  expect(await effectsOf(steps, 'a.x', 'MISSING')).toEqual(['b.x 1 MISSING', 'd.z 1 MISSING']);
});

it('refuses to give a whole asset another type', () => {
  expect(() => effectOnRoot('RETYPE', false)).toThrow('change: RETYPE needs a column');
});

it('says that there is more when the limit ends it', async () => {
  const steps = worldOf('a.x IDENTITY b.x', 'a.x IDENTITY c.x');
  const { reached, isCut } = await walkImpact(column('a.x'), 'MISSING', from(steps), 1);
  expect({ count: reached.length, isCut }).toEqual({ count: 1, isCut: true });
});

const SUBTYPES = ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION', 'JOIN', 'FILTER'];
const edges = fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...SUBTYPES), fc.nat(7)), { maxLength: 25 });

/** The worst effect of each column, by trying every step again until nothing changes. */
function bruteForce(steps: readonly Step[], root: string, effect: Effect): Map<string, Effect> {
  const worst = new Map<string, Effect>([[root, effect]]);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const step of steps) {
      const cause = worst.get(step.fromKey);
      const next = cause && step.to.key !== root ? effectAfter(cause, step) : null;
      const known = worst.get(step.to.key);
      if (!next || (known && !isWorse(next, known))) continue;
      worst.set(step.to.key, next);
      isSettled = false;
    }
  }
  worst.delete(root);
  return worst;
}

it('equals a brute force fixpoint over any graph, cycles included', async () => {
  await fc.assert(
    fc.asyncProperty(edges, fc.constantFrom('MISSING', 'RENAMED', 'RETYPED', 'ANNOUNCED'), async (drawn, effect) => {
      const steps = worldOf(...drawn.map(([one, subtype, other]) => `n${one} ${subtype} n${other}`));
      const { reached } = await walkImpact(column('n0'), effect, from(steps), 1_000);
      expect(new Map(reached.map((place) => [place.key, place.effect]))).toEqual(
        bruteForce(steps, 'cn0', effect as Effect),
      );
    }),
  );
});
