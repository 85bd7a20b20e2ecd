/** The words every domain uses for what exists and what is said of it. */

/** The kinds of thing the catalog has a page for; the API's enum of the same name. */
export const ASSET_TYPES = [
  'TABLE',
  'VIEW',
  'MATERIALIZED_VIEW',
  'EXTERNAL_TABLE',
  'EPHEMERAL',
  'SEED',
  'SNAPSHOT',
  'FILE',
  'DIRECTORY',
  'TOPIC',
  'STREAM',
  'API',
  'INDEX',
  'COLLECTION',
  'KEY_PATTERN',
  'DASHBOARD',
  'NOTEBOOK',
  'APPLICATION',
  'ML_MODEL',
  'METRIC',
  'SEMANTIC_MODEL',
  'QUERY',
  'JOB',
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

/** Sensitivity, lowest first. */
export const CLASSIFICATION_LEVELS = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] as const;
export type ClassificationLevel = (typeof CLASSIFICATION_LEVELS)[number];

export type EdgeKind = 'DIRECT' | 'INDIRECT';

export const EDGE_SUBTYPES = [
  'IDENTITY',
  'TRANSFORMATION',
  'AGGREGATION',
  'JOIN',
  'FILTER',
  'GROUP_BY',
  'SORT',
  'WINDOW',
  'CONDITIONAL',
] as const;
export type EdgeSubtype = (typeof EDGE_SUBTYPES)[number];

/**
 * How a value is hidden on its way. hash, encrypt, tokenize: another value stands for each value. generalise, truncate:
 * only a part is left. redact: nothing that could be recognised. count: only how many there were.
 */
export const MASKING_KINDS = ['hash', 'encrypt', 'tokenize', 'generalise', 'truncate', 'redact', 'count'] as const;
export type MaskingKind = (typeof MASKING_KINDS)[number];

/**
 * A spelling of where something lives, as the source wrote it; canonical only after the upsert.
 *
 * `quoting`: KNOWN when quotes and case in `name` are the platform's own (dbt `relation_name`, DDL),
 * UNKNOWN when a producer may have folded or kept case at will (OpenLineage names),
 * NONE for names without a platform (dbt://project#model.x): taken to the letter.
 */
export interface Spelling {
  readonly namespace: string;
  readonly name: string;
  readonly quoting: 'KNOWN' | 'UNKNOWN' | 'NONE';
}

/** What one source says of how sensitive something is. */
export interface ClassificationClaim {
  readonly level?: ClassificationLevel;
  readonly categories: readonly string[];
  /** Kinds of a category: `pii.email`; the part before the dot names the category. */
  readonly subtypes?: readonly string[];
  /** It stands instead of what others say and of what would follow from lineage. */
  readonly exact?: boolean;
  readonly reason?: string;
}

export interface ColumnClaim {
  /** Canonical path: dots between names, `[]` for array elements, `{}` for map values (`domain` docs on field paths). */
  readonly path: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly isPrimaryKey?: boolean;
  readonly classification?: ClassificationClaim;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** What a source says about one asset, beside its columns and edges. Every field may be absent: not said. */
export interface AssetFacts {
  readonly type?: AssetType;
  /** Last part of the name as people write it; by default the last part of the canonical name. */
  readonly displayName?: string;
  readonly location?: string;
  readonly owner?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** source, staging, intermediate, mart, bi, ml */
  readonly layer?: string;
  readonly isEncrypted?: boolean;
  readonly hasAccessLogging?: boolean;
  readonly region?: string;
  readonly classification?: ClassificationClaim;
  /** Anything else worth showing: materialization, access, version, group, url, rowCount, maxLoadedAt, status, … */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Code that defines the asset; stored once per text. */
  readonly code?: { readonly language: string; readonly text: string };
}
