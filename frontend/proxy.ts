import { NextResponse, type NextRequest } from 'next/server';
import { IS_DEVELOPMENT } from './config';

const ONE_YEAR = 'max-age=31536000; includeSubDomains';

/**
 * What a page may load: our own files, and scripts that carry this answer's nonce.
 *
 * Style attributes are allowed (the component library positions with them), style elements need the nonce.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    IS_DEVELOPMENT ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Gives each page a fresh nonce and tells it its own address. Decides nothing about who may see what: the API does. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  if (headers.get('x-forwarded-proto') === 'https') response.headers.set('strict-transport-security', ONE_YEAR);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|graphql|api/|health/|icon.svg).*)' }],
};
