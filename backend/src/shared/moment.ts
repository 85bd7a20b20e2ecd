import { invalid } from './errors';

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** @throws DomainError INVALID naming the argument for what is no date, and for years that the database does not know. */
export function checkMoment(name: string, at: Date | null | undefined): void {
  if (at === null || at === undefined || (at.getTime() >= EARLIEST && at.getTime() <= LATEST)) return;
  throw invalid(`${name}: is not a moment of the years 1 to 9999 such as 2026-01-31T12:00:00Z`);
}
