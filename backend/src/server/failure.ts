import { DomainError } from '../shared/errors';

const PAUSE_SECONDS = 2;

/** The database is away, stopping, full, or has no connection left. */
const UNAVAILABLE = /^(08|53|57P|25006|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)$)/;
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection/;
const CANCELLED = '57014';
/** Text or numbers that no column can hold; which field it was is the use case's to say first. */
const IMPOSSIBLE_VALUE = '22';

/**
 * What went wrong, in words for the client; null for a bug, which the client learns nothing of.
 *
 * Use cases raise `DomainError`; what the database itself refuses is translated here, for every door alike.
 */
export function expectedFailure(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  if (code === CANCELLED) return new DomainError('UNAVAILABLE', 'This took too long and was stopped', retry);
  if (UNAVAILABLE.test(code) || LOST_CONNECTION.test(error.message)) {
    return new DomainError('UNAVAILABLE', 'The database cannot be reached; try again', retry);
  }
  if (code.startsWith(IMPOSSIBLE_VALUE)) return new DomainError('INVALID', 'A value has a form that cannot be stored');
  return null;
}

const retry = { retryAfterSeconds: PAUSE_SECONDS };

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What may be logged of an error: never the parameters or rows that it carries. */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  return { type: error.name, message: error.message, code: codeOf(error), stack: error.stack };
}
