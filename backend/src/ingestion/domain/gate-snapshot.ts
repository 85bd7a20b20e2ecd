/** What a gate snapshot says of itself: which schema its rows fit, and of when they are. */
export interface GateSnapshotHead {
  /** Migrations that had been applied, and the last of them. */
  readonly migrations: number;
  readonly newest: string;
  readonly takenAt: string;
  /** When the audit log was found sealed; null: it was not. */
  readonly auditSealedAt: string | null;
}
