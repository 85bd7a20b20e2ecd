import type { Request } from 'express';

const PLAIN = 'tributary_session';
/** Browsers keep this name for https and this very host: no neighbour can plant it. */
const SECURE = '__Host-tributary_session';

/** The session cookie's value, if the request has one. Over https only the guarded name counts. */
export function sessionValueOf(request: Request): string | null {
  const cookies = parse(request.headers.cookie ?? '');
  return cookies.get(SECURE) ?? (request.secure ? null : (cookies.get(PLAIN) ?? null));
}

/** A Set-Cookie header that carries the value for as long as the browser is open; the server ends it by the clock. */
export function sessionCookie(request: Request, value: string): string {
  const common = `Path=/; HttpOnly; SameSite=Lax`;
  return request.secure ? `${SECURE}=${value}; ${common}; Secure` : `${PLAIN}=${value}; ${common}`;
}

/** Set-Cookie headers that make the browser forget either name. */
export const forgetCookies = (): string[] => [
  `${PLAIN}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`,
  `${SECURE}=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0`,
];

function parse(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('=', 2) as [string, string | undefined]);
  return new Map(pairs.map(([name, value = '']) => [name, value]));
}
