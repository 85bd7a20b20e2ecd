/** A column, as far as a gate compares it; `id` is internal, `level` 1 public … 4 restricted. */
export interface GateColumn {
  readonly id: number | string;
  readonly type: string | null;
  /** False: never empty; null: nobody says. */
  readonly nullable: boolean | null;
  readonly isPrimaryKey: boolean;
  readonly level: number | null;
  readonly categories: readonly string[];
}

/** An asset with its columns by path; `id` is internal. */
export interface GateAsset {
  readonly id: string;
  readonly publicId: string;
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly owner: string | null;
  readonly status: string;
  /** The file of the project that defines it. */
  readonly path: string | null;
  /** The project itself describes it. */
  readonly isOwn: boolean;
  /** Its columns are promised, and the promise is checked when it is built. */
  readonly isContractEnforced: boolean;
  readonly columns: ReadonlyMap<string, GateColumn>;
}

/** A violation that would be found, waived or resolved. */
export interface GateViolation {
  readonly asset_id: string;
  readonly namespace: string;
  readonly name: string;
  readonly owner: string | null;
  readonly file: string | null;
  readonly column_path: string;
  readonly policy: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly status: 'OPEN' | 'ACKNOWLEDGED' | 'WAIVED' | 'RESOLVED';
  readonly message: string;
  readonly path: readonly { readonly asset_id: string; readonly name: string; readonly column: string | null }[];
}

/** Something outside the project that reads a column, or an asset. */
export interface GateConsumer {
  readonly column_id: string | null;
  readonly asset_id: string | null;
  readonly consumer: string;
  readonly owner: string | null;
}

export type GateLevel = 'error' | 'warning' | 'note';

/** Something to know before merging. */
export interface GateFinding {
  readonly level: GateLevel;
  /** A policy's code, one of `ContractCode`, or COLUMN_REMOVED, COLUMN_RETYPED, MODEL_REMOVED, COLUMN_CLASSIFIED. */
  readonly code: string;
  readonly message: string;
  readonly namespace: string;
  readonly asset: string;
  readonly column: string | null;
  readonly policy: string | null;
  readonly isWaived: boolean;
  readonly owner: string | null;
  readonly file: string | null;
  /** How it gets there, source first: `users.email`. */
  readonly path: readonly string[];
  /** Who reads it outside the project, with their owners. */
  readonly consumers: readonly { readonly name: string; readonly owner: string | null }[];
}

export interface GateCounts {
  readonly modelsAdded: number;
  readonly modelsChanged: number;
  readonly modelsRemoved: number;
  readonly columnsAdded: number;
  readonly columnsRemoved: number;
  readonly columnsRetyped: number;
  readonly columnsClassified: number;
  readonly violationsResolved: number;
}

/** Milliseconds by phase: upsert, sql, propagation, policies, compare; offline also open, load. */
export type GatePhases = Readonly<Record<string, number>>;

/** What merging a manifest would mean. `passed`: no finding is an error. */
export interface GateReport {
  readonly passed: boolean;
  readonly project: string;
  readonly counts: GateCounts;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Errors first; at most 1,000. */
  readonly findings: readonly GateFinding[];
  readonly omitted: number;
  readonly durationMs: number;
  readonly phases: GatePhases;
}
