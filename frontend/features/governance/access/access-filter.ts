import type { AccessRequestFilter } from '../../../graphql/generated/graphql';
import type { ACCESS_SHOWS } from '../governance-params';

/** What each part of the list asks for; without one, all that the reader may see. */
export function accessFilter(show: (typeof ACCESS_SHOWS)[number] | null): AccessRequestFilter | null {
  if (show === 'decide') return { status: ['REQUESTED'], isMineToDecide: true };
  if (show === 'mine') return { isMine: true };
  if (show === 'active') return { status: ['APPROVED'] };
  return show === 'ended' ? { status: ['EXPIRED', 'REJECTED', 'REVOKED', 'WITHDRAWN'] } : null;
}
