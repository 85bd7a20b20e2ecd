export type WaiverStatus = 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'REVOKED' | 'EXPIRED';

/** A waiver as it is kept. Actors as in the audit log. */
export interface WaiverRow {
  readonly id: string;
  readonly policy: string | null;
  readonly requirement: string | null;
  /** Internal id. */
  readonly assetId: string | null;
  readonly column: string | null;
  readonly reason: string;
  readonly conditions: string | null;
  readonly contentHash: string;
  readonly status: WaiverStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** Null: any. */
export interface WaiverSelection {
  readonly statuses: readonly string[] | null;
  readonly assetId: string | null;
  readonly policy: string | null;
  readonly until: Date | null;
}
