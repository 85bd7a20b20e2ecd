import type { Way } from '../../graph/graph';
import { stepWords, wayAt, wayWords } from './way-words';

const edge = {
  ...{ id: 'a>b', source: 'a', target: 'b', kind: 'DIRECT', masking: false },
  ...{ jobs: ['nightly'], sources: ['dbt project shop'], transformation: 'dbt_model' },
};
const way = (...ids: string[]): Way => ({ ids, steps: [] });

it('says a way by its assets, and a step by what happens on it', () => {
  expect(wayWords(way('a', 'b', 'c'), (id) => id.toUpperCase())).toBe('A → B → C');
  expect(stepWords({ edge, maskedColumns: ['email'] })).toBe(
    'dbt_model · job nightly · by dbt project shop · masks email',
  );
  expect(stepWords({ edge: { ...edge, jobs: [], sources: [], transformation: null }, maskedColumns: [] })).toBe(
    'direct',
  );
});

it('lights the way of the address, and the first one when there is no such way', () => {
  const ways = [way('a', 'b'), way('a', 'c', 'b')];
  expect([null, 1, 2, 3, 0].map((number) => wayAt(ways, number).index)).toEqual([0, 0, 1, 0, 0]);
  expect(wayAt([], 1)).toEqual({ index: 0, way: undefined });
});
