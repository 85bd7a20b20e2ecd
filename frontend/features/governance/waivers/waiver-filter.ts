import type { WaiverFilter } from '../../../graphql/generated/graphql';
import type { WAIVER_SHOWS } from '../governance-params';

/** Waivers that end within so many days are worth a look. */
export const SOON_DAYS = 14;

/** What each part of the list asks for; without one, all. */
export function waiverFilter(show: (typeof WAIVER_SHOWS)[number] | null): WaiverFilter | null {
  if (show === 'pending') return { status: ['REQUESTED'] };
  if (show === 'active') return { status: ['APPROVED'] };
  if (show === 'expiring') return { status: ['APPROVED'], endsWithinDays: SOON_DAYS };
  return show === 'ended' ? { status: ['EXPIRED', 'REJECTED', 'REVOKED', 'WITHDRAWN'] } : null;
}
