import type { AssetType } from '../../../shared/vocabulary';
import type { AssetStatus } from '../../domain/asset';
import type { Assertion } from '../../domain/projection-claims';
import type { SchemaColumn } from '../../domain/projection-schema';

/** A column as it is shown now. */
export interface ShownColumn {
  readonly id: string;
  readonly path: string;
  readonly ordinal: number;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly classLevel: number | null;
  readonly classCategories: readonly string[];
  readonly classSubtypes: readonly string[];
  readonly classIsExact: boolean;
  readonly isPrimaryKey: boolean;
  readonly isDeclared: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What projection-input.sql gives for one asset. */
export interface ProjectionInput {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly status_reason: string | null;
  readonly platform: string;
  readonly layer: string | null;
  readonly location: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly is_encrypted: boolean | null;
  readonly has_access_logging: boolean | null;
  readonly region: string | null;
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly code_language: string | null;
  readonly code_hash: string | null;
  readonly column_count: number;
  readonly schema_version: number;
  readonly is_new: boolean;
  readonly is_referenced: boolean;
  readonly assertions: readonly Assertion[];
  readonly columns: readonly ShownColumn[];
  readonly amended_base: readonly SchemaColumn[] | null;
}

/** The shown fields of an asset, as update-assets.sql takes them. */
export interface AssetFields {
  readonly display_name: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly status_reason: string | null;
  readonly layer: string | null;
  readonly location: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly is_encrypted: boolean | null;
  readonly has_access_logging: boolean | null;
  readonly region: string | null;
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly code_language: string | null;
  readonly code_hash: string | null;
  readonly column_count: number;
  readonly schema_version: number;
}
export interface AssetUpdate extends AssetFields {
  readonly id: string;
}

/** A column as it is to be shown; `id` when it is there already. */
export interface ColumnRow {
  readonly id?: string;
  readonly asset_id: string;
  readonly path: string;
  readonly ordinal: number;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly class_subtypes: readonly string[] | null;
  readonly class_exact: true | null;
  readonly is_primary_key: boolean;
  readonly is_declared: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A schema version, as copy-schema-versions.sql and amend-schema-versions.sql take it. */
export interface VersionRow {
  readonly asset_id: string;
  readonly version: number;
  readonly columns: readonly SchemaColumn[];
  readonly diff: Readonly<Record<string, unknown>>;
  readonly is_breaking: boolean;
  readonly observed_at: string;
}

/** An entry of the change log, as add-changes.sql takes it. */
export interface ChangeRow {
  readonly asset_id: string;
  readonly operation: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
