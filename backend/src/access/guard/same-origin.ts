import type { Request } from 'express';
import { DomainError } from '../../shared/errors';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that rides on somebody's cookie from another site (CSRF).
 *
 * Browsers say where a request comes from (Origin, Sec-Fetch-Site): another place is refused. When neither is there,
 * as with the web app's own server, only JSON passes: another site cannot send that without being asked first, and
 * we never grant it.
 *
 * @throws DomainError FORBIDDEN
 */
export function refuseForgery(request: Request, publicOrigin: string | null): void {
  if (SAFE.has(request.method)) return;
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const isOurs =
    (origin === undefined || isOwnOrigin(origin, request, publicOrigin)) &&
    (site === undefined || site === 'same-origin' || site === 'none');
  if (isOurs && (origin !== undefined || site !== undefined || request.is('application/json') !== false)) return;
  throw new DomainError('FORBIDDEN', 'This request does not come from the pages of this service');
}

function isOwnOrigin(origin: string, request: Request, publicOrigin: string | null): boolean {
  if (publicOrigin !== null) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

/** What the browser asked for: a proxy's X-Forwarded-Host is believed where the proxy is. */
function hostOf(request: Request): string {
  return request.host;
}
