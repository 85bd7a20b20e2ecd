import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { expectedFailure } from './failure';

/** Apollo's words for a request that cannot be understood. */
const INVALID = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);
/** graphql-js stops both by itself; it says so in the message alone. */
const TOO_MUCH = /Document contains more that \d+ tokens|Validation aborted|maximum recursive selections/i;

/** Apollo's `formatError`: every error gets one of our codes, and nothing unexpected shows its text. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const where = placeOf(formatted);
  const failure = expectedFailure(causeOf(error));
  if (failure) {
    const details = Object.keys(failure.details).length > 0 ? { details: failure.details } : {};
    return { message: failure.message, ...where, extensions: { code: failure.code, ...details } };
  }
  if (isInvalid(formatted)) {
    const code = TOO_MUCH.test(formatted.message) ? 'TOO_COMPLEX' : 'INVALID';
    return { message: formatted.message, ...where, extensions: { code } };
  }
  const requestId = formatted.extensions?.['requestId'];
  return { message: 'Internal error', ...where, extensions: { code: 'INTERNAL', ...(requestId ? { requestId } : {}) } };
}

/** Where in the document and the answer it happened, as far as that is known. */
function placeOf({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}

/** Whether an error of an operation is a bug: to be logged, and told to nobody. */
export function isUnexpected(error: GraphQLError): boolean {
  return expectedFailure(causeOf(error)) === null && !isInvalid(error);
}

/** What was thrown: graphql-js wraps it, with the place where it happened. */
export function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function isInvalid({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  return INVALID.has(String(extensions?.['code']));
}
