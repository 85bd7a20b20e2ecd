import { columnPictureOf } from './column-picture';
import { columnTableRows } from './column-rows';
import { edgesCsv, nodesCsv } from './export-data';
import { givenAsset } from './given/given-scene';
import { edgeId, type SceneEdge, type SceneNode } from './graph';
import { givenColumns, givenColumnView } from './given/given-columns';
import type { Picture } from './group';
import { layoutRequestOf } from './layout-request';
import { layoutGraph } from './layout/layout';
import { stepFrom } from './navigate';
import { outlineOf } from './outline';
import { traceOf } from './trace';
import { atLevel, refocus, type View } from './view';
import { drawingOf, type Drawing } from './viewport';
import { visibleGraph } from './visible';

const scene = givenColumns('raw.mail>stg.mail stg.mail>dim.mail dim.mail>out.mail dim.mail~out.city raw.mail>log.mail');
const graph = visibleGraph(scene, givenColumnView('dim.mail'));
const picture = columnPictureOf(graph, new Set());

const draw = (of: Picture): Drawing => drawingOf(of, layoutGraph(layoutRequestOf(of, null)));
const rowsOf = ({ nodes }: Picture): Record<string, string[]> =>
  Object.fromEntries(
    nodes.flatMap((node) =>
      node.kind === 'asset' ? [[node.id, (node.rows?.shown ?? []).map((row) => row.id.split('#')[1] ?? '')]] : [],
    ),
  );

it('draws one card for each asset, with a row for each column on the ways', () => {
  expect(rowsOf(picture)).toEqual({
    raw: ['mail'],
    stg: ['mail'],
    dim: ['mail'],
    out: ['city', 'mail'],
    log: ['mail'],
  });
  expect(picture.nodes.map((node) => node.id).sort()).toEqual(['dim', 'log', 'out', 'raw', 'stg']);
  expect(picture.edges.map(({ look }) => look).sort()).toEqual(['direct', 'direct', 'direct', 'direct', 'indirect']);
});

it('leads lines from row to row, not from card to card', () => {
  const drawing = draw(picture);
  for (const { edge, route } of drawing.edges) {
    const [from, to] = [drawing.stops.get(edge.ends?.source ?? ''), drawing.stops.get(edge.ends?.target ?? '')];
    expect([route.start.y, route.end.y]).toEqual([from?.y, to?.y]);
  }
});

it('keeps rows inside their card, below its head, none over another', () => {
  const drawing = draw(picture);
  for (const { node, place } of drawing.nodes) {
    const ys = node.kind === 'asset' ? (node.rows?.shown ?? []).map(({ y }) => place.y + y) : [];
    for (const [index, y] of ys.entries()) {
      expect(y - 12).toBeGreaterThanOrEqual(place.y - place.height / 2 + 56);
      expect(y + 12).toBeLessThanOrEqual(place.y + place.height / 2);
      if (index > 0) expect(y - (ys[index - 1] ?? 0)).toBe(24);
    }
  }
});

it('draws an asset that is reached as a whole as a card without rows, with a line of its own kind to its head', () => {
  const [asset] = [...scene.nodes.values()].filter(({ id }) => id === 'out#mail').map((node) => node.asset);
  const whole: SceneNode = {
    ...{ id: 'bi', asset: { ...givenAsset('bi'), ...asset, id: 'bi' }, column: null },
    ...{ totals: { up: 0, down: 0 }, walked: { up: false, down: true } },
  };
  const step: SceneEdge = {
    ...{ id: edgeId('out#mail', 'bi'), source: 'out#mail', target: 'bi', kind: 'DIRECT', jobs: [], sources: [] },
    ...{ transformation: 'as a whole', masking: false, isWhole: true },
  };
  const further = {
    ...scene,
    nodes: new Map([...scene.nodes, ['bi', whole]]),
    edges: new Map([...scene.edges, [step.id, step]]),
  };
  const drawing = draw(columnPictureOf(visibleGraph(further, givenColumnView('dim.mail')), new Set()));
  const line = drawing.edges.find(({ edge }) => edge.target === 'bi');
  expect(rowsOf(drawing.picture)['bi']).toEqual([]);
  expect([line?.edge.look, line?.edge.how]).toEqual(['whole', 'as a whole']);
  expect(line?.route.end.y).toBe(drawing.stops.get('bi')?.y);
});

it('without indirect edges only they and what nothing else leads to are gone', () => {
  const direct = visibleGraph(scene, givenColumnView('dim.mail', { isDirectOnly: true }));
  expect(rowsOf(columnPictureOf(direct, new Set()))).toEqual({ ...rowsOf(picture), out: ['mail'] });
  expect(direct.edges).toHaveLength(graph.edges.length - 1);
});

it('folds what a card cannot hold into one line, where the lines of those rows end', () => {
  const many = givenColumns(Array.from({ length: 30 }, (_, i) => `dim.mail>wide.c${String(i + 10)}`).join(' '));
  const wide = visibleGraph(many, givenColumnView('dim.mail'));
  const folded = columnPictureOf(wide, new Set());
  const card = folded.nodes.find(({ id }) => id === 'wide');
  expect(card?.kind === 'asset' && card.rows?.folded).toMatchObject({ id: 'wide#', count: 22 });
  expect(folded.edges.find(({ ends }) => ends?.target === 'wide#')?.bundle).toBe(22);
  const open = columnPictureOf(wide, new Set(['wide']));
  expect(rowsOf(open)['wide']).toHaveLength(30);
  expect(open.edges).toHaveLength(30);
});

it('a trace through a row stays on its column', () => {
  expect([...traceOf(picture, 'out#mail').rows].sort()).toEqual(['dim#mail', 'out#mail', 'raw#mail', 'stg#mail']);
  expect([...traceOf(picture, 'out').rows]).toContain('out#city');
});

it('arrows walk from row to row and along the lines of a row', () => {
  const drawing = draw(picture);
  expect(stepFrom(drawing, 'stg#mail', 'ArrowRight')).toBe('dim#mail');
  expect(stepFrom(drawing, 'dim#mail', 'ArrowLeft')).toBe('stg#mail');
  expect(stepFrom(drawing, 'out', 'ArrowDown')).toBe('out#city');
  expect(stepFrom(drawing, 'out#city', 'ArrowDown')).toBe('out#mail');
});

it('outline, table and exports hold the same columns', () => {
  const drawn = graph.nodes.map(({ id }) => id).sort();
  const outlined = outlineOf(picture, new Set()).filter(({ kind }) => kind === 'column');
  expect(outlined.map(({ id }) => id).sort()).toEqual(drawn);
  const rows = columnTableRows(graph);
  expect(rows.map(({ id }) => id).sort()).toEqual(drawn);
  expect(rows.find(({ id }) => id === 'out#city')).toMatchObject({ kind: 'indirect', how: 'join', hops: 1 });
  expect(nodesCsv(graph).trimEnd().split('\r\n')).toHaveLength(drawn.length + 1);
  expect(edgesCsv(graph)).toContain('shop.marts.dim,mail,postgres://db,shop.marts.out,city,INDIRECT');
});

it('finds the followed column whatever its case, and shows columns to choose from while there is none', () => {
  expect(visibleGraph(scene, givenColumnView('dim.MAIL')).focus).toBe('dim#mail');
  const choices = visibleGraph({ ...scene, edges: new Map() }, givenColumnView('dim.x', { column: null }));
  expect(choices.nodes.map(({ distance }) => distance)).toEqual([0, 0, 0, 0, 0, 0]);
});

it('hides an asset with all its columns, bridged over', () => {
  const hidden = visibleGraph(scene, givenColumnView('dim.mail', { hidden: ['stg'] }));
  expect(hidden.edges.map(({ id, via }) => `${id} ${String(via)}`)).toContain('raw#mail>dim#mail 1');
});

it('goes from assets to columns and back with the depth that fits', () => {
  const depth = ({ up, down, column }: View): unknown[] => [up, down, column];
  const followed = refocus(
    atLevel(givenColumnView('dim.mail', { level: 'table', column: null }), 'column'),
    'dim',
    'mail',
  );
  expect(depth(followed)).toEqual([5, 5, 'mail']);
  expect(depth(atLevel(followed, 'table'))).toEqual([1, 1, null]);
});
