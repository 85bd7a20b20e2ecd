import type { GraphQLRequestContext, GraphQLResponse } from '@apollo/server' with { 'resolution-mode': 'import' }; // the copy of the types that Nest, being an ES module, means
import { getVariableValues, OperationTypeNode } from 'graphql';
import type { OperationContext, OperationPlugin } from '../operation.plugin';
import { AnswerJson } from './answer-json';
import { KeptPlans } from './kept-plans';
import { Run, type Planned } from './run';

/**
 * Answers queries by a plan that is made once per document; GraphQL's own execution works every field of every object
 * out again, which takes most of the time of an answer of 500 nodes.
 *
 * Only for what succeeds: whatever fails, and whatever has no plan, is left to GraphQL's execution, which words errors
 * and decides what becomes null. A query may so be resolved twice; a mutation never is.
 */
export function executionPlugin(): OperationPlugin {
  const plans = new KeptPlans();
  return {
    requestDidStart: () =>
      Promise.resolve({ responseForOperation: (request) => answer(plans, request).catch(() => null) }),
  };
}

async function answer(
  plans: KeptPlans,
  { schema, document, operation, request, response, contextValue }: GraphQLRequestContext<OperationContext>,
): Promise<GraphQLResponse | null> {
  if (!document || operation?.operation !== OperationTypeNode.QUERY) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (!coerced) return null;
  const planned: Planned = { schema, document, operation, variables: coerced };
  const json = await new Run(planned, contextValue).answer(plans.planFor(planned));
  const data = json as unknown as Record<string, unknown>; // an object to whoever turns it into JSON
  return { http: response.http, body: { kind: 'single', singleResult: { data } } };
}

/** What Apollo sends; an answer by plan is bytes already, which Express takes as it takes a text. */
export function stringifyAnswer(answer: { readonly data?: unknown }): string {
  if (!(answer.data instanceof AnswerJson)) return `${JSON.stringify(answer)}\n`;
  return Buffer.concat([BEFORE, ...answer.data.pieces(), AFTER]) as unknown as string;
}

const [BEFORE, AFTER] = [Buffer.from('{"data":'), Buffer.from('}\n')];
