import fc from 'fast-check';
import { layoutGraph } from './layout';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  type Layout,
  type LayoutEdge,
  type LayoutNode,
  type LayoutRequest,
} from './layout-types';

const node = (id: string): LayoutNode => ({
  ...{ id, height: CARD_HEIGHT, sortKey: id, group: null },
  ...{ instead: [], isFollower: false },
});
const edge = (text: string): LayoutEdge => {
  const [source = '', target = ''] = text.split('>');
  return { id: text, source, target };
};
const graph = (text: string, focus: string | null): LayoutRequest => {
  const edges = text.split(' ').map(edge);
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return { focus, nodes: ids.map(node), edges, prior: null };
};
const ranks = (layout: Layout): Record<string, number> =>
  Object.fromEntries(Object.entries(layout.places).map(([id, place]) => [id, place.rank]));

const name = (index: number): string => `n${String(index).padStart(3, '0')}`;

/** Random graphs, cycles and loops included, with node 0 as focus. */
const anyGraph = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 140 }))
  .map(([count, pairs]): LayoutRequest => {
    const within = pairs.filter(([a, b]) => a < count && b < count);
    const edges = within.map(([a, b]) => edge(`${name(a)}>${name(b)}`));
    return { focus: name(0), nodes: Array.from({ length: count }, (_, i) => node(name(i))), edges, prior: null };
  });

const acyclic = anyGraph.map((request) => ({
  ...request,
  edges: request.edges.filter(({ source, target }) => source < target),
}));

function overlaps(layout: Layout): string[] {
  const all = Object.entries(layout.places);
  return all.flatMap(([a, one], i) =>
    all
      .slice(i + 1)
      .filter(
        ([, other]) =>
          Math.abs(one.x - other.x) < CARD_WIDTH && Math.abs(one.y - other.y) < (one.height + other.height) / 2,
      )
      .map(([b]) => `${a} ${b}`),
  );
}

it('counts columns from the focus: sources left, consumers right, each as far out as its longest path', () => {
  const layout = layoutGraph(graph('raw>stg stg>fct fct>mart mart>dash fct>dash other>dash raw>fct', 'fct'));
  expect(ranks(layout)).toEqual({ raw: -2, stg: -1, fct: 0, mart: 1, dash: 2, other: 1 });
  expect(layout.places['fct']).toMatchObject({ x: 0, y: 0 });
});

it('stacks a cycle in one column inside a frame', () => {
  const layout = layoutGraph(graph('in>a a>b b>c c>d d>a d>out', 'a'));
  expect(ranks(layout)).toEqual({ in: -1, a: 0, b: 0, c: 0, d: 0, out: 1 });
  expect(layout.frames).toMatchObject([{ kind: 'cycle', members: ['a', 'b', 'c', 'd'] }]);
});

it('wraps a wide column into sub-columns', () => {
  const layout = layoutGraph(graph(Array.from({ length: 100 }, (_, i) => `hub>${name(i)}`).join(' '), 'hub'));
  const columns = new Set(Object.values(layout.places).map((place) => place.x));
  expect(columns.size).toBe(6);
  expect(overlaps(layout)).toEqual([]);
});

it('sends an edge over many columns along the bus, outside all cards', () => {
  const layout = layoutGraph(graph('a>b b>c c>d d>e e>f f>g a>g', 'a'));
  const bottom = Math.max(...Object.values(layout.places).map((place) => Math.abs(place.y) + place.height / 2));
  expect(layout.waypoints['a>g']?.every((point) => Math.abs(point.y) > bottom)).toBe(true);
});

it('leads an edge over one column between its cards', () => {
  const layout = layoutGraph(graph('a>b a>c b>d c>d a>d', 'a'));
  const [lane] = layout.waypoints['a>d'] ?? [];
  const middle = ['b', 'c'].map((id) => layout.places[id]?.y ?? 0);
  expect(middle.every((y) => Math.abs(y - (lane?.y ?? y)) > CARD_HEIGHT / 2)).toBe(true);
});

it('gives the same positions for the same graph in any order', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(), (request, turn) => {
      const rotate = <Item>(items: readonly Item[]): Item[] => [
        ...items.slice(turn % (items.length + 1)),
        ...items.slice(0, turn % (items.length + 1)),
      ];
      const shuffled = { ...request, nodes: rotate(request.nodes), edges: rotate(request.edges) };
      expect(layoutGraph(shuffled).places).toEqual(layoutGraph(request).places);
    }),
  );
});

it('never lets two cards overlap', () => {
  fc.assert(fc.property(anyGraph, (request) => expect(overlaps(layoutGraph(request))).toEqual([])));
});

it('draws every edge of a graph without cycles from left to right', () => {
  fc.assert(
    fc.property(acyclic, (request) => {
      const { places } = layoutGraph(request);
      const wrong = request.edges.filter(
        (each) => (places[each.source]?.rank ?? 0) >= (places[each.target]?.rank ?? 0),
      );
      expect(wrong).toEqual([]);
    }),
  );
});

/** A graph, and the same with some nodes taken away: what the reader saw before expanding. */
const expansion = fc.tuple(acyclic, fc.integer({ min: 1, max: 60 })).map(([after, keep]) => {
  const nodes = after.nodes.slice(0, keep);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = after.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return { before: { ...after, nodes, edges }, after };
});

it('moves nothing up or down that is already drawn when more is shown, and lets nothing overlap', () => {
  fc.assert(
    fc.property(expansion, ({ before, after }) => {
      const prior = layoutGraph(before);
      const next = layoutGraph({ ...after, prior });
      const moved = before.nodes.filter(({ id }) => prior.places[id]?.y !== next.places[id]?.y);
      expect({ moved, overlaps: overlaps(next), placed: Object.keys(next.places).length }).toEqual({
        moved: [],
        overlaps: [],
        placed: after.nodes.length,
      });
    }),
  );
});

it('stands everything where it was after showing a little more and taking it away again', () => {
  fc.assert(
    fc.property(expansion, ({ before, after }) => {
      fc.pre(after.nodes.length - before.nodes.length <= 24);
      const prior = layoutGraph(before);
      const back = layoutGraph({ ...before, prior: layoutGraph({ ...after, prior }) });
      expect(back.places).toEqual(prior.places);
    }),
  );
});

it('opens a group where it stood, framed, and moves nothing else; closing it again stands it among its assets', () => {
  const group = (id: string): LayoutNode => ({ ...node(id), height: 72 });
  const edges = ['hub>group:1:a', 'hub>group:1:b', 'hub>group:1:c', 'group:1:b>end'].map(edge);
  const before: LayoutRequest = {
    focus: 'hub',
    nodes: [node('hub'), node('end'), group('group:1:a'), group('group:1:b'), group('group:1:c')],
    edges,
    prior: null,
  };
  const prior = layoutGraph(before);
  const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
  const opened = layoutGraph({
    ...before,
    nodes: [
      ...before.nodes.filter(({ id }) => id !== 'group:1:b'),
      ...members.map((id) => ({ ...node(id), group: '1:b', instead: ['group:1:b'] })),
    ],
    edges: [edge('hub>group:1:a'), edge('hub>group:1:c'), ...members.map((id) => edge(`hub>${id}`)), edge('m6>end')],
    prior,
  });
  for (const id of ['hub', 'end', 'group:1:a', 'group:1:c']) expect(opened.places[id]).toEqual(prior.places[id]);
  expect(opened.frames).toMatchObject([{ kind: 'group', label: 'b', group: '1:b', members }]);
  expect(overlaps(opened)).toEqual([]);
  const closed = { ...group('group:1:b'), instead: members };
  const back = layoutGraph({
    ...before,
    nodes: [...before.nodes.filter(({ id }) => id !== closed.id), closed],
    prior: opened,
  });
  expect(back.places['group:1:b']?.rank).toBe(1);
  expect({ overlaps: overlaps(back), frames: back.frames }).toEqual({ overlaps: [], frames: [] });
  expect(back.places['group:1:a']).toEqual(prior.places['group:1:a']);
});
