import type { RequestWaiverInput, ViolationRowFragment } from '../../../graphql/generated/graphql';

export const SCOPES = ['finding', 'asset', 'policy'] as const;
export type WaiverScope = (typeof SCOPES)[number];

type Scope = Pick<RequestWaiverInput, 'policy' | 'requirement' | 'assetId' | 'column'>;

/**
 * What waivers would cover the findings, each scope once, in the order of the findings.
 *
 * finding: this requirement of this policy, there; asset: all that the policy demands of the asset; policy: the policy
 * wherever it applies.
 */
export function scopesOf(violations: readonly ViolationRowFragment[], scope: WaiverScope): Scope[] {
  const byKey = new Map<string, Scope>();
  for (const violation of violations) {
    const one = scopeOf(violation, scope);
    byKey.set(JSON.stringify(one), one);
  }
  return [...byKey.values()];
}

function scopeOf({ policy, requirement, asset, column }: ViolationRowFragment, scope: WaiverScope): Scope {
  if (scope === 'policy') return { policy };
  if (scope === 'asset') return { policy, assetId: asset.id };
  return { policy, requirement, assetId: asset.id, column: column ?? null };
}

const DAY_MS = 86_400_000;

/** The day, as in 2026-12-31 and in UTC, so many days after `now` (milliseconds since 1970). */
export function dayAhead(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
}
