import fc from 'fast-check';
import {
  execute,
  getVariableValues,
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
  validate,
} from 'graphql';
import { markLasting } from '../../shared/lasting';
import { TextRoom } from './kept-texts';
import { planOperation } from './operation-plan';
import { Run } from './run';

interface Thing {
  readonly name: string;
  readonly note: string | null;
  readonly size: number;
  readonly things: readonly Thing[];
}

const leaf = (name: string): Thing => ({ name, note: null, size: 1, things: [] });
const WORLD: Thing = {
  name: 'root',
  note: 'has "two" \\ größer 漢字 🎉 \ud800 \n\u0000\u2028',
  size: 3,
  things: [
    markLasting(leaf('one')),
    markLasting({ name: 'two', note: 'x'.repeat(200), size: 2, things: [leaf('three'), leaf('ü'.repeat(80))] }),
  ],
};

const ThingType: GraphQLObjectType<Thing> = new GraphQLObjectType<Thing>({
  name: 'Thing',
  fields: () => ({
    name: { type: new GraphQLNonNull(GraphQLString), resolve: (thing) => thing.name },
    note: { type: GraphQLString },
    size: { type: GraphQLInt, resolve: (thing) => Promise.resolve(thing.size) },
    things: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(ThingType))),
      args: { first: { type: GraphQLInt, defaultValue: 10 } },
      resolve: (thing, { first }: { first: number }) => Promise.resolve(thing.things.slice(0, first)),
    },
    first: { type: ThingType, resolve: (thing) => thing.things[0] },
    path: { type: GraphQLString, resolve: (_thing, _args, _context, { path }) => String(path.prev?.key) },
    context: { type: GraphQLBoolean, resolve: (_thing, _args, context) => context === CONTEXT },
    broken: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
  }),
});
const CONTEXT = {};
const SCHEMA = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { root: { type: ThingType, resolve: (): Thing => WORLD }, none: { type: ThingType, resolve: () => null } },
  }),
});

/** The answer of a plan. */
async function planned(text: string, given: Record<string, unknown>): Promise<string> {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  const { coerced = {} } = getVariableValues(SCHEMA, operation.variableDefinitions ?? [], given);
  const asked = { schema: SCHEMA, document, operation, variables: coerced };
  return (await new Run(asked, CONTEXT).answer(planOperation(asked, new TextRoom()))).toBuffer().toString();
}

/** The same by GraphQL itself. */
async function executed(text: string, given: Record<string, unknown>): Promise<unknown> {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  const { data, errors } = await execute({ schema: SCHEMA, document, contextValue: CONTEXT, variableValues: given });
  expect(errors).toBeUndefined();
  return data;
}

const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  field: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('name', 'note', 'size', 'path', 'context', '__typename', 'other: name', 'name @skip(if: $yes)'),
    fc.constantFrom('note @include(if: $no)', 'size @include(if: true)', '...Common', '... on Thing { name size }'),
    tie('selection').map((inner) => `things { ${inner} }`),
    tie('selection').map((inner) => `some: things(first: $first) { ${inner} }`),
    tie('selection').map((inner) => `first { ${inner} }`),
    tie('selection').map((inner) => `... @skip(if: $no) { ${inner} }`),
  ),
  selection: fc.array(tie('field'), { minLength: 1, maxLength: 5 }).map((fields) => fields.join(' ')),
}));

describe('a plan', () => {
  it('answers what GraphQL answers, keys in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(selection, fc.boolean(), fc.nat(2), async (fields, yes, first) => {
        const text = `query Q($yes: Boolean!, $no: Boolean = false, $first: Int) {
          root { name ...Common ${fields} last: things(first: $first) { name } } none { name @skip(if: $no) } __typename }
          fragment Common on Thing { note first { name note } context @include(if: $yes) }`;
        fc.pre(validate(SCHEMA, parse(text)).length === 0);
        const given = { yes, first };
        expect(await planned(text, given)).toBe(JSON.stringify(await executed(text, given)));
      }),
    );
  });

  it.each(['{ root { broken } }', '{ __schema { types { name } } }', '{ root { things(first: "x") { name } } }'])(
    'leaves %s to GraphQL',
    async (text) => {
      await expect(planned(text, {})).rejects.toThrow();
    },
  );
});
