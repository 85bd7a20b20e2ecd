import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose request is being answered, where something may be hidden from them; null: all is seen. */
const readers = new AsyncLocalStorage<string | null>();

/**
 * Does `work`, and whatever it waits for, as a reader who may not know of everything: every query goes to the schema
 * `seen`, on connections that cannot write.
 *
 * `reader` is as actors are named (`person:<uuid>`). Installations that hide nothing never get here and pay nothing.
 */
export function withSightOf<Result>(reader: string, work: () => Result): Result {
  return readers.run(reader, work);
}

/**
 * Does `work` with all tables in sight, whoever asked: for writes, which must find what is there, once the caller's own
 * sight has settled what they may speak of.
 */
export function withFullSight<Result>(work: () => Result): Result {
  return limitedReader() === null ? work() : readers.run(null, work);
}

/** The reader that what runs now is limited to; null: none. */
export const limitedReader = (): string | null => readers.getStore() ?? null;
