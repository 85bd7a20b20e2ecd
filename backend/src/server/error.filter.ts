import { Catch, HttpException, HttpStatus, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, THROTTLED, type ErrorCode } from '../shared/errors';
import { expectedFailure, loggable } from './failure';
import { LOGGER, requestIdOf, type Log } from './log';

const STATUS: Readonly<Record<ErrorCode, HttpStatus>> = {
  UNAUTHENTICATED: HttpStatus.UNAUTHORIZED,
  FORBIDDEN: HttpStatus.FORBIDDEN,
  NOT_FOUND: HttpStatus.NOT_FOUND,
  INVALID: HttpStatus.BAD_REQUEST,
  CONFLICT: HttpStatus.CONFLICT,
  TOO_COMPLEX: HttpStatus.BAD_REQUEST,
  UNAVAILABLE: HttpStatus.SERVICE_UNAVAILABLE,
};

/** What a REST client gets instead of an answer. */
interface ErrorBody {
  readonly code: ErrorCode | 'INTERNAL';
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** The last stop of every error of a route; those of GraphQL go on to Apollo's `formatError`. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return response.destroy();
    return this.answer(error, http.getRequest<Request>(), response);
  }

  private answer(error: unknown, request: Request, response: Response): Response {
    const requestId = requestIdOf(request);
    const status = statusOf(error);
    const failure = expectedFailure(error) ?? refusalOf(error, status);
    if (!failure) {
      this.log.error({ requestId, error: loggable(error) }, 'request failed');
      return send(request, response, status, { code: 'INTERNAL', message: 'Internal error', requestId });
    }
    if (failure.code === 'UNAUTHENTICATED') response.setHeader('WWW-Authenticate', 'Bearer realm="tributary"');
    const retryAfter = failure.details['retryAfterSeconds'];
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(retryAfter));
    const { code, message, details } = failure;
    return send(request, response, status, {
      code,
      message,
      ...(Object.keys(details).length > 0 ? { details } : {}),
      requestId,
    });
  }
}

/** GraphQL's clients get their own form, also for a body that never became an operation. */
function send(request: Request, response: Response, status: number, body: ErrorBody): Response {
  const { message, ...extensions } = body;
  const isGraphql = request.originalUrl.startsWith('/graphql');
  return response.status(status).json(isGraphql ? { errors: [{ message, extensions }] } : { error: body });
}

function statusOf(error: unknown): number {
  const failure = expectedFailure(error);
  if (failure?.details['reason'] === THROTTLED) return HttpStatus.TOO_MANY_REQUESTS;
  if (failure) return STATUS[failure.code];
  if (error instanceof HttpException) return error.getStatus();
  return bodyParserStatus(error) ?? HttpStatus.INTERNAL_SERVER_ERROR;
}

/** Refusals of Nest and of the body parser, in our words; null for what is not the client's doing. */
function refusalOf(error: unknown, status: number): DomainError | null {
  if (status >= 500 || !(error instanceof Error)) return null;
  if (status === 404) return new DomainError('NOT_FOUND', 'There is nothing at this address');
  if (status === 413) return new DomainError('INVALID', 'The body is too large');
  if (status === 415) return new DomainError('INVALID', 'Send application/json in UTF-8');
  return new DomainError('INVALID', error instanceof HttpException ? error.message : 'The body cannot be read as JSON');
}

function bodyParserStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  return error.status >= 400 && error.status < 500 ? error.status : null;
}
