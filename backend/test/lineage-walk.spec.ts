import type { LineageGraph, LineageService } from '../src/lineage';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenAssets, givenEdges, givenPastEdges, publicIds, type Ids } from './given/graph';
import { givenLineage } from './given/lineage';

let world: GivenDatabase;
let lineage: LineageService;
let ids: Ids;

const QUESTION = { direction: 'BOTH', depth: 3, at: null, maxNodes: 500, fanOut: null } as const;

async function ask(root: string, question: Partial<Parameters<LineageService['answer']>[1]>): Promise<LineageGraph> {
  const known = await publicIds(world.db, ids);
  return lineage.answer(known[root] ?? '', { ...QUESTION, ...question });
}

const nodesOf = (graph: LineageGraph): string[] =>
  graph.nodes.map((node) => `${node.asset.name} ${String(node.distance)} ${node.direction}`).sort();
const omittedOf = (graph: LineageGraph): string[] =>
  graph.omitted.map(({ reason, count }) => `${reason} ${String(count)}`);

beforeEach(async () => {
  world = await givenDatabase();
  ({ lineage } = givenLineage(world.db));
});
afterEach(() => world.drop());

describe('lineage of an asset', () => {
  it('gives each node once, at its shortest distance, through diamonds and cycles', async () => {
    ids = await givenEdges(world.db, [
      'raw → stg',
      'stg → i1',
      'stg → i2',
      'i1 → mart',
      'i2 → mart',
      'mart → dash',
      'dash → raw',
    ]);
    const graph = await ask('mart', { direction: 'UPSTREAM', depth: 3 });
    expect(nodesOf(graph)).toEqual([
      'i1 1 UPSTREAM',
      'i2 1 UPSTREAM',
      'mart 0 BOTH',
      'raw 3 UPSTREAM',
      'stg 2 UPSTREAM',
    ]);
    expect(graph.edges).toHaveLength(5);
    expect(omittedOf(graph)).toEqual(['DEPTH 1']);
  });

  it('is upstream and downstream of the root, never a zigzag', async () => {
    ids = await givenEdges(world.db, ['a → root', 'a → sibling', 'root → z', 'other → z']);
    const graph = await ask('root', {});
    expect(nodesOf(graph)).toEqual(['a 1 UPSTREAM', 'root 0 BOTH', 'z 1 DOWNSTREAM']);
    expect(graph.complete).toBe(true);
    expect(graph.nodes.map((node) => [node.asset.name, node.hiddenUpstream, node.hiddenDownstream]).sort()).toEqual([
      ['a', 0, 1],
      ['root', 0, 0],
      ['z', 1, 0],
    ]);
  });

  it('counts what lies one step beyond the depth', async () => {
    ids = await givenEdges(world.db, ['a → b', 'b → c', 'c → d', 'c → e']);
    const graph = await ask('b', { depth: 1 });
    expect(nodesOf(graph)).toEqual(['a 1 UPSTREAM', 'b 0 BOTH', 'c 1 DOWNSTREAM']);
    expect(graph.omitted).toEqual([
      {
        reason: 'DEPTH',
        count: 2,
        message: 'Depth 1 reached: 2 assets one step further downstream; what lies behind them is not counted.',
      },
    ]);
  });

  it('keeps the nearest within the budget and counts the rest of that level', async () => {
    ids = await givenEdges(world.db, ['up → hub', 'top → up', ...[1, 2, 3, 4, 5, 6].map((n) => `hub → d${String(n)}`)]);
    const graph = await ask('hub', { maxNodes: 4 });
    expect(graph.nodes).toHaveLength(4);
    expect(graph.nodes.every((node) => node.distance <= 1)).toBe(true);
    expect(omittedOf(graph)).toEqual(['BUDGET 4']);
    expect(graph.nodes[0]).toMatchObject({ hiddenUpstream: 0, hiddenDownstream: 4 });
  });

  it('caps the fan-out of a node and says how many neighbours that leaves out', async () => {
    ids = await givenEdges(world.db, ['hub → d1', 'hub → d2', 'hub → d3', 'd1 → d3']);
    const graph = await ask('hub', { direction: 'DOWNSTREAM', fanOut: 2 });
    expect(nodesOf(graph)).toEqual(['d1 1 DOWNSTREAM', 'd2 1 DOWNSTREAM', 'd3 1 DOWNSTREAM', 'hub 0 BOTH']);
    expect(graph.complete).toBe(true);
    const short = await ask('hub', { direction: 'DOWNSTREAM', fanOut: 1, depth: 1 });
    expect(omittedOf(short)).toEqual(['DEPTH 1', 'FAN_OUT 2']);
  });

  it('counts a capped walk in the direction asked for, though the other way round a cycle is shorter', async () => {
    ids = await givenEdges(world.db, ['root → next', 'next → last', 'last → root']);
    const graph = await ask('root', { direction: 'UPSTREAM', fanOut: 1 });
    expect(nodesOf(graph)).toEqual(['last 1 UPSTREAM', 'next 2 UPSTREAM', 'root 0 BOTH']);
  });

  it('says that behind a stub nothing is known', async () => {
    ids = await givenAssets(world.db, [{ name: 'gone', status: 'STUB' }, { name: 'mart' }]);
    ids = await givenEdges(world.db, ['gone → mart'], ids);
    expect(omittedOf(await ask('mart', { direction: 'UPSTREAM' }))).toEqual(['STUB 1']);
    expect(omittedOf(await ask('gone', { direction: 'DOWNSTREAM' }))).toEqual([]);
  });

  it('answers as of a moment in the past', async () => {
    ids = await givenAssets(world.db, [{ name: 'old' }]);
    ids = await givenEdges(world.db, ['a → b', 'b → c'], ids);
    await givenPastEdges(world.db, ['old → b'], '2025-01-01', '2026-02-01', ids);
    const names = async (at: string): Promise<string[]> => nodesOf(await ask('b', { at: new Date(at) }));
    expect(await names('2025-06-01')).toEqual(['b 0 BOTH', 'old 1 UPSTREAM']);
    expect(await names('2026-01-15')).toEqual(['a 1 UPSTREAM', 'b 0 BOTH', 'c 1 DOWNSTREAM', 'old 1 UPSTREAM']);
    expect(await names('2026-03-01')).toEqual(['a 1 UPSTREAM', 'b 0 BOTH', 'c 1 DOWNSTREAM']);
  });

  it('gives the root alone at depth 0 and for an asset without edges', async () => {
    ids = await givenEdges(world.db, ['a → b'], await givenAssets(world.db, [{ name: 'alone' }]));
    expect(nodesOf(await ask('a', { depth: 0 }))).toEqual(['a 0 BOTH']);
    expect(await ask('alone', {})).toMatchObject({ complete: true, edges: [], omitted: [] });
  });

  it('refuses limits out of range and unknown assets', async () => {
    ids = await givenEdges(world.db, ['a → b']);
    await expect(ask('a', { depth: 26 })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(ask('a', { maxNodes: 0 })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(ask('nobody', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
