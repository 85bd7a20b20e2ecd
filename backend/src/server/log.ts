import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import type { Request } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { loggable } from './failure';

/** Injects the process's logger: `@Inject(LOGGER) log: Log`. */
export const LOGGER = Symbol('logger');
export type Log = Logger;

/** Requests of probes and scrapers; they would drown the rest. */
const QUIET = /^\/(health|metrics)\b/;

/** One JSON object per line, on stdout unless told; times as ISO 8601. No header, body or query string is ever passed to it. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino({ level, base: { service: 'tributary' }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** Gives each request an id, in the answer's X-Request-Id too, and logs it when it is done. */
export function requestLog(log: Log): HttpLogger {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    autoLogging: { ignore: (request) => QUIET.test(request.url ?? '') },
    serializers: {
      // The path alone: query strings and headers may carry secrets.
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: { type: string; message: string }) => ({ type: error.type, message: error.message }),
    },
  });
}

/** The id that `requestLog` gave a request. */
export const requestIdOf = (request: Request): string => (typeof request.id === 'string' ? request.id : '');

/** Nest's own messages, through the same logger. */
export function nestLogger(log: Log): LoggerService {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      const [fields, text] = isFields(message) ? [readable(message), rest[0]] : [{}, message];
      log[level]({ ...fields, context: typeof context === 'string' ? context : undefined }, textOf(text));
    };
  // What Nest says of each module and route at start is detail.
  return {
    log: at('debug'),
    verbose: at('debug'),
    debug: at('debug'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('error'),
  };
}

/** What our own services say: fields first, then the text, as pino has it. */
const isFields = (message: unknown): message is Record<string, unknown> =>
  typeof message === 'object' && message !== null && !(message instanceof Error);

const readable = (fields: Record<string, unknown>): Record<string, unknown> =>
  'error' in fields ? { ...fields, error: loggable(fields['error']) } : fields;

const textOf = (message: unknown): string => (message instanceof Error ? message.message : String(message));
