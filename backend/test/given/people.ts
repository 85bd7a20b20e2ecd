import type { GivenApp } from './app';

export type Role = 'VIEWER' | 'CONTRIBUTOR' | 'STEWARD' | 'ADMIN' | 'INGESTOR';

/** Fine by every rule. */
export const PASSWORD = 'seven purple lanterns float';

/** A person who can sign in with PASSWORD; gives the id. */
export async function givenPerson(given: GivenApp, username: string, role: Role = 'VIEWER'): Promise<string> {
  const { data, errors } = await given.query<{ createPerson: { id: string } }>(
    'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }',
    { input: { username, displayName: username, role, password: PASSWORD } },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createPerson.id;
}

/** A session cookie (`name=value`) of a person of `givenPerson`. */
export async function givenSession(given: GivenApp, username: string): Promise<string> {
  const response = await signIn(given, username, PASSWORD);
  if (response.status !== 204) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  return cookieOf(response);
}

/** Tries to sign in, as a browser on the service's own pages does. */
export function signIn(
  given: Pick<GivenApp, 'url'>,
  username: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${given.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password }),
  });
}

/** The first cookie that an answer sets, as the browser sends it back. */
export const cookieOf = (response: Response): string => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

/** The username that a cookie stands for; null when it stands for nobody. */
export async function whoHas(given: GivenApp, cookie: string): Promise<string | null> {
  const response = await fetch(`${given.url}/api/v1/session`, { headers: { cookie } });
  return response.ok ? ((await response.json()) as { username: string }).username : null;
}

/** A GraphQL request with a cookie in place of a token. */
export function askWithCookie(
  given: GivenApp,
  cookie: string,
  query: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${given.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify({ query }),
  });
}

/** The text of a stored API token. */
export async function givenToken(given: GivenApp, role: Role, by: string = given.adminToken): Promise<string> {
  const { data, errors } = await given.query<{ createApiToken: { secret: string } }>(
    'mutation ($role: Role!) { createApiToken(input: { name: "a token", role: $role }) { secret } }',
    { role },
    by,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createApiToken.secret;
}
