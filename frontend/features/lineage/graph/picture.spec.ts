import { edgesCsv, graphJson, nodesCsv } from './export-data';
import { EXPORT_THEMES, exportSvg } from './export-svg';
import { findIn } from './find';
import { givenAsset, givenScene, givenView } from './given/given-scene';
import { pictureOf } from './group';
import { layoutRequestOf } from './layout-request';
import { layoutGraph } from './layout/layout';
import { classOf, legendOf, NEUTRAL } from './lens';
import { stepFrom } from './navigate';
import { outlineOf } from './outline';
import { distanceTo, pathOf, routeOf, samplesOf } from './routes';
import { tableRows } from './table-rows';
import { edgesAlong, traceOf } from './trace';
import { drawingOf } from './viewport';
import { visibleGraph } from './visible';

const scene = givenScene(
  'raw>stg stg>fct fct>a fct>b',
  {},
  {
    raw: { layer: 'source' },
    stg: { layer: 'staging', owner: '=cmd' },
    fct: { layer: 'mart', displayName: 'fct & <co>' },
    a: { layer: 'mart' },
    b: { layer: 'bi', type: 'DASHBOARD' },
  },
);
const graph = visibleGraph(scene, givenView('fct', { up: 2 }));
const picture = pictureOf(graph, 'none', new Set());
const drawing = drawingOf(picture, layoutGraph(layoutRequestOf(picture, null)));

it('outline, table and picture hold the same assets', () => {
  const outlined = outlineOf(picture, new Set())
    .filter((item) => item.isNode)
    .map((item) => item.id);
  expect(outlined.sort()).toEqual(picture.nodes.map((node) => node.id).sort());
  expect(
    tableRows(picture)
      .map((row) => row.id)
      .sort(),
  ).toEqual(outlined);
});

it('outline says level, place and hops, and folds', () => {
  const lines = outlineOf(picture, new Set(['downstream'])).map(({ label, level, position, size, isOpen }) => [
    label,
    level,
    position,
    size,
    isOpen,
  ]);
  expect(lines).toEqual([
    ['fct & <co>', 1, 1, 3, undefined],
    ['upstream', 1, 2, 3, true],
    ['1 hop', 2, 1, 2, true],
    ['stg', 3, 1, 1, undefined],
    ['2 hops', 2, 2, 2, true],
    ['raw', 3, 1, 1, undefined],
    ['downstream', 1, 3, 3, false],
  ]);
});

it('arrows walk along edges and within columns', () => {
  const walk = ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'] as const;
  expect(
    walk.reduce<string[]>((path, arrow) => [...path, stepFrom(drawing, path.at(-1) ?? '', arrow) ?? 'end'], ['fct']),
  ).toEqual(['fct', 'stg', 'raw', 'end']);
  expect(stepFrom(drawing, 'a', 'ArrowDown')).toBe('b');
  expect(stepFrom(drawing, 'a', 'ArrowUp')).toBeNull();
});

it('a closed group is one counted node; its edges are one line with their number', () => {
  const closed = pictureOf(graph, 'layer', new Set(['1:mart', '1:bi']));
  expect(closed.nodes.map((node) => node.id).sort()).toEqual(['fct', 'group:1:bi', 'group:1:mart', 'raw', 'stg']);
  const schema = pictureOf(graph, 'schema', new Set(['1:shop.marts']));
  expect(schema.edges.find((edge) => edge.target === 'group:1:shop.marts')).toMatchObject({ bundle: 2, source: 'fct' });
});

it('legend counts sum to the assets, in the order of layers, what is not said last', () => {
  const legend = legendOf('layer', [...graph.nodes.map((node) => node.asset), givenAsset('x')]);
  expect(legend.map(({ label, count }) => `${label} ${String(count)}`)).toEqual([
    'source 1',
    'staging 1',
    'mart 2',
    'bi 1',
    'no layer 1',
  ]);
  expect(legend.at(-1)?.hue).toBe(NEUTRAL);
  expect(classOf({ level: 'CONFIDENTIAL', categories: ['PII'] })).toBe('PII');
});

it('find tells drawn from not drawn and adds what was only counted', () => {
  const found = findIn(scene, new Set(['a']), 'MARTS', [givenAsset('z')], 40);
  expect({ visible: found.visible.map(({ id }) => id), hidden: found.hidden.length, count: found.hiddenCount }).toEqual(
    { visible: ['a'], hidden: 5, count: 45 },
  );
  expect(findIn(scene, new Set(), '  ').hiddenCount).toBe(0);
});

it('a way is lit from each of its assets to the next, and nothing beside it', () => {
  expect([...edgesAlong(picture, ['raw', 'stg', 'fct']).edges].sort()).toEqual(['raw>stg', 'stg>fct']);
});

it('a trace holds every way into and out of a node, nothing beside', () => {
  expect([...traceOf(picture, 'a').edges].sort()).toEqual(['fct>a', 'raw>stg', 'stg>fct']);
});

it('routes run from the right of the source to the left of the target, smoothly', () => {
  const edge = picture.edges.find(({ id }) => id === 'fct>a');
  const route = edge && routeOf(edge, drawing.layout);
  if (!route) throw new Error('no route');
  expect(route.start).toEqual({ x: 120, y: 0 });
  expect(pathOf(route)).toMatch(/^M120 0 Q.+ Q/);
  expect(samplesOf(route).at(-1)).toEqual(route.end);
  expect(distanceTo(route, route.end)).toBe(0);
});

it('SVG is escaped, names every asset once and carries title, moment and legend', () => {
  const legend = legendOf(
    'layer',
    graph.nodes.map((node) => node.asset),
  );
  const svg = exportSvg({
    drawing,
    title: 'Lineage of <fct>',
    subtitle: '5 of 5',
    asOf: 'as of 2026-11-24',
    lens: 'layer',
    legend,
    hueOf: () => NEUTRAL,
    theme: EXPORT_THEMES.light,
  });
  expect(svg).toContain('fct &amp; &lt;co&gt;');
  expect(svg).not.toMatch(/<fct>|<co>/);
  for (const name of ['raw', 'stg', 'a', 'b']) expect(svg.split(`>${name}</text>`)).toHaveLength(2);
  expect(svg).toContain('as of 2026-11-24');
  expect(svg).toContain('mart 2');
});

it('CSV quotes by RFC 4180 and defuses formulas; JSON keeps the counts', () => {
  expect(nodesCsv(graph).split('\r\n')).toHaveLength(7);
  expect(nodesCsv(graph)).toContain(",'=cmd,");
  expect(edgesCsv(graph).split('\r\n')[1]).toBe(
    'postgres://db,shop.marts.raw,,postgres://db,shop.marts.stg,,DIRECT,0,,dbt shop,,false',
  );
  expect(JSON.parse(graphJson(graph, null))).toMatchObject({ focus: 'fct', counts: { shown: 5 }, more: [] });
});
