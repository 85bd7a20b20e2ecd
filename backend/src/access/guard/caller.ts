import type { Request } from 'express';
import type { Actor } from '../domain/actor';

/** What is known of a request's sender once the credentials are checked. */
export interface Caller {
  readonly actor: Actor;
  /** sha-256 of the session cookie's value, for a person signed in with one. */
  readonly sessionHash: Buffer | null;
}

const callers = new WeakMap<Request, Promise<Caller>>();

/** Checks a request's credentials once, however often it is asked. */
export function callerOnce(request: Request, check: () => Promise<Caller>): Promise<Caller> {
  const known = callers.get(request);
  if (known) return known;
  const caller = check();
  callers.set(request, caller);
  return caller;
}

/** @throws Error (a bug) when the guard has not seen this request. */
export function callerOf(request: Request): Promise<Caller> {
  const known = callers.get(request);
  if (!known) throw new Error('A request reached its handler without passing the guard');
  return known;
}
