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
  const evidence = [siteIsOurs(request.headers['sec-fetch-site']), originIsOurs(request, publicOrigin)];
  const isJson = request.is('application/json') !== false;
  if (!evidence.includes('theirs') && (isJson || evidence.includes('ours'))) return;
  throw new DomainError('FORBIDDEN', 'This request does not come from the pages of this service');
}

type Evidence = 'ours' | 'theirs' | 'none';

/** `none` as a value of the header is a person's own doing: an address typed, a bookmark. */
function siteIsOurs(site: unknown): Evidence {
  if (site === undefined) return 'none';
  return site === 'same-origin' || site === 'none' ? 'ours' : 'theirs';
}

/** Without a configured origin: the host that the browser asked for; a trusted proxy passes it on. */
function originIsOurs(request: Request, publicOrigin: string | null): Evidence {
  const { origin } = request.headers;
  if (origin === undefined) return 'none';
  if (publicOrigin !== null) return origin === publicOrigin ? 'ours' : 'theirs';
  return URL.canParse(origin) && new URL(origin).host === request.host ? 'ours' : 'theirs';
}
