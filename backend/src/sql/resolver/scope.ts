import type { Identifier, TableName, WindowSpec } from '../syntax';
import type { Column, Relation } from './relation';
import type { ColumnValue } from './value';

/** A FROM item with the names it goes by. */
export interface ScopeRelation {
  readonly alias: Identifier | null;
  /** The table's own name, by which its columns may be qualified where it has no alias. */
  readonly name: TableName;
  readonly relation: Relation;
  /** Lower case names that `*` does not show here: USING columns are shown once, for all. */
  readonly shared: ReadonlySet<string>;
}

/** The CTEs that a query may name, innermost first. A CTE is resolved when it is first read. */
export interface CteScope {
  readonly relations: ReadonlyMap<string, () => Relation>;
  readonly outer: CteScope | null;
}

export const NO_CTES: CteScope = { relations: new Map(), outer: null };

/** The names that an expression may use. */
export interface Scope {
  readonly relations: readonly ScopeRelation[];
  /** USING and NATURAL columns by lower case name. */
  readonly shared: ReadonlyMap<string, Column>;
  /** Columns that the SELECT itself has made so far, by lower case name. */
  readonly made: ReadonlyMap<string, ColumnValue>;
  /** Parameters of lambdas around the expression, in lower case: no columns. */
  readonly parameters: ReadonlySet<string>;
  readonly windows: ReadonlyMap<string, WindowSpec>;
  readonly ctes: CteScope;
  /** Of the query around this one. */
  readonly outer: Scope | null;
}

/** A scope without names of its own. */
export function emptyScope(ctes: CteScope, outer: Scope | null): Scope {
  return {
    relations: [],
    shared: new Map(),
    made: new Map(),
    parameters: new Set(),
    windows: new Map(),
    ctes,
    outer,
  };
}

/** The CTE of that name; null when there is none. */
export function findCte(ctes: CteScope | null, name: string): (() => Relation) | null {
  for (let scope = ctes; scope !== null; scope = scope.outer) {
    const found = scope.relations.get(name);
    if (found !== undefined) return found;
  }
  return null;
}
