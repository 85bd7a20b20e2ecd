/** A table that the text names, one object per table within one analysis. */
export interface Table {
  readonly index: number;
  /** The caller's id of a table it knows; null for any other. */
  readonly id: string | null;
  /** Outermost first, as the dialect stores them. */
  readonly parts: readonly string[];
  /** In order. */
  readonly columns: readonly string[];
  /** There are no other columns than these. */
  readonly isComplete: boolean;
}

/** A column of a table, one object per column within one analysis: compared by identity. */
export interface SourceColumn {
  readonly table: Table;
  /** As the schema writes it; as the text writes it where the schema is not known. */
  readonly column: string;
}
