import { describeChange } from './describe-change';

it('says before and after of each field', () => {
  expect(describeChange({ owner: { before: null, after: 'ana' }, tags: { before: ['a'], after: [] } })).toEqual([
    { field: 'owner', words: 'nothing → ana' },
    { field: 'tags', words: 'a → nothing' },
  ]);
  expect(describeChange({ class_level: { before: null, after: 3 } })).toEqual([
    { field: 'class_level', words: 'nothing → confidential' },
  ]);
  const run = { before: null, after: { status: 'success', rows: 2 } };
  expect(describeChange({ run })).toEqual([{ field: 'run', words: 'nothing → status success, rows 2' }]);
});

it('counts what happened to columns', () => {
  const columns = { added: ['a', 'b'], removed: [], retyped: [{ name: 'c' }], isBreaking: false };
  expect(describeChange({ columns })).toEqual([{ field: 'columns', words: '+2 △1' }]);
});

it('names only the properties that differ', () => {
  const properties = { before: { group: 'x', version: 1 }, after: { group: 'x', version: 2, path: 'm.sql' } };
  expect(describeChange({ properties })).toEqual([
    { field: 'path', words: 'nothing → m.sql' },
    { field: 'version', words: '1 → 2' },
  ]);
});

it('is silent when the operation says it all', () => {
  expect([describeChange({}), describeChange(null)]).toEqual([[], []]);
});
