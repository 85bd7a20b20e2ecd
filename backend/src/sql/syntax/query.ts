/** A name as it stands in the text. `at`: offset of its first character; -1 when the parser does not know. */
export interface Identifier {
  readonly name: string;
  readonly isQuoted: boolean;
  readonly at: number;
}

/**
 * What lineage needs to know of an expression: where values come from and what is done to them. Operators, casts and
 * scalar functions are all `call`s; their names matter only for aggregates, conditions and masking.
 */
export type Expression = ColumnRef | Star | Call | Windowed | Case | QueryValue | Lambda | Access | Constant;

/** `a`, `t.a`, `s.t.a`, `t.a.b`: which part is table, column or field is for the resolver to find out. */
export interface ColumnRef {
  readonly kind: 'column';
  readonly parts: readonly Identifier[];
}

export interface Star {
  readonly kind: 'star';
  readonly qualifier: readonly Identifier[];
  readonly except: readonly Identifier[];
  readonly replace: readonly { readonly name: Identifier; readonly value: Expression }[];
  readonly rename: readonly { readonly from: Identifier; readonly to: Identifier }[];
  readonly at: number;
}

/** `name` in lower case. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly isAggregate: boolean;
  /** Order within an aggregate; says which value is taken, not what it is. */
  readonly order: readonly Expression[];
  /** `filter (where …)`, `having max …`, condition of `sum_if`. */
  readonly filter: readonly Expression[];
}

export interface WindowSpec {
  readonly base: Identifier | null;
  readonly partition: readonly Expression[];
  readonly order: readonly Expression[];
}

export interface Windowed {
  readonly kind: 'windowed';
  readonly call: Expression;
  readonly window: WindowSpec;
}

/** CASE, IF, IFF, DECODE, NVL2: one of `values`, chosen by `conditions`. */
export interface Case {
  readonly kind: 'case';
  readonly conditions: readonly Expression[];
  readonly values: readonly Expression[];
}

/** A query inside an expression. A test (EXISTS, IN, ANY) gives true or false, otherwise its value is the value. */
export interface QueryValue {
  readonly kind: 'query';
  readonly query: Query;
  readonly isTest: boolean;
}

export interface Lambda {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** A part of a structured value: `(a).b`, `a[0].b`. Fields of plain columns are parts of the ColumnRef. */
export interface Access {
  readonly kind: 'access';
  readonly of: Expression;
}

export interface Constant {
  readonly kind: 'constant';
  /** Text of a string or number literal; null for anything else without a source. */
  readonly value: string | null;
  readonly isNumber: boolean;
}

/** Parts of a table's name, outermost first. */
export type TableName = readonly Identifier[];

export interface Cte {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

export interface Query {
  readonly ctes: readonly Cte[];
  readonly isRecursive: boolean;
  readonly body: QueryBody;
  /** ORDER BY of the whole, after set operations. */
  readonly order: readonly Expression[];
}

export type QueryBody = Select | SetOperation | Rows | Nested | Returning;

export interface Nested {
  readonly kind: 'nested';
  readonly query: Query;
}

/** VALUES: rows of expressions. */
export interface Rows {
  readonly kind: 'rows';
  readonly rows: readonly (readonly Expression[])[];
}

/** What a data-changing statement inside WITH gives back, from the table it changed. */
export interface Returning {
  readonly kind: 'returning';
  readonly table: TableName;
  readonly items: readonly SelectItem[];
}

export interface SetOperation {
  readonly kind: 'set';
  readonly operator: 'union' | 'intersect' | 'except';
  readonly left: Query;
  readonly right: Query;
  readonly isByName: boolean;
}

export interface SelectItem {
  readonly value: Expression;
  readonly alias: Identifier | null;
  /** `stack(…) as (a, b)`: one expression, several columns. */
  readonly aliases: readonly Identifier[];
  /** An offset inside the item's own text, for finding that text; -1 when it has no name in it. */
  readonly anchor: number;
}

export interface Select {
  readonly kind: 'select';
  readonly items: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly where: readonly Expression[];
  readonly groupBy: readonly Expression[];
  readonly isGroupedByAll: boolean;
  readonly having: readonly Expression[];
  readonly qualify: readonly Expression[];
  readonly order: readonly Expression[];
  readonly distinctOn: readonly Expression[];
  readonly windows: readonly { readonly name: Identifier; readonly spec: WindowSpec }[];
  /** SELECT … INTO. */
  readonly into: TableName | null;
}

/** How a FROM item is joined to what stands before it. */
export interface Join {
  readonly side: 'inner' | 'left' | 'right' | 'full';
  readonly on: readonly Expression[];
  readonly using: readonly Identifier[];
  readonly isNatural: boolean;
  /** SEMI and ANTI: filters by the right side, shows none of it. */
  readonly isFilter: boolean;
  /** May refer to what stands before it: LATERAL, APPLY, LATERAL VIEW. */
  readonly isLateral: boolean;
}

export interface FromItem {
  readonly relation: RelationSyntax;
  /** Null for the first one and after a comma. */
  readonly join: Join | null;
}

export interface Aliased {
  readonly alias: Identifier | null;
  readonly columnAliases: readonly Identifier[];
}

export type RelationSyntax =
  | TableRelation
  | DerivedRelation
  | FunctionRelation
  | JoinedRelation
  | PivotRelation
  | UnpivotRelation;

export interface TableRelation extends Aliased {
  readonly kind: 'table';
  readonly name: TableName;
}

export interface DerivedRelation extends Aliased {
  readonly kind: 'derived';
  readonly query: Query;
  readonly isLateral: boolean;
}

/** UNNEST, FLATTEN, EXPLODE, JSON_TABLE, any table function: rows made out of its arguments. */
export interface FunctionRelation extends Aliased {
  readonly kind: 'function';
  readonly name: string;
  readonly args: readonly Expression[];
  /** Columns that the call itself declares: `json_table(… columns (a …))`, `as r(a int)`. */
  readonly columns: readonly Identifier[];
  /** Name of the position column: WITH OFFSET AS o; the last column alias with WITH ORDINALITY. */
  readonly offsetAlias: Identifier | null;
  readonly hasOrdinality: boolean;
}

/** `(a join b on …) as j`. */
export interface JoinedRelation extends Aliased {
  readonly kind: 'joined';
  readonly items: readonly FromItem[];
}

export interface PivotRelation extends Aliased {
  readonly kind: 'pivot';
  readonly input: RelationSyntax;
  readonly aggregates: readonly { readonly value: Expression; readonly alias: Identifier | null }[];
  readonly on: readonly Expression[];
  /** Names of the values that become columns; none when they are not in the text. */
  readonly values: readonly Identifier[];
  /** What stays, when that is said (DuckDB); otherwise everything not used above. */
  readonly groupBy: readonly Expression[] | null;
}

export interface UnpivotRelation extends Aliased {
  readonly kind: 'unpivot';
  readonly input: RelationSyntax;
  readonly valueColumns: readonly Identifier[];
  readonly nameColumn: Identifier | null;
  /** For each value column, the columns that go into it. */
  readonly sources: readonly (readonly Identifier[])[];
}
