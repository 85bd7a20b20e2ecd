import { Kind, type FieldNode, type GraphQLField, type OperationDefinitionNode, type ValueNode } from 'graphql';
import { invalid } from '../errors';

/** Arguments that say how many objects an answer, or each list in it, may hold. */
const SIZE_ARGUMENTS = ['first', 'maxNodes'];
const LARGEST_PAGE = 100;

interface Given {
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects a field is asked for, by text, variable or default; null when it takes no such argument.
 *
 * @throws DomainError INVALID for a `first` outside 1 to 100
 */
export function sizeAsked(node: FieldNode, definition: GraphQLField<unknown, unknown>, given: Given): number | null {
  const argument = definition.args.find(({ name }) => SIZE_ARGUMENTS.includes(name));
  if (!argument) return null;
  const literal = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  const value = (literal && valueOf(literal, given)) ?? argument.defaultValue;
  if (typeof value !== 'number') return LARGEST_PAGE; // of a wrong type: execution will refuse it
  if (argument.name === 'first') checkPage(definition.name, value);
  return Math.max(1, value);
}

function checkPage(field: string, first: number): void {
  if (first >= 1 && first <= LARGEST_PAGE) return;
  throw invalid(`${field}(first: ${first}) is not between 1 and ${LARGEST_PAGE}`);
}

function valueOf(literal: ValueNode, { operation, variables }: Given): unknown {
  if (literal.kind !== Kind.VARIABLE) return numberIn(literal);
  const name = literal.name.value;
  if (name in variables) return variables[name];
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return numberIn(declared?.defaultValue);
}

const numberIn = (node: ValueNode | undefined): number | undefined =>
  node?.kind === Kind.INT ? Number(node.value) : undefined;
