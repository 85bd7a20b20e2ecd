import { givenScene, givenView } from '../graph/given/given-scene';
import { pictureOf } from '../graph/group';
import { visibleGraph } from '../graph/visible';
import { isWhole, loadView, sceneOf } from './load-view';
import { piecesOf } from './pieces';

const view = givenView('hub', { down: 3 });
const [{ key }] = piecesOf(view);
const budget = { reason: 'BUDGET', count: 400, message: 'maxNodes 600 reached' };
const part = { ...givenScene('hub>a hub>b', {}, { a: { layer: 'mart' }, b: { layer: 'mart' } }), omitted: [budget] };
const known = new Map([[key, part]]);

it('draws a part of what did not fit one answer as counted groups, and goes on to ask for all of it', async () => {
  expect(isWhole(view, known)).toBe(false);
  const picture = pictureOf(visibleGraph(sceneOf(view, known) ?? part, view), 'none', new Set());
  expect(picture.grouping).toBe('layer');
  const asked: unknown[] = [];
  const answer = { nodes: [], edges: [], omitted: [] };
  const loaded = await loadView(view, known, (_, variables) => {
    asked.push(variables);
    return Promise.resolve({ scene: answer, further: answer } as never);
  });
  expect(asked).toEqual([expect.objectContaining({ focus: 'hub', further: 3, maxNodes: 4100 })]);
  const all = new Map([...known, ...loaded]);
  expect(isWhole(view, all)).toBe(true);
  expect(sceneOf(view, all)?.omitted).toEqual([]);
});

it('a complete answer is asked for once', () => {
  const complete = new Map([[key, { ...part, omitted: [] }]]);
  expect(isWhole(view, complete)).toBe(true);
});
