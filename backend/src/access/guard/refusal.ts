import { DomainError } from '../../shared/errors';
import type { Actor } from '../domain/actor';
import { PUBLIC, type Requirement } from './requires';

/** Why an actor may not do what asks for `requirement`; null when they may. An undeclared requirement refuses all. */
export function refusalOf(actor: Actor, requirement: Requirement | undefined): DomainError | null {
  if (requirement === PUBLIC) return null;
  if (requirement === undefined) return new DomainError('FORBIDDEN', 'This operation is open to nobody');
  if (actor.permissions.has(requirement)) return null;
  if (actor.kind === 'anonymous') return new DomainError('UNAUTHENTICATED', 'Sign in, or send an API token');
  return new DomainError('FORBIDDEN', `The role ${actor.role} does not include ${requirement}`, {
    permission: requirement,
  });
}
