import type { SqlAnalysis, SqlInput, SqlProblem, TableRef } from './analysis';
import { dialectOf, UNKNOWN_DIALECT, type Dialect } from './dialect';
import { parseSql, type ParseProblem } from './parser/parse-sql';
import { Places } from './places';
import { resolveQuery } from './resolver/resolve-query';
import { resolveRelation } from './resolver/resolve-relation';
import { note, type Session } from './resolver/session';
import { Tables } from './resolver/tables';
import { resolveStatement, type Written } from './resolver/targets';
import { tell } from './tell';

/** Characters beyond which a text is not analysed: ten times what the largest models have. */
const MAX_CHARS = 4_000_000;

/**
 * Finds what each column of what a text defines or fills is made of.
 *
 * Never throws for a text, however broken: what could not be followed is in `problems`. Synchronous and without limits
 * of its own in time and memory; `SqlPool` runs it where those hold. About 3 ms for a model of 2,000 characters.
 */
export function analyzeSql(input: SqlInput): SqlAnalysis {
  const known = dialectOf(input.dialect);
  const unknown = known === null ? [unknownDialect(input.dialect)] : [];
  if (input.sql.length > MAX_CHARS) return failed('TOO_LARGE', `More than ${MAX_CHARS} characters`);
  try {
    const { targets, reads, problems } = analyzeIn(known ?? UNKNOWN_DIALECT, input);
    return { targets, reads, problems: [...unknown, ...problems] };
  } catch (error) {
    if (error instanceof RangeError) return failed('TOO_DEEP', 'Nested too deeply to be followed');
    return failed('FAILED', error instanceof Error ? error.message : 'The analysis failed');
  }
}

/** The analysis of a text that could not be analysed at all. */
export function failed(code: SqlProblem['code'], message: string): SqlAnalysis {
  return { targets: [], reads: [], problems: [{ code, message, line: 0, isGap: true }] };
}

function unknownDialect(name: string): SqlProblem {
  return {
    code: 'UNKNOWN_DIALECT',
    message: `Dialect ${name} is not known; read as common SQL`,
    line: 0,
    isGap: false,
  };
}

function analyzeIn(dialect: Dialect, input: SqlInput): SqlAnalysis {
  const { sql, tables, target, defaults = {} } = input;
  const { statements, problems, tokens } = parseSql(sql, dialect);
  const session = sessionOf(
    dialect,
    new Tables(dialect, target === undefined ? tables : [...tables, target], defaults),
  );
  for (const problem of problems) note(session, { ...problem, isGap: true });
  const written = statements.map((one) => resolveStatement(session, one)).filter((one) => one !== null);
  if (statements.length > 0 && written.length === 0 && session.problems.size === 0) note(session, NOTHING_WRITTEN);
  const places = new Places(sql, tokens);
  const targets = tell(session, places, written, target);
  return { targets, reads: readsOf(session, written), problems: toldProblems(session, places) };
}

const NOTHING_WRITTEN: ParseProblem & { readonly isGap: boolean } = {
  code: 'NO_LINEAGE',
  message: 'No statement here makes a table or a view from others',
  at: -1,
  isGap: false,
};

function sessionOf(dialect: Dialect, tables: Tables): Session {
  return { dialect, tables, made: new Map(), problems: new Map(), resolveQuery, resolveRelation };
}

function readsOf(session: Session, written: readonly Written[]): readonly TableRef[] {
  const targets = new Set(written.map(({ table }) => table));
  return session.tables.named
    .filter((table) => !targets.has(table) || session.tables.isRead(table))
    .map(({ id, parts }) => ({ id, name: parts }));
}

function toldProblems(session: Session, places: Places): readonly SqlProblem[] {
  return [...session.problems.values()].map(({ code, message, at, isGap }) => ({
    code,
    message,
    line: places.lineOf(at),
    isGap,
  }));
}
