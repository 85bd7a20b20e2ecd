import type { PolicyResult } from './finding';

/** What a waiver lets pass. Null: any. At least one of policy and asset is there. */
export interface WaiverScope {
  readonly policy: string | null;
  readonly requirement: string | null;
  /** Internal id. */
  readonly assetId: string | null;
  readonly column: string | null;
}

/** A waiver that somebody else approved. */
export interface ActiveWaiver extends WaiverScope {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Whether a waiver lets this result of an asset pass at `now`. */
export function covers(
  waiver: ActiveWaiver,
  assetId: string,
  result: Pick<PolicyResult, 'policy' | 'requirement' | 'column'>,
  now: number,
): boolean {
  const asked = [waiver.policy, waiver.requirement, waiver.assetId, waiver.column];
  const given = [result.policy, result.requirement, assetId, result.column];
  return waiver.expiresAt > now && asked.every((one, place) => one === null || one === given[place]);
}
