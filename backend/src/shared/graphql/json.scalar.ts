import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/** Any JSON value, as it is: use as `@Field(() => JsonScalar)`. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value: object, list, text, number, boolean or null.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
