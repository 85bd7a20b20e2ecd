import { invalid } from '../../../shared/errors';
import { checkMoment } from '../../../shared/moment';

/** Null or absent: any. */
export interface WaiverToRequest {
  readonly policy?: string | null | undefined;
  readonly requirement?: string | null | undefined;
  /** As clients know it. */
  readonly assetId?: string | null | undefined;
  readonly column?: string | null | undefined;
  readonly reason: string;
  readonly conditions?: string | null | undefined;
  readonly expiresAt: Date;
}

/** A request that keeps the rules; its JSON is what an approval is of. */
export interface CheckedWaiver {
  readonly policy: string | null;
  readonly requirement: string | null;
  readonly assetId: string | null;
  readonly column: string | null;
  readonly reason: string;
  readonly conditions: string | null;
  readonly expiresAt: string;
}

const SHORTEST_REASON = 20;
const LONGEST_REASON = 5_000;
const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

/** @throws DomainError INVALID naming the rule; `now` in milliseconds since 1970 */
export function checkWaiver(wanted: WaiverToRequest, now: number): CheckedWaiver {
  checkMoment('expiresAt', wanted.expiresAt);
  const said: CheckedWaiver = {
    policy: filled(wanted.policy),
    requirement: filled(wanted.requirement),
    assetId: filled(wanted.assetId),
    column: filled(wanted.column),
    reason: wanted.reason.trim(),
    conditions: filled(wanted.conditions),
    expiresAt: wanted.expiresAt.toISOString(),
  };
  const problem = scopeProblem(said) ?? reasonProblem(said.reason) ?? endProblem(wanted.expiresAt.getTime() - now);
  if (problem !== null) throw invalid(`Waiver: ${problem}`);
  return said;
}

/** Blank is as good as not said. */
function filled(said: string | null | undefined): string | null {
  const text = said?.trim() ?? '';
  return text === '' ? null : text;
}

function scopeProblem({ policy, assetId, column }: CheckedWaiver): string | null {
  if (policy === null && assetId === null) return 'names neither a policy nor an asset';
  return column !== null && assetId === null ? 'names a column but no asset' : null;
}

function reasonProblem({ length }: string): string | null {
  if (length >= SHORTEST_REASON && length <= LONGEST_REASON) return null;
  return `its reason has ${length} characters; ${SHORTEST_REASON} to ${LONGEST_REASON} are needed`;
}

function endProblem(ahead: number): string | null {
  if (!(ahead > 0)) return 'expiresAt is in the past';
  return ahead > LONGEST_DAYS * DAY_MS ? `expiresAt is more than ${LONGEST_DAYS} days ahead` : null;
}
