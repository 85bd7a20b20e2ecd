import type { PolicyMode } from './policy';

/** What an approval of a policy's version depends on. */
export interface Proposal {
  /** Mode of the version, and of the one in force now; null: none is. */
  readonly mode: PolicyMode;
  readonly activeMode: PolicyMode | null;
}

/** Whether a second person has to agree: to enforce something, or to change what is enforced. */
export const needsApproval = ({ mode, activeMode }: Proposal): boolean =>
  mode === 'enforce' || activeMode === 'enforce';
