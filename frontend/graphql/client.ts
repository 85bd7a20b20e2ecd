import { cookies, headers } from 'next/headers';
import { API_ORIGIN } from '../config';
import type { TypedDocumentString } from './generated/graphql';
import { send, type VariablesOf } from './transport';

export { ApiError } from './transport';

/**
 * Asks the API on behalf of the person whose page is being rendered. Server side only.
 *
 * The person's own session goes along, never a service's: the API decides what may be seen.
 * @throws ApiError
 */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Result> {
  const [cookie, incoming] = await Promise.all([cookies(), headers()]);
  const forwarded = incoming.get('x-forwarded-for');
  return send(
    {
      url: `${API_ORIGIN}/graphql`,
      headers: { cookie: cookie.toString(), ...(forwarded && { 'x-forwarded-for': forwarded }) },
    },
    document,
    variables,
  );
}
