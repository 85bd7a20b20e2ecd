import type { RequestHandler } from 'express';
import { actorKey, type Actor } from '../domain/actor';
import { limitedReader, withSightOf } from '../../shared/sight';
import type { AuthenticationService } from './authentication';

/**
 * Answers the rest of a request with the sight of who sent it: stands before every door that reads the catalog.
 *
 * Who cannot be authenticated goes on: the door refuses them, in its own words.
 */
export function limitedSight(authentication: AuthenticationService): RequestHandler {
  return (request, _response, next) => {
    authentication.authenticate(request).then(
      ({ actor }) => (actor.hasLimitedSight ? withSightOf(actorKey(actor), next) : next()),
      () => next(),
    );
  };
}

/** Whether the sight of an actor is in force; the guard stops what has come past `limitedSight`. */
export const isSightInForce = (actor: Actor): boolean => !actor.hasLimitedSight || limitedReader() === actorKey(actor);
