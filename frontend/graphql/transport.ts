import type { TypedDocumentString } from './generated/graphql';

/** The API's closed list of error codes; UNAVAILABLE also stands for "no answer at all". */
export type ApiErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_COMPLEX'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** A request the API refused or could not answer. `requestId` finds it in the server's log. */
export class ApiError extends Error {
  /** All that reaches the browser when this is thrown on the server; error.tsx reads it. */
  readonly digest: string;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly requestId: string | null = null,
    readonly details: unknown = null,
  ) {
    super(message);
    this.name = 'ApiError';
    this.digest = `${code};${requestId ?? ''}`;
  }
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: ApiErrorCode; readonly details?: unknown };
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

/** A call without variables takes none; one with required variables cannot forget them. */
export type VariablesOf<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** Where to send an operation and what to send along. */
export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Sends one operation and gives its data.
 *
 * @throws ApiError with the API's own code; UNAVAILABLE when nothing or no JSON came back.
 */
export async function send<Result, Variables>(
  endpoint: Endpoint,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
): Promise<Result> {
  const response = await fetch(endpoint.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...endpoint.headers },
    body: JSON.stringify({ query: document.toString(), variables }),
    cache: 'no-store',
    ...(endpoint.signal && { signal: endpoint.signal }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('UNAVAILABLE', 'The catalog service did not answer.');
  });
  return readAnswer<Result>(response);
}

async function readAnswer<Result>(response: Response): Promise<Result> {
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as GraphqlAnswer | null;
  const error = answer?.errors?.[0];
  if (error) throw refusalOf(error, requestId);
  if (!answer?.data) throw new ApiError(codeOf(response.status), sentenceOf(response.status), requestId);
  return answer.data as Result;
}

function refusalOf({ message, extensions }: GraphqlError, requestId: string | null): ApiError {
  return new ApiError(extensions?.code ?? 'INTERNAL', message, requestId, extensions?.details);
}

function codeOf(status: number): ApiErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  return status >= 500 ? 'UNAVAILABLE' : 'INVALID';
}

function sentenceOf(status: number): string {
  return status >= 500
    ? 'The catalog service is not available right now.'
    : `The catalog service answered ${String(status)}.`;
}
