import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Injects the registry that `/metrics` prints; a domain adds its own meters to it. */
export const METRICS = Symbol('metrics');

/** A registry with the figures of the process itself. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Times every request. Labels are of our making: a client cannot add series. */
export function requestMetrics(registry: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'tributary_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return (request: Request, response: Response, next: NextFunction) => {
    const stop = duration.startTimer();
    response.once('finish', () => {
      const method = METHODS.has(request.method) ? request.method : 'other';
      stop({ method, route: routeOf(request), status: String(response.statusCode) });
    });
    next();
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The pattern that matched, never the path itself. */
function routeOf(request: Request): string {
  if (request.originalUrl.startsWith('/graphql')) return '/graphql';
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : 'none';
}
