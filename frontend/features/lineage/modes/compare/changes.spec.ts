import { givenScene } from '../../graph/given/given-scene';
import type { Change, Scene } from '../../graph/graph';
import { changesIn, countWords } from './changes';

const change = (difference: Change['difference']): Change => ({ difference, columns: [], cause: null });

it('lists what went, changed and came, assets before their edges', () => {
  const scene = givenScene('a>b b>c x>b');
  const marks: Readonly<Record<string, Change['difference']>> = {
    b: 'CHANGED',
    c: 'ADDED',
    'b>c': 'ADDED',
    x: 'REMOVED',
    'x>b': 'REMOVED',
    'a>b': 'UNCHANGED',
  };
  const marked: Scene = {
    nodes: new Map([...scene.nodes].map(([id, node]) => [id, { ...node, change: change(marks[id] ?? 'UNCHANGED') }])),
    edges: new Map([...scene.edges].map(([id, edge]) => [id, { ...edge, change: change(marks[id] ?? 'UNCHANGED') }])),
    omitted: [],
  };
  const list = changesIn(marked);
  expect(list.map(({ difference, label, id }) => [difference, label, id])).toEqual([
    ['REMOVED', 'x', 'x'],
    ['REMOVED', 'x → b', 'b'],
    ['CHANGED', 'b', 'b'],
    ['ADDED', 'c', 'c'],
    ['ADDED', 'b → c', 'c'],
  ]);
  expect(countWords(list)).toBe('2 added, 2 removed, 1 changed');
  expect(changesIn(scene)).toEqual([]);
});
