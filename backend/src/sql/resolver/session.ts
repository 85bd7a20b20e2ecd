import type { Dialect } from '../dialect';
import type { ProblemCode } from '../analysis';
import type { Query, RelationSyntax } from '../syntax';
import type { Relation } from './relation';
import type { CteScope, Scope } from './scope';
import type { Tables } from './tables';
import { NOTHING, type ColumnValue } from './value';
import type { Table } from './table';

/** A problem as it is found; the same one is told once. */
export interface FoundProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** -1 when it is of no place in particular. */
  readonly at: number;
  readonly isGap: boolean;
}

/** Everything that the parts of one analysis share. Queries, relations and expressions hold one another, so they are found here. */
export interface Session {
  readonly dialect: Dialect;
  readonly tables: Tables;
  /** Temporary tables that the text itself made, by the last part of their name in lower case. */
  readonly made: Map<string, Relation>;
  readonly problems: Map<string, FoundProblem>;
  readonly resolveQuery: (session: Session, query: Query, ctes: CteScope, outer: Scope | null) => Relation;
  readonly resolveRelation: (session: Session, relation: RelationSyntax, scope: Scope) => Relation;
}

/** Notes a problem once. */
export function note(session: Session, problem: FoundProblem): void {
  const key = `${problem.code} ${problem.message}`;
  if (!session.problems.has(key)) session.problems.set(key, problem);
}

/** The value of one column of a table, read at an offset of the text. */
export function readColumn(
  session: Session,
  table: Table,
  column: string,
  at: number,
  confidence: number,
): ColumnValue {
  if (column === '') return NOTHING;
  const source = session.tables.source(table, column);
  const flow = {
    source,
    subtype: 'IDENTITY',
    aggregate: null,
    masking: null,
    confidence,
    readAt: at,
    anchor: -1,
  } as const;
  return { direct: new Map([[source, flow]]), indirect: new Map() };
}
