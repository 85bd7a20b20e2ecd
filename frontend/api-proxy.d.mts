import type { RequestListener } from 'node:http';

/** Forwards requests to the backend at `origin`, streaming both ways; says 503 while there is none. */
export function createApiProxy(options: { readonly origin: string; readonly trustsProxy: boolean }): RequestListener;
