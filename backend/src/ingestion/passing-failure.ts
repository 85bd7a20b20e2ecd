import { DomainError } from '../shared/errors';

/** The database is away, full or stopping; a lock or a statement took too long; two transactions stood in each other's way. */
const PASSING = /^(08|40|53|55P03|57|25006|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)$)/;
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection|Query read timeout/;

/** Whether a failure has nothing to do with what was being worked on: the same will do later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DomainError) return error.code === 'UNAVAILABLE';
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return PASSING.test(code) || LOST_CONNECTION.test(error.message);
}
