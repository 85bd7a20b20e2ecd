import { buildSchema, GraphQLObjectType, Kind, parse } from 'graphql';
import { checkOperation } from './operation-limits';

const schema = buildSchema(`
  type Query { things(first: Int! = 20): Page! graph(maxNodes: Int! = 500): Graph! thing: Thing }
  type Page { total: Int! nodes: [Thing!]! }
  type Graph { root: Thing! nodes: [Thing!]! edges: [Edge!]! }
  type Edge { jobs: [Thing!]! kind: String! }
  type Thing { id: ID! name: String! parts: [Thing!]! owner: Thing things(first: Int! = 10): [Thing!]! }
`);
const edge = schema.getType('Edge');
if (edge instanceof GraphQLObjectType) Object.assign(edge.getFields()['jobs'] ?? {}, { extensions: { complexity: 1 } });

const objectsOf = (text: string, variables: Record<string, unknown> = {}): number | string => {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  try {
    return checkOperation({ schema, document, operation, variables }, () => undefined);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([
  ['nothing for values', '{ thing { id name } }', 1],
  ['a page by its size', '{ things(first: 7) { total nodes { id } } }', 1 + 7],
  ['a page by its default', '{ things { nodes { id } } }', 1 + 20],
  ['pages in pages', '{ things(first: 7) { nodes { things(first: 3) { id } } } }', 1 + 7 * (1 + 3)],
  ['ten for a list of unknown length', '{ thing { parts { id } } }', 1 + 10],
  ['what the schema says for a list that is short', '{ graph(maxNodes: 100) { edges { jobs { id } } } }', 1 + 100 * 2],
  ['a graph by its nodes', '{ graph(maxNodes: 100) { nodes { owner { id } } edges { kind } } }', 1 + 200 + 100],
  [
    'fragments where they are spread',
    '{ things(first: 2) { nodes { ...f } } } fragment f on Thing { owner { id } }',
    1 + 4,
  ],
  ['nothing for what is left out', 'query ($no: Boolean!) { thing { parts @include(if: $no) { id } } }', 1],
  ['page sizes in variables', 'query ($n: Int!) { things(first: $n) { nodes { id } } }', 1 + 9],
  ['defaults of variables', 'query ($m: Int! = 5) { things(first: $m) { nodes { id } } }', 1 + 5],
])('counts %s', (_what, text, count) => {
  expect(objectsOf(text, { n: 9, no: false })).toBe(count);
});

it.each([
  ['a page too large', '{ things(first: 101) { total } }', 'INVALID'],
  [
    'an answer too large',
    '{ things(first: 100) { nodes { things(first: 100) { things(first: 100) { id } } } } }',
    'TOO_COMPLEX',
  ],
  ['lists in lists in lists', `{ ${'thing { '.repeat(1)}${'parts { '.repeat(6)}id${' }'.repeat(7)} }`, 'TOO_COMPLEX'],
])('refuses %s', (_what, text, code) => {
  expect(objectsOf(text)).toBe(code);
});
