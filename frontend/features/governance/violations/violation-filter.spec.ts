import { filterOf, isNarrowed, toggle, type ViolationQuestion } from './violation-filter';

const QUESTION: ViolationQuestion = {
  status: ['open'],
  severity: [],
  policy: [],
  requirement: [],
  owner: [],
  layer: [],
  assigned: null,
  overdue: false,
  asset: null,
  ids: [],
};

it('asks for open ones when nothing else is said', () => {
  const nothing = { severity: null, policy: null, requirement: null, owner: null, layer: null, assetId: null };
  expect(filterOf(QUESTION, 'p1')).toEqual({ ...nothing, status: ['OPEN'] });
});

it('asks for all when no status is said', () => {
  expect(filterOf({ ...QUESTION, status: [] }, null).status).toBeNull();
});

it('knows who "me" is, and asks for anybody when nobody is signed in', () => {
  const mine: ViolationQuestion = { ...QUESTION, assigned: 'me' };
  expect([filterOf(mine, 'p1').assignee, filterOf(mine, null).isAssigned]).toEqual([['p1'], true]);
});

it('asks for those without an owner by an empty text', () => {
  expect(filterOf(toggle(QUESTION, 'owner', '(none)'), null).owner).toEqual(['']);
});

it('takes a value back when it is chosen again', () => {
  const once = toggle(QUESTION, 'policy', 'de-pii');
  expect([isNarrowed(once), toggle(once, 'policy', 'de-pii')]).toEqual([true, QUESTION]);
});
