import type { IncomingMessage, RequestListener } from 'node:http';

/** Forwards requests to the backend at `origin`, streaming both ways; says 503 while there is none. */
export function createApiProxy(options: { readonly origin: string; readonly trustsProxy: boolean }): RequestListener;

/** Replaces what a request claims about its sender by what we know; for requests that are answered here. */
export function settleClaims(request: IncomingMessage, trustsProxy: boolean): void;
