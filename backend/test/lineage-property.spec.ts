import fc from 'fast-check';
import type { LineageGraph, LineageService } from '../src/lineage';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenGraph, type Ids } from './given/graph';
import { givenLineage } from './given/lineage';

type Edge = readonly [number, number];
type Side = 'UPSTREAM' | 'DOWNSTREAM';

let world: GivenDatabase;
let lineage: LineageService;

beforeAll(async () => {
  world = await givenDatabase();
  ({ lineage } = givenLineage(world.db));
});
afterAll(() => world.drop());

const NODES = 14;
const graph = fc.uniqueArray(
  fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)).filter(([from, to]) => from !== to),
  { maxLength: 40, selector: ([from, to]) => `${String(from)}-${String(to)}` },
);
const question = fc.record({
  root: fc.nat(NODES - 1),
  direction: fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const, 'BOTH' as const),
  depth: fc.nat(6),
  maxNodes: fc.integer({ min: 1, max: NODES + 2 }),
});

/** Shortest distances in one direction, node by node, without any limit. */
function distances(edges: readonly Edge[], root: number, side: Side): Map<number, number> {
  const found = new Map([[root, 0]]);
  for (const [node, distance] of found) {
    for (const [from, to] of edges) {
      const [here, there] = side === 'DOWNSTREAM' ? [from, to] : [to, from];
      if (here === node && !found.has(there)) found.set(there, distance + 1);
    }
  }
  return found;
}

const sidesOf = (direction: Side | 'BOTH'): Side[] => (direction === 'BOTH' ? ['UPSTREAM', 'DOWNSTREAM'] : [direction]);

/** Distance over both sides: the shorter one. */
function expectedDistances(edges: readonly Edge[], asked: Pick<Asked, 'root' | 'direction'>): Map<number, number> {
  const all = new Map<number, number>();
  for (const side of sidesOf(asked.direction)) {
    for (const [node, distance] of distances(edges, asked.root, side)) {
      all.set(node, Math.min(distance, all.get(node) ?? Infinity));
    }
  }
  return all;
}

interface Shown {
  readonly nodes: Map<number, number>;
  readonly hidden: Map<number, readonly [number, number]>;
  readonly edges: string[];
}

function shownBy(answer: LineageGraph): Shown {
  const names = new Map(answer.nodes.map((node) => [node.asset.id, Number(node.asset.name.slice(1))]));
  return {
    nodes: new Map(answer.nodes.map((node) => [names.get(node.asset.id) ?? -1, node.distance])),
    hidden: new Map(
      answer.nodes.map((node) => [
        names.get(node.asset.id) ?? -1,
        [node.hiddenUpstream, node.hiddenDownstream] as const,
      ]),
    ),
    edges: answer.edges
      .map((edge) => `${String(names.get(edge.upstreamId))}-${String(names.get(edge.downstreamId))}`)
      .sort(),
  };
}

function hiddenOf(edges: readonly Edge[], nodes: ReadonlyMap<number, number>, node: number): [number, number] {
  const up = edges.filter(([from, to]) => to === node && !nodes.has(from)).length;
  const down = edges.filter(([from, to]) => from === node && !nodes.has(to)).length;
  return [up, down];
}

async function publicId(ids: Ids, node: number): Promise<string> {
  const [row] = await world.db.query<{ public_id: string }[]>('select public_id from asset where id = $1', [
    ids[`n${String(node)}`],
  ]);
  return row?.public_id ?? '';
}

interface Asked {
  readonly root: number;
  readonly direction: Side | 'BOTH';
  readonly depth: number;
  readonly maxNodes: number;
}

/** All within the depth, or as many as the budget allows, nearest first, each at its shortest distance. */
function expectNearest(edges: readonly Edge[], asked: Asked, shown: Shown): void {
  const all = expectedDistances(edges, asked);
  const within = [...all].filter(([, distance]) => distance <= asked.depth);
  expect(shown.nodes.size).toBe(Math.min(within.length, asked.maxNodes));
  expect([...shown.nodes]).toEqual([...shown.nodes.keys()].map((node) => [node, all.get(node)]));
  const furthest = Math.max(...shown.nodes.values());
  const nearer = within.filter(([, distance]) => distance < furthest).map(([node]) => node);
  expect(nearer.filter((node) => !shown.nodes.has(node))).toEqual([]);
}

/** Every edge among the nodes, and for each node the neighbours that are not there. */
function expectTruth(edges: readonly Edge[], shown: Shown): void {
  const among = edges.filter(([from, to]) => shown.nodes.has(from) && shown.nodes.has(to));
  expect(shown.edges).toEqual(among.map(([from, to]) => `${String(from)}-${String(to)}`).sort());
  const nodes = [...shown.nodes.keys()];
  expect(nodes.map((node) => shown.hidden.get(node))).toEqual(nodes.map((node) => hiddenOf(edges, shown.nodes, node)));
}

/** Reasons and counts; over the budget, the count is what of its level is not shown. */
function omissionsOf(edges: readonly Edge[], asked: Asked): [string, unknown][] {
  const all = expectedDistances(edges, asked);
  const within = [...all.values()].filter((distance) => distance <= asked.depth);
  if (within.length > asked.maxNodes) return [['BUDGET', expect.any(Number)]];
  const beyond = sidesOf(asked.direction).flatMap((side) =>
    [...distances(edges, asked.root, side).values()].filter((distance) => distance === asked.depth + 1),
  );
  return beyond.length > 0 ? [['DEPTH', beyond.length]] : [];
}

describe('the lineage engine equals a walk node by node', () => {
  it('in every direction, at every depth and budget, through cycles', async () => {
    await fc.assert(
      fc.asyncProperty(graph, question, fc.boolean(), async (edges, asked, isAsOf) => {
        const ids = await givenGraph(world.db, NODES, edges);
        const at = isAsOf ? new Date('2026-06-01') : null;
        const answer = await lineage.answer(await publicId(ids, asked.root), { ...asked, at, fanOut: null });
        expectNearest(edges, asked, shownBy(answer));
        expectTruth(edges, shownBy(answer));
        expect(answer.omitted.map(({ reason, count }) => [reason, count])).toEqual(omissionsOf(edges, asked));
        expect(answer.complete).toBe(answer.omitted.length === 0);
      }),
      { numRuns: 150, endOnFailure: false },
    );
  }, 120_000);

  it('with a cap on fan-out: every edge and distance shown is true of what is shown', async () => {
    await fc.assert(
      fc.asyncProperty(graph, question, fc.integer({ min: 1, max: 3 }), async (edges, asked, fanOut) => {
        const ids = await givenGraph(world.db, NODES, edges);
        const answer = await lineage.answer(await publicId(ids, asked.root), { ...asked, at: null, fanOut });
        const shown = shownBy(answer);
        const among = edges.filter(([from, to]) => shown.nodes.has(from) && shown.nodes.has(to));
        const true_ = expectedDistances(among, asked);
        for (const [node, distance] of shown.nodes) expect([node, distance]).toEqual([node, true_.get(node)]);
        expectTruth(edges, shown);
        expect(shown.nodes.size).toBeLessThanOrEqual(asked.maxNodes);
      }),
      { numRuns: 60, endOnFailure: false },
    );
  }, 120_000);
});
