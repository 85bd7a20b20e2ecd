import type { AssetStatus } from './asset';

export interface StatusEvidence {
  readonly before: AssetStatus;
  readonly reasonBefore: string | null;
  /** Some source says where it lives. */
  readonly isVouched: boolean;
  /** Why a source mentions it without describing it; null when none does. */
  readonly stubReason: string | null;
  /** A current edge starts, ends or runs in it. */
  readonly isReferenced: boolean;
  /** Somebody has only now referred to it. */
  readonly isNewlyReferenced: boolean;
}

export interface StatusVerdict {
  readonly status: AssetStatus;
  readonly reason: string | null;
}

const GONE = 'No source describes it any more';
const UNUSED = 'Nothing refers to it any more, and no source describes it';
const REFERRED = 'Only referred to: no source describes it';

/** ACTIVE while a source vouches for it; then a stub while only mentioned or referred to; else retired. Never deleted. */
export function statusOf(evidence: StatusEvidence): StatusVerdict {
  if (evidence.isVouched) return { status: 'ACTIVE', reason: null };
  if (evidence.stubReason !== null) return { status: 'STUB', reason: evidence.stubReason };
  return withoutWord(evidence);
}

/** Nobody says anything of it: what it was before, and what refers to it, decides. */
function withoutWord({ before, reasonBefore, isReferenced, isNewlyReferenced }: StatusEvidence): StatusVerdict {
  if (before === 'ACTIVE') return { status: 'RETIRED', reason: GONE };
  if (before === 'RETIRED') {
    return isNewlyReferenced
      ? { status: 'STUB', reason: REFERRED }
      : { status: 'RETIRED', reason: reasonBefore ?? GONE };
  }
  const isMeant = isReferenced || isNewlyReferenced;
  return isMeant ? { status: 'STUB', reason: reasonBefore ?? REFERRED } : { status: 'RETIRED', reason: UNUSED };
}
