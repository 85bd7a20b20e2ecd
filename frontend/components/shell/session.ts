/** Ends the session on the server and leaves for the sign-in page with a fresh document. */
export async function endSession(): Promise<void> {
  await fetch('/api/v1/session', { method: 'DELETE' }).catch(() => undefined);
  location.assign('/sign-in');
}

/** How an attempt to sign in ended; `wait` seconds when there were too many. */
export type SignInOutcome = { readonly isIn: true } | { readonly isIn: false; readonly message: string };

/** Starts a session; the cookie is set by the API and never seen by scripts. */
export async function startSession(username: string, password: string): Promise<SignInOutcome> {
  const response = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  }).catch(() => null);
  if (response?.ok) return { isIn: true };
  return { isIn: false, message: await refusal(response) };
}

const NO_ANSWER = 'The catalog service does not answer right now. Try again in a moment.';

async function refusal(response: Response | null): Promise<string> {
  if (!response || response.status >= 500) return NO_ANSWER;
  if (response.status === 401) return 'That name and password do not match.';
  if (response.status === 429) return tooMany(response.headers.get('retry-after'));
  const body = (await response.json().catch(() => null)) as { message?: string } | null;
  return body?.message ?? 'Signing in was refused.';
}

function tooMany(seconds: string | null): string {
  return `Too many attempts. Try again in ${seconds ?? '60'} seconds.`;
}
