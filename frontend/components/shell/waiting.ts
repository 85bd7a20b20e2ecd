import { request } from '../../graphql/client';
import type { Place } from './places';
import { WaitingViolations } from './waiting.query';

/** How much waits at each of the places, by address. Never throws: without an answer nothing is shown. */
export async function waitingAt(places: readonly Place[]): Promise<Readonly<Record<string, number>>> {
  if (!places.some(({ href }) => href === '/governance')) return {};
  const answer = await request(WaitingViolations).catch(() => null);
  return answer === null ? {} : { '/governance': answer.violations.total };
}
