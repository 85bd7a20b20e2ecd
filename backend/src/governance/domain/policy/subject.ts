import type { AssetType } from '../../../shared/vocabulary';

/** A fact with who says it; value null: nobody knows. */
export interface Known<Value> {
  readonly value: Value | null;
  /** `asset`, `namespace`, `platform default`, `system`; null when nobody says anything. */
  readonly source: string | null;
  /** When it was so, ISO 8601; null when nobody says. */
  readonly at: string | null;
}

export interface ColumnSubject {
  readonly path: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  /** Effective: 1 public … 4 restricted; null: not classified. */
  readonly level: number | null;
  readonly categories: readonly string[];
  /** It is masked: every value that flows in is, or a masking policy is in place. */
  readonly isMasked: boolean;
}

export interface Neighbour {
  /** As clients know it. */
  readonly publicId: string;
  readonly name: string;
  readonly layer: string | null;
}

/** A step of a lineage path. */
export interface PathRef {
  /** As clients know it. */
  readonly assetId: string;
  readonly column: string | null;
}

/** Classified data that arrives at an asset unmasked. */
export interface Arrival {
  /** Where it arrives; null when the asset has no columns. */
  readonly column: string | null;
  /** Last column before an asset without columns, with its asset's name; else null. */
  readonly via: string | null;
  readonly level: number | null;
  readonly categories: readonly string[];
  /** The asset and column where it comes from. */
  readonly origin: SelectableAsset;
  readonly originColumn: string;
  /** Source first, this asset last. */
  readonly path: readonly PathRef[];
}

/** What selectors can ask of an asset. */
export interface SelectableAsset {
  readonly publicId: string;
  /** Full canonical name. */
  readonly name: string;
  readonly displayName: string;
  readonly namespace: string;
  readonly platform: string;
  readonly environment: string | null;
  readonly type: AssetType;
  readonly layer: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly domain: string | null;
  readonly tier: string | null;
  readonly dbtPackage: string | null;
  readonly materialized: string | null;
  readonly level: number | null;
  readonly categories: readonly string[];
  readonly columns: readonly ColumnSubject[];
}

/** An asset as policies see it: all that an evaluation may depend on, beside policies, waivers and the time. */
export interface Subject extends SelectableAsset {
  /** Internal id. */
  readonly id: string;
  readonly description: string | null;
  readonly encryption: Known<boolean>;
  readonly accessLogging: Known<boolean>;
  readonly region: Known<string>;
  /** In days; Infinity: kept without end. */
  readonly retentionDays: Known<number>;
  readonly contract: Known<boolean>;
  /** Newest data, ISO 8601. */
  readonly newestData: Known<string>;
  readonly tests: readonly { readonly type: string; readonly severity: string }[];
  readonly upstream: readonly Neighbour[];
  readonly arrivals: readonly Arrival[];
}

/** What the service itself gives as evidence. */
export interface SystemEvidence {
  /** When the audit log was last sealed, ISO 8601; null: never. */
  readonly auditSealedAt: string | null;
}
