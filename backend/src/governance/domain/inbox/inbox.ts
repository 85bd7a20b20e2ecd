/** What waits for a person, in numbers. */
export interface GovernanceInbox {
  /** Open or acknowledged, assigned to the person. */
  readonly assignedViolations: number;
  /** Of these, past the day that was set. */
  readonly overdueViolations: number;
  /** Open and assigned to nobody. */
  readonly unassignedViolations: number;
  readonly openSuggestions: number;
  /** Asked for by others; 0 for who may not decide. */
  readonly waiversToDecide: number;
  /** In force, over within 14 days. */
  readonly expiringWaivers: number;
  readonly accessToDecide: number;
  readonly policiesToDecide: number;
}
