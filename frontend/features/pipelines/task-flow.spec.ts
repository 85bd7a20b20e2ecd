import { flowEdges, keyOf, layOut, sharedPrefix, type FlowTask } from './task-flow';

const task = (name: string, inputs: string[] = [], outputs: string[] = []): FlowTask => ({
  namespace: 'n',
  name,
  inputs: inputs.map((one) => ({ namespace: 'd', name: one })),
  outputs: outputs.map((one) => ({ namespace: 'd', name: one })),
});
const after = (upstream: string, downstream: string) => ({
  upstream: { namespace: 'n', name: upstream },
  downstream: { namespace: 'n', name: downstream },
});

it('joins order and data of the same two tasks, and leaves out what is no task of it', () => {
  const tasks = [task('extract', [], ['raw']), task('load', ['raw'], ['table']), task('mail')];
  const edges = flowEdges(tasks, [after('extract', 'load'), after('load', 'mail'), after('load', 'elsewhere')]);
  expect(edges).toEqual([
    { from: 'n extract', to: 'n load', isControl: true, isData: true },
    { from: 'n load', to: 'n mail', isControl: true, isData: false },
  ]);
});

it('lays every edge to the right, and survives a circle', () => {
  const tasks = [task('a'), task('b'), task('c'), task('d')];
  const edges = flowEdges(tasks, [after('a', 'b'), after('a', 'c'), after('b', 'd'), after('c', 'd'), after('d', 'a')]);
  const cells = layOut(tasks.map(keyOf), edges.slice(0, 4));
  expect([...cells.values()]).toEqual([
    { column: 0, row: 0 },
    { column: 1, row: 0 },
    { column: 1, row: 1 },
    { column: 2, row: 0 },
  ]);
  expect(layOut(tasks.map(keyOf), edges).size).toBe(4);
});

it.each([
  [['dag.extract', 'dag.load'], 'dag.'],
  [['shop.stg_a', 'shop.stg_b'], 'shop.'],
  [['load', 'loader'], ''],
  [['dag.extract'], ''],
])('finds that %p begin with %p', (names, prefix) => {
  expect(sharedPrefix(names)).toBe(prefix);
});
