import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { AuthenticationService } from '../access';
import { DomainError } from '../shared/errors';
import { expectedFailure } from './failure';

const BODY_LIMIT = '1mb';
const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Everything that is settled before Apollo sees a request: method, type, size, sender, and the time it may take. */
export function graphqlDoor(authentication: AuthenticationService, timeoutMs: number): RequestHandler[] {
  return [
    onlyJsonPosts,
    deadline(timeoutMs),
    authenticated(authentication),
    express.json({ limit: BODY_LIMIT, type: 'application/json', strict: true }),
  ];
}

function onlyJsonPosts(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    refuse(response, 405, new DomainError('INVALID', 'Send GraphQL with POST'));
  } else if (!JSON_IN_UTF8.test(request.headers['content-type'] ?? '')) {
    refuse(response, 415, new DomainError('INVALID', 'Send Content-Type: application/json in UTF-8'));
  } else next();
}

/** Statements end by their own time limit; this one is for an operation of many. */
function deadline(timeoutMs: number): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      refuse(response, 503, new DomainError('UNAVAILABLE', 'This took too long and was stopped'));
    }, timeoutMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}

function authenticated(authentication: AuthenticationService): RequestHandler {
  return (request, response, next) => {
    authentication.authenticate(request).then(
      () => next(),
      (error: unknown) => {
        const failure = expectedFailure(error);
        if (failure) refuse(response, STATUS[failure.code] ?? 400, failure);
        else next(error);
      },
    );
  };
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, UNAVAILABLE: 503 };

/** An error in GraphQL's own form, for a request that never became an operation. */
function refuse(response: Response, status: number, { code, message }: DomainError): void {
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="tributary"');
  if (status === 503) response.setHeader('Retry-After', '2');
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
