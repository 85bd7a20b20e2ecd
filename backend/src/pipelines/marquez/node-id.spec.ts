import { nodeIdOf, readingsOf } from './node-id';

it('reads an id in every way that its colons allow, longest namespace first', () => {
  expect(readingsOf('dataset:postgres://db:5432:shop.orders')).toEqual([
    { kind: 'DATASET', namespace: 'postgres://db:5432', name: 'shop.orders' },
    { kind: 'DATASET', namespace: 'postgres://db', name: '5432:shop.orders' },
    { kind: 'DATASET', namespace: 'postgres', name: '//db:5432:shop.orders' },
  ]);
});

it('reads what it writes', () => {
  const job = { kind: 'JOB', namespace: 'nightly', name: 'daily' } as const;
  expect(readingsOf(nodeIdOf(job))).toEqual([job]);
});

it.each(['', 'dataset', 'dataset:', 'job::', 'run:a:b', 'dataset:a:'])('knows nothing in %j', (id) => {
  expect(readingsOf(id)).toEqual([]);
});
