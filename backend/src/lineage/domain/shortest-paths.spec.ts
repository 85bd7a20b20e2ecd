import fc from 'fast-check';
import { shortestPaths, type Step } from './shortest-paths';

const NODES = 7;
const node = fc.nat(NODES - 1).map(String);
const steps = fc.uniqueArray(
  fc.record({ upstreamId: node, downstreamId: node }).filter((step) => step.upstreamId !== step.downstreamId),
  { maxLength: 22, selector: (step) => `${step.upstreamId} ${step.downstreamId}` },
);

/** Every way without a repeat, by trying all. */
function allPaths(edges: readonly Step[], path: readonly string[], to: string): string[][] {
  const end = path.at(-1) ?? '';
  if (end === to) return [[...path]];
  return edges
    .filter((step) => step.upstreamId === end && !path.includes(step.downstreamId))
    .flatMap((step) => allPaths(edges, [...path, step.downstreamId], to));
}

const inOrder = (one: string[], other: string[]): number =>
  one.length - other.length || (one.join(' ') < other.join(' ') ? -1 : 1);

it('gives the first of all ways in order of length, then of ids', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 8 }), (edges, count) => {
      const expected = allPaths(edges, ['0'], '1').sort(inOrder);
      expect(shortestPaths(edges, '0', '1', count)).toEqual(expected.slice(0, count));
    }),
  );
});

it('makes few of the ways through a ladder of diamonds', () => {
  const rungs = Array.from({ length: 24 }, (_, rung) => String(rung));
  const edges = rungs.flatMap((rung) =>
    ['a', 'b', 'c'].flatMap((side) => [
      { upstreamId: rung, downstreamId: `${rung}${side}` },
      { upstreamId: `${rung}${side}`, downstreamId: String(Number(rung) + 1) },
    ]),
  );
  const paths = shortestPaths(edges, '0', '24', 10);
  expect(paths).toHaveLength(10);
  expect(new Set(paths.map((path) => path.length))).toEqual(new Set([49]));
});
