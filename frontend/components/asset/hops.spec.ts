import { hopsOf, type HopEdge } from './hops';

const at = (id: string, column: string | null) => ({ asset: { id }, column });
const edge = (from: string, to: string, more: Partial<HopEdge> = {}): HopEdge => {
  const [source = '', column = ''] = from.split('.');
  const [target = '', next = ''] = to.split('.');
  return {
    ...{ kind: 'DIRECT', subtype: 'IDENTITY', masking: false, evidence: [] },
    ...{ upstream: { assetId: source, column }, downstream: { assetId: target, column: next } },
    ...more,
  };
};

it('says of each step what happens before the next', () => {
  const edges = [
    edge('raw.email', 'stg.email'),
    edge('stg.email', 'dim.contact', { evidence: [{ line: 4, expression: 'email as contact' }] }),
    edge('dim.contact', 'mart.hash', { subtype: 'TRANSFORMATION', masking: true }),
  ];
  const path = [at('raw', 'email'), at('stg', 'email'), at('dim', 'contact'), at('mart', 'hash'), at('board', null)];
  expect(hopsOf(path, edges)).toEqual([
    { how: 'copied', line: null, expression: null },
    { how: 'renamed', line: 4, expression: 'email as contact' },
    { how: 'masked', line: null, expression: null },
    { how: null, line: null, expression: null },
  ]);
});

it('does not take what only steers rows for the way of a value', () => {
  const joined = edge('raw.email', 'stg.email', { kind: 'INDIRECT', subtype: 'JOIN' });
  expect(hopsOf([at('raw', 'email'), at('stg', 'email')], [joined])).toEqual([
    { how: null, line: null, expression: null },
  ]);
});
