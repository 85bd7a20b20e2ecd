import { invalid } from '../../../shared/errors';
import { checkMoment } from '../../../shared/moment';

export const ACCESS_STATUSES = ['REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED', 'EXPIRED'] as const;
export type AccessStatus = (typeof ACCESS_STATUSES)[number];

/** A request as it is kept; `assetId` is internal, actors as in the audit log. */
export interface AccessRequestRow {
  readonly id: string;
  readonly assetId: string;
  readonly purpose: string;
  readonly contentHash: string;
  readonly status: AccessStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly endedAt: Date | null;
}

/** Null: any. */
export interface AccessSelection {
  readonly statuses: readonly string[] | null;
  readonly assetId: string | null;
  readonly requestedBy: string | null;
  /** Only requests about assets of this owner, as the catalog spells it, without case. */
  readonly owners: readonly string[] | null;
  readonly until: Date | null;
}

const SHORTEST_PURPOSE = 10;
const LONGEST_PURPOSE = 5_000;
const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

/** @throws DomainError INVALID naming the rule; `now` in milliseconds since 1970 */
export function checkAccessRequest(
  wanted: { readonly purpose: string; readonly expiresAt: Date },
  now: number,
): { readonly purpose: string; readonly expiresAt: string } {
  checkMoment('expiresAt', wanted.expiresAt);
  const purpose = wanted.purpose.trim();
  if (purpose.length < SHORTEST_PURPOSE || purpose.length > LONGEST_PURPOSE) {
    const rule = `${SHORTEST_PURPOSE} to ${LONGEST_PURPOSE} are needed`;
    throw invalid(`Access: its purpose has ${purpose.length} characters; ${rule}`);
  }
  const ahead = wanted.expiresAt.getTime() - now;
  if (!(ahead > 0)) throw invalid('Access: expiresAt is in the past');
  if (ahead > LONGEST_DAYS * DAY_MS) throw invalid(`Access: expiresAt is more than ${LONGEST_DAYS} days ahead`);
  return { purpose, expiresAt: wanted.expiresAt.toISOString() };
}
