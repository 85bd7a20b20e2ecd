import { innerName, signature, typeText } from './introspection';

const string = { kind: 'SCALAR', name: 'String' };
const list = {
  kind: 'NON_NULL',
  name: null,
  ofType: { kind: 'LIST', name: null, ofType: { kind: 'NON_NULL', name: null, ofType: string } },
};

it('writes a type as a schema does', () => {
  expect([typeText(string), typeText(list), innerName(list)]).toEqual(['String', '[String!]!', 'String']);
});

it('writes a field with its arguments and defaults', () => {
  const first = { name: 'first', type: { kind: 'SCALAR', name: 'Int' }, defaultValue: '20' };
  expect(signature({ name: 'tags', type: list, args: [first] })).toBe('tags(first: Int = 20): [String!]!');
});
