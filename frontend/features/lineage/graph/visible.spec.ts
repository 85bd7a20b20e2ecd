import fc from 'fast-check';
import { mergeScenes, type Scene } from './graph';
import { givenScene, givenView } from './given/given-scene';
import { collapse, expand, NO_FILTER, pick } from './view';
import { visibleGraph, type VisibleGraph } from './visible';

const drawn = (graph: VisibleGraph): string =>
  graph.nodes.map((node) => `${node.id}${String(node.distance)}`).join(' ');
const lines = (graph: VisibleGraph): string[] =>
  graph.edges.map((edge) => `${edge.id}${edge.via > 0 ? ` via ${String(edge.via)}` : ''}`).sort();

function walked(scene: Scene, id: string, sides: Partial<{ up: boolean; down: boolean }>): Scene {
  const node = scene.nodes.get(id);
  if (!node) return scene;
  return { ...scene, nodes: new Map([...scene.nodes, [id, { ...node, walked: { ...node.walked, ...sides } }]]) };
}

it('counts hops by side, nearest way first, and beside from whoever leads there', () => {
  const graph = visibleGraph(givenScene('raw>stg stg>fct fct>mart mart>dash raw>dash other>dash'), givenView('fct'));
  expect(drawn(graph)).toBe('raw-2 stg-1 fct0 mart1 other1 dash2');
});

it('stands in for the neighbours an open side does not draw, and only there', () => {
  const scene = walked(givenScene('a>hub hub>b', { hub: { down: 298 }, b: { down: 8 } }), 'hub', {
    up: true,
    down: true,
  });
  const graph = visibleGraph(scene, givenView('hub'));
  expect(graph.more).toEqual([{ id: 'more:down:hub', owner: 'hub', side: 'down', count: 298 }]);
  expect(graph.counts).toEqual({ shown: 3, total: 301, isExact: true, filtered: 0, hidden: 0 });
  expect(graph.nodes.find(({ id }) => id === 'b')?.down).toEqual({ total: 8, shown: 0, more: 8, isOpen: false });
});

it('bridges over what a filter takes out and says over how many; the focus always stays', () => {
  const scene = givenScene('a>b b>c c>d a>d', {}, { b: { type: 'VIEW' }, c: { type: 'VIEW' }, a: { type: 'VIEW' } });
  const graph = visibleGraph(scene, givenView('a', { filter: { ...NO_FILTER, type: ['TABLE'] } }));
  expect({ drawn: drawn(graph), lines: lines(graph), counts: graph.counts }).toEqual({
    drawn: 'a0 d1',
    lines: ['a>d'],
    counts: { shown: 2, total: 4, isExact: true, filtered: 2, hidden: 0 },
  });
  const noShortcut = givenScene('a>b b>c c>d', {}, { b: { type: 'VIEW' }, c: { type: 'VIEW' } });
  expect(lines(visibleGraph(noShortcut, givenView('a', { filter: { ...NO_FILTER, type: ['TABLE'] } })))).toEqual([
    'a>d via 2',
  ]);
});

it('hides one asset by hand, bridged, and counts it apart from the filtered ones', () => {
  const graph = visibleGraph(givenScene('a>b b>c'), givenView('a', { hidden: ['b', 'a'] }));
  expect({ lines: lines(graph), hidden: graph.counts.hidden }).toEqual({ lines: ['a>c via 1'], hidden: 1 });
});

it('closes a side without closing other ways to the same asset', () => {
  const scene = givenScene('a>b a>c b>d c>d b>e');
  const graph = visibleGraph(scene, givenView('a', { closed: [{ side: 'down', id: 'b' }] }));
  expect({ drawn: drawn(graph), lines: lines(graph) }).toEqual({
    drawn: 'a0 b1 c1 d2',
    lines: ['a>b', 'a>c', 'b>d', 'c>d'],
  });
  expect(graph.nodes.find(({ id }) => id === 'b')?.down).toEqual({ total: 2, shown: 1, more: 1, isOpen: false });
});

it('leaves out what nothing drawn leads to', () => {
  expect(drawn(visibleGraph(mergeScenes([givenScene('a>b'), givenScene('x>y')]), givenView('a')))).toBe('a0 b1');
});

it('opens, narrows and closes sides as steps of the view', () => {
  const at = { side: 'down', id: 'b' } as const;
  const view = givenView('a');
  const chosen = pick(view, at, 'z');
  expect(chosen.expansions).toEqual([{ ...at, count: 0, picks: ['z'] }]);
  expect(expand(chosen, at).expansions).toEqual([{ ...at, count: 10, picks: ['z'] }]);
  expect(collapse(expand(view, at), at, false)).toEqual(view);
  expect(collapse(view, at, true).closed).toEqual([at]);
  expect(expand(collapse(view, at, true), at).closed).toEqual([]);
});

it('draws a recorded or bridged line between two kept assets exactly when a way leads from one to the other over hidden ones', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 14 }),
      fc.subarray(['b', 'c', 'd', 'e', 'f']),
      (pairs, hidden) => {
        const scene = givenScene(['a>a', ...pairs.map(([x, y]) => `${x}>${y}`)].join(' '));
        const graph = visibleGraph(scene, givenView('a', { hidden }));
        const kept = graph.nodes.map((node) => node.id);
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          [...scene.edges.values()].some(({ source, target }) => {
            if (source !== from || seen.has(target)) return false;
            if (target === to) return true;
            return hidden.includes(target) && reaches(target, to, new Set([...seen, target]));
          });
        const expected = kept.flatMap((from) =>
          kept.filter((to) => from !== to && reaches(from, to)).map((to) => `${from}>${to}`),
        );
        expect(
          graph.edges
            .filter(({ source, target }) => source !== target)
            .map((edge) => edge.id)
            .sort(),
        ).toEqual(expected.sort());
      },
    ),
  );
});

it('draws all that is selected, whether or not the root leads to it, and counts what one answer did not hold', () => {
  const selection = { meaning: 'a or x', total: 9, isComplete: false, root: 'a', focusName: 'a' };
  const graph = visibleGraph({ ...givenScene('a>b x>y'), selection }, givenView('elsewhere', { selector: 'a x' }));
  expect(drawn(graph)).toBe('a0 x0 y0 b1');
  expect(graph.counts).toMatchObject({ shown: 4, total: 9 });
});
