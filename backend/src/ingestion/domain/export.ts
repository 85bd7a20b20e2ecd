export const EXPORT_KINDS = ['assets', 'edges', 'column-edges'] as const;
/** What can be exported: the last part of the address. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What an export is narrowed to; null says nothing. */
export interface ExportFilter {
  /** Kind (`dbt`), name (`shop`) or both (`dbt:shop`) of a source. */
  readonly source: string | null;
  /** Canonical; for edges of either end. */
  readonly namespace: string | null;
}
