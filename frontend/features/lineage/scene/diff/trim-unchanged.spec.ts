import { givenScene } from '../../graph/given/given-scene';
import type { Scene } from '../../graph/graph';
import { trimUnchanged } from './trim-unchanged';

function compared(edges: string, changed: readonly string[]): Scene {
  const scene = givenScene(edges);
  const change = (id: string) => ({
    difference: changed.includes(id) ? ('ADDED' as const) : ('UNCHANGED' as const),
    columns: [],
    cause: null,
  });
  return {
    nodes: new Map([...scene.nodes].map(([id, node]) => [id, { ...node, change: change(id) }])),
    edges: new Map([...scene.edges].map(([id, edge]) => [id, { ...edge, change: change(id) }])),
    omitted: [],
  };
}

const hub = Array.from({ length: 30 }, (_, i) => `hub>c${String(i).padStart(2, '0')}`).join(' ');

it('keeps what changed with the way to it, and a few of those that stayed the same', () => {
  const trimmed = trimUnchanged(compared(`${hub} c29>far far>new`, ['new']), 'hub', 2);
  expect([...trimmed.nodes.keys()].sort()).toEqual(['c00', 'c01', 'c29', 'far', 'hub', 'new']);
  expect(trimmed.nodes.get('hub')?.totals.down).toBe(30);
});

it('keeps both ends of an edge that changed', () => {
  const trimmed = trimUnchanged(compared(`${hub} c28>c29`, ['c28>c29']), 'hub', 0);
  expect([...trimmed.nodes.keys()].sort()).toEqual(['c28', 'c29', 'hub']);
});
