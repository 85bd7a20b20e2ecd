import { factChange } from './fact-change';

it('names what differs and nothing else, of columns too', () => {
  const before = {
    owner: 'ann',
    tags: ['a'],
    columns: [{ path: 'id', type: 'int' }, { path: 'old' }, { path: 'same' }],
  };
  const after = { owner: 'ben', tags: ['a'], region: 'eu', columns: [{ path: 'id', type: 'text' }, { path: 'same' }] };
  expect(factChange(before, after)).toEqual({
    before: { owner: 'ann', columns: [{ path: 'id', type: 'int' }, { path: 'old' }] },
    after: { owner: 'ben', region: 'eu', columns: [{ path: 'id', type: 'text' }] },
  });
  expect(factChange(undefined, before)).toEqual({ before: null, after: before });
  expect(factChange(before, before)).toBeNull();
});
