import type { TypedDocumentString } from './generated/graphql';
import { send, type VariablesOf } from './transport';

export { ApiError } from './transport';

/**
 * Asks the API from the browser, with the session cookie of this origin.
 *
 * @throws ApiError
 */
export function browserRequest<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Result> {
  return send({ url: '/graphql', headers: {} }, document, variables);
}

/** The same, given up when `signal` says so; the promise then rejects with the abort. */
export function abortableRequest<Result, Variables>(
  signal: AbortSignal,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return send({ url: '/graphql', headers: {}, signal }, document, variables);
}
