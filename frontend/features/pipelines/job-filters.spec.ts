import type { PipelinesState } from '../../components/url-state';
import { filterOf, isNarrowed, toggled } from './job-filters';

const NOTHING: PipelinesState = {
  q: '',
  state: [],
  integration: [],
  namespace: [],
  owner: [],
  late: false,
  level: 'pipelines',
  after: null,
};

it('asks for whole pipelines unless tasks are wanted too', () => {
  expect(filterOf({ ...NOTHING })).toMatchObject({ isTopLevel: true });
  expect(filterOf({ ...NOTHING, level: 'all' })).not.toHaveProperty('isTopLevel');
});

it('ticks a value, unticks it, and starts at the first page again', () => {
  const once = toggled({ ...NOTHING, after: 'x' }, 'state', 'failed');
  expect(once).toEqual({ ...NOTHING, state: ['failed'] });
  expect(toggled(once, 'state', 'failed')).toEqual(NOTHING);
});

it('is narrowed by any filter but the level', () => {
  const states: PipelinesState[] = [NOTHING, { ...NOTHING, level: 'all' }, { ...NOTHING, late: true }];
  expect(states.map(isNarrowed)).toEqual([false, false, true]);
});
