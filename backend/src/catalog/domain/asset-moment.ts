import type { AssetType } from '../../shared/vocabulary';

/** A column as sources described it then. */
export interface ColumnMoment {
  readonly name: string;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
}

/** An asset as the sources of a moment describe it, by the precedence of today. */
export interface AssetMoment {
  readonly at: Date;
  readonly displayName: string;
  readonly type: AssetType;
  readonly layer: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  /** In order; those a source listed. */
  readonly columns: readonly ColumnMoment[];
  /** Labels of those who spoke of it, in order. */
  readonly sources: readonly string[];
}
