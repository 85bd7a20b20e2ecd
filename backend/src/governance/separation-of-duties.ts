import type { Actor } from '../access';
import { DomainError } from '../shared/errors';

/** @throws DomainError FORBIDDEN for a token: whoever holds one could otherwise agree with themselves */
export function refuseProgram(actor: Actor, what: string): void {
  if (actor.kind === 'person') return;
  throw new DomainError('FORBIDDEN', `Only a person ${what}: sign in, a token never does`);
}
