import type { EdgeKind, EdgeSubtype, MaskingKind } from '../shared/vocabulary';

/** A table whose columns are known before the analysis. */
export interface KnownTable {
  /** The caller's own name for it; comes back in the answer. */
  readonly id: string;
  /** Parts of its full name, outermost first, as the platform stores them. */
  readonly name: readonly string[];
  /** Other full names. */
  readonly aliases?: readonly (readonly string[])[];
  /** In order. */
  readonly columns: readonly string[];
  /** The columns are all there are: `*` can be expanded, and a name that is not among them is of another table. */
  readonly isComplete: boolean;
  /** Known by the name of a CTE, which stands for it wherever it is read: dbt's ephemeral models. */
  readonly isCte?: boolean;
}

/** What the parts that a table's name leaves out are. */
export interface TableDefaults {
  readonly database?: string;
  readonly schema?: string;
}

export interface SqlInput {
  readonly sql: string;
  /** By any of its names; what is not known is read by the common rules. */
  readonly dialect: string;
  /** Only tables that the text could mean: each costs time. */
  readonly tables: readonly KnownTable[];
  readonly defaults?: TableDefaults;
  /** Columns of what the text defines, in order, where a bare query or an INSERT without a column list fills it. */
  readonly target?: KnownTable;
}

export interface TableRef {
  /** The id of a known table; null for one that is only named in the text. */
  readonly id: string | null;
  readonly name: readonly string[];
}

/** A piece of the text. Offset in UTF-16 units from its start, line counted from 1. */
export interface TextPlace {
  readonly offset: number;
  readonly line: number;
  readonly text: string;
}

/** One source column behind one column of the target, or behind its rows. */
export interface SourceEdge {
  readonly table: TableRef;
  readonly column: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: MaskingKind | null;
  /** `count`, `sum`, `max`, …: the aggregate between the two; null when there is none. */
  readonly aggregate: string | null;
  /** The expression that says most of what happens on the way; null when its text cannot be told. */
  readonly expression: TextPlace | null;
  /** Where the text mentions the source column, or the `*` that stands for it; null when it does not. */
  readonly readAt: TextPlace | null;
  /** 1: certain; less where a name was taken for a column without knowing the table's columns. */
  readonly confidence: number;
}

export interface TargetColumn {
  readonly name: string;
  readonly sources: readonly SourceEdge[];
}

/** What one table, view or result is made of. Several statements that fill one table are one target. */
export interface SqlTarget {
  /** Null for the result of a bare query. */
  readonly table: TableRef | null;
  readonly operation: 'query' | 'create' | 'insert' | 'update' | 'merge';
  /** In order. */
  readonly columns: readonly TargetColumn[];
  /** Columns that decide which rows there are: joins, filters, groups, order. Once each, not once per column. */
  readonly rowSources: readonly SourceEdge[];
  /** Tables of which a `*` takes columns that nobody knows; empty when the columns above are all there are. */
  readonly unknownFrom: readonly TableRef[];
}

export type ProblemCode =
  | 'SYNTAX'
  | 'TEMPLATE'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'TOO_SLOW'
  | 'OUT_OF_MEMORY'
  | 'FAILED'
  | 'NOT_SQL'
  | 'UNKNOWN_DIALECT'
  | 'NO_LINEAGE'
  | 'UNKNOWN_SCHEMA'
  | 'UNKNOWN_COLUMN'
  | 'UNKNOWN_TABLE'
  | 'AMBIGUOUS_COLUMN'
  | 'UNSUPPORTED';

/** Something that could not be followed, for people: which thing, and why. */
export interface SqlProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** Counted from 1; 0 when it is of no line in particular. */
  readonly line: number;
  /** Lineage is missing because of it; otherwise it is only less certain. */
  readonly isGap: boolean;
}

export interface SqlAnalysis {
  readonly targets: readonly SqlTarget[];
  /** Every table that is read, each once, in order of mention. */
  readonly reads: readonly TableRef[];
  readonly problems: readonly SqlProblem[];
}
