import { ownWordBefore } from './own-word';

it('is what a person said, text or list', () => {
  const facts = [
    { field: 'owner', value: 'ana', sourceKind: 'person' },
    { field: 'tags', value: ['a', 'b'], sourceKind: 'person' },
  ];
  expect([ownWordBefore(facts, 'owner'), ownWordBefore(facts, 'tags')]).toEqual(['ana', ['a', 'b']]);
});

it('is nothing when a tool said it, or nobody', () => {
  const facts = [{ field: 'owner', value: 'finance', sourceKind: 'dbt' }];
  expect([ownWordBefore(facts, 'owner'), ownWordBefore(facts, 'description')]).toEqual([null, null]);
});
