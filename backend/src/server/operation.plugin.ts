import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server' with {
  'resolution-mode': 'import',
}; // the copy of the types that Nest, being an ES module, means
import { Kind, OperationTypeNode, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Logger } from 'pino';
import { refusalOf, REQUIRED, type Actor, type Requirement } from '../access';
import { DomainError } from '../shared/errors';
import { checkOperation, type VisitedField } from '../shared/graphql/operation-limits';
import type { GraphqlContext } from '../shared/graphql/request-of';
import { loggable } from './failure';
import { causeOf, isUnexpected } from './format-error';

/** What resolvers get, and what the plugins need beside it. */
export interface OperationContext extends GraphqlContext {
  readonly actor: Actor;
  readonly requestId: string;
}

export type OperationPlugin = ApolloServerPlugin<OperationContext>;

/**
 * Looks at each operation once before it runs: is it small enough, and may its caller see every field it names?
 * After it ran, logs what was unexpected and settles the HTTP status.
 *
 * Once per operation, not per field: an answer of 500 nodes has thousands of fields and must cost milliseconds.
 */
export const operationPlugin = (log: Logger): OperationPlugin => {
  const listener: GraphQLRequestListener<OperationContext> = {
    // Apollo wants promises; what throws in here is refused like what rejects.
    // oxlint-disable-next-line typescript/require-await -- the check is synchronous, its interface is not
    didResolveOperation: async (request) => checkRequest(request),
    // oxlint-disable-next-line typescript/require-await -- as above
    didEncounterErrors: async (request) => logUnexpected(log, request),
    // oxlint-disable-next-line typescript/require-await -- as above
    willSendResponse: async (request) => settleStatus(request),
  };
  return { requestDidStart: () => Promise.resolve(listener) };
};

function checkRequest({ schema, document, operation, request, contextValue }: GraphQLRequestContext<OperationContext>) {
  if (!document || !operation) return;
  const { actor } = contextValue;
  if (actor.kind === 'anonymous' && asksForSchema(operation)) {
    throw new DomainError('UNAUTHENTICATED', 'The schema is shown to those who are signed in');
  }
  const variables = request.variables ?? {};
  checkOperation({ schema, document, operation, variables }, (field) => checkField(actor, field));
}

/** Fields below the root that ask for more than their root does; the guard stands before the root itself. */
function checkField(actor: Actor, { definition, isRoot }: VisitedField): void {
  const requirement = definition.extensions[REQUIRED] as Requirement | undefined;
  if (isRoot || requirement === undefined) return;
  const refusal = refusalOf(actor, requirement);
  if (refusal) throw refusal;
}

/** `__schema` and `__type` at the root, also inside inline fragments; named fragments count as asking. */
function asksForSchema(operation: OperationDefinitionNode): boolean {
  const asks = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return isSchemaField(selection);
      return selection.kind === Kind.FRAGMENT_SPREAD || asks(selection.selectionSet);
    });
  return operation.operation === OperationTypeNode.QUERY && asks(operation.selectionSet);
}

const isSchemaField = (field: FieldNode): boolean => ['__schema', '__type'].includes(field.name.value);

function logUnexpected(log: Logger, { errors, contextValue }: GraphQLRequestContext<OperationContext>): void {
  for (const error of errors ?? []) {
    if (!isUnexpected(error)) continue;
    error.extensions['requestId'] = contextValue.requestId;
    const { requestId } = contextValue;
    log.error({ requestId, path: error.path?.join('.'), error: loggable(causeOf(error)) }, 'operation failed');
  }
}

const STATUS: Readonly<Record<string, number>> = { UNAVAILABLE: 503, FORBIDDEN: 403, INTERNAL: 500 };

/** 401 whenever credentials are missing, so that programs notice; else 200 for what ran, 4xx for what did not. */
function settleStatus({ response }: GraphQLRequestContext<OperationContext>): void {
  if (response.body?.kind !== 'single') return;
  const { data, errors = [] } = response.body.singleResult;
  const codes = errors.map((error) => String(error.extensions?.['code']));
  if (codes.includes('UNAUTHENTICATED')) response.http.status = 401;
  else if (data === undefined) response.http.status = STATUS[codes[0] ?? 'INTERNAL'] ?? 400;
}
