/** What a client may act on; anything else is a bug and shows as INTERNAL. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_COMPLEX'
  | 'UNAVAILABLE';

/** An expected failure of a use case. `details` is shown to the client. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Nothing has that id, or the asker may not know that something has. */
export const notFound = (what: string, id: string): DomainError =>
  new DomainError('NOT_FOUND', `No ${what} with id ${id}`, { what, id });

/** Input that breaks a rule; the message names the thing and the rule. */
export const invalid = (message: string, details: Readonly<Record<string, unknown>> = {}): DomainError =>
  new DomainError('INVALID', message, details);

/** The request is fine but the present state forbids it. */
export const conflict = (message: string, details: Readonly<Record<string, unknown>> = {}): DomainError =>
  new DomainError('CONFLICT', message, details);

/** `details.reason` of an UNAVAILABLE that is the caller's own haste: 429 over HTTP. */
export const THROTTLED = 'THROTTLED';

/** Too many tries; the same request may be made again after that many seconds. */
export const throttled = (message: string, retryAfterSeconds: number): DomainError =>
  new DomainError('UNAVAILABLE', message, { reason: THROTTLED, retryAfterSeconds });
