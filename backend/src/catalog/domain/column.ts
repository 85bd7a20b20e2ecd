import type { ClassifiedRow } from './classification';

/** A column or nested field; `name` is its canonical path. */
export interface Column extends ClassifiedRow {
  /** The catalog's own number, never shown to clients. */
  readonly internalId: string;
  readonly assetId: string;
  readonly name: string;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly ordinal: number;
  readonly isPrimaryKey: boolean;
  /** False: known only because column lineage mentions it. */
  readonly isDeclared: boolean;
}

/** Distinct columns that feed a column, and that it feeds. */
export interface ColumnDegree {
  readonly upstreamCount: number;
  readonly downstreamCount: number;
}
