import type { PolicyMode, Severity } from './policy';

export type VersionStatus = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
export type PolicyState = 'ACTIVE' | 'PROPOSED' | 'DRAFT' | 'RETIRED';

/** A policy with the version in force, or its latest one. */
export interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly latestVersion: number;
  readonly activeVersion: number | null;
  readonly isShipped: boolean;
  readonly latestStatus: VersionStatus;
  readonly state: PolicyState;
  readonly version: number;
  readonly title: string;
  readonly mode: PolicyMode;
  readonly severity: Severity;
  readonly priority: number;
  readonly standard: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly yaml: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly openViolations: number;
  readonly waivedViolations: number;
}

/** One text of a policy. Actors as in the audit log. */
export interface VersionRow {
  readonly version: number;
  readonly yaml: string;
  readonly hash: string;
  readonly title: string;
  readonly mode: PolicyMode;
  readonly severity: Severity;
  readonly comment: string | null;
  readonly author: string;
  readonly createdAt: Date;
  readonly status: VersionStatus;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly isActive: boolean;
}
