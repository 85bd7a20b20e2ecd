import type { Expression, Identifier, Cte, FromItem, Query, RelationSyntax, SelectItem, TableName } from './query';

/** One statement of a text, as far as lineage is concerned. */
export type Statement =
  | QueryStatement
  | CreateStatement
  | DefineStatement
  | CopyStatement
  | InsertStatement
  | UpdateStatement
  | MergeStatement
  | OtherStatement;

export interface QueryStatement {
  readonly kind: 'query';
  readonly query: Query;
}

/** CREATE TABLE AS, CREATE VIEW, SELECT INTO. */
export interface CreateStatement {
  readonly kind: 'create';
  readonly target: TableName;
  readonly isTemporary: boolean;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

/** CREATE TABLE with a list of columns: says what columns later statements find. */
export interface DefineStatement {
  readonly kind: 'define';
  readonly target: TableName;
  readonly columns: readonly Identifier[];
}

/** A table made from another as a whole: CLONE. */
export interface CopyStatement {
  readonly kind: 'copy';
  readonly target: TableName;
  readonly source: TableName;
}

export interface InsertStatement {
  readonly kind: 'insert';
  readonly target: TableName;
  readonly columns: readonly Identifier[];
  /** Partition columns whose value the query gives, after its other columns. */
  readonly dynamicPartitions: readonly Identifier[];
  readonly isByName: boolean;
  readonly query: Query;
  /** ON CONFLICT DO UPDATE, ON DUPLICATE KEY UPDATE. */
  readonly onConflict: readonly Assignment[];
}

/** `column = value`. */
export interface Assignment {
  readonly column: Identifier;
  readonly value: Expression;
  readonly anchor: number;
}

export interface UpdateStatement {
  readonly kind: 'update';
  readonly ctes: readonly Cte[];
  readonly isRecursive: boolean;
  readonly target: TableName;
  readonly alias: Identifier | null;
  readonly from: readonly FromItem[];
  readonly assignments: readonly Assignment[];
  readonly where: readonly Expression[];
}

/** One WHEN of a MERGE. */
export interface MergeAction {
  readonly condition: readonly Expression[];
  readonly assignments: readonly Assignment[];
  /** INSERT without a list of columns: values in the target's order. */
  readonly values: readonly SelectItem[];
  /** UPDATE SET *, INSERT *: every column of the source, by name. */
  readonly isEverything: boolean;
}

export interface MergeStatement {
  readonly kind: 'merge';
  readonly ctes: readonly Cte[];
  readonly target: TableName;
  readonly alias: Identifier | null;
  readonly source: RelationSyntax;
  readonly on: readonly Expression[];
  readonly actions: readonly MergeAction[];
}

/** Moves no data that could be followed: DDL, SET, GRANT, DELETE, … */
export interface OtherStatement {
  readonly kind: 'other';
  readonly what: string;
  /** False when it may move data in a way that is not understood. */
  readonly isHarmless: boolean;
}
