import type { Dialect } from '../dialect';
import type { ProblemCode } from '../analysis';
import type { Statement } from '../syntax';
import { piecesOf, type Piece } from '../text/split';
import { starsOf } from '../text/stars';
import { tokensOf, type Token } from '../text/tokens';
import { moved, splice, type Spliced } from './moved';
import { parseText, type ParsedText } from './polyglot';
import { bodyIf, textOf } from './raw';
import { readTree } from './read-tree';
import { rescuesOf } from './rescue';

export interface ParseProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** Offset; -1 when unknown. */
  readonly at: number;
}

export interface ParsedSql {
  readonly statements: readonly Statement[];
  readonly problems: readonly ParseProblem[];
  readonly tokens: readonly Token[];
}

/** Statements beyond which a text that does not parse as a whole is not tried piece by piece. */
const MAX_PIECES = 500;

/**
 * The statements of a text, as far as they can be understood: one that cannot leaves the others alone.
 *
 * Tried in order: the whole text, each statement by itself, a statement without the options the parser does not know,
 * a statement by the rules that dialects have in common.
 *
 * @throws RangeError for a text nested too deeply for the stack.
 */
export function parseSql(sql: string, dialect: Dialect): ParsedSql {
  const text = inUnits(sql);
  const tokens = tokensOf(text, dialect);
  const whole = parseText(text, dialect.parser);
  if (isUnderstood(whole)) {
    return { statements: readTree(whole, starsOf(tokens)), problems: [], tokens };
  }
  const pieces = piecesOf(text, tokens);
  if (pieces.length > MAX_PIECES) return { statements: [], problems: [problemOf(whole, text, 0)], tokens };
  const parsed = pieces.map((piece) => parsePiece(text, piece, dialect));
  return {
    statements: parsed.flatMap(({ statements }) => statements),
    problems: parsed.flatMap(({ problems }) => problems),
    tokens,
  };
}

/** The parser counts characters, JavaScript counts halves of some: with stand-ins for those both count the same. */
function inUnits(sql: string): string {
  return /[\ud800-\udfff]/.test(sql) ? sql.replaceAll(/[\ud800-\udfff]/g, '\ufffd') : sql;
}

type Parsed = Pick<ParsedSql, 'statements' | 'problems'>;

function parsePiece(sql: string, piece: Piece, dialect: Dialect): Parsed {
  const whole = splice(sql, [piece]);
  const first = parseText(whole.text, dialect.parser);
  const found =
    statementsOf(first, whole, dialect) ??
    withQuotedWords(whole, first, dialect) ??
    rescued(sql, piece, dialect) ??
    statementsOf(parseText(whole.text, 'generic'), whole, dialect);
  return found === null
    ? { statements: [], problems: [problemOf(first, sql, piece.start)] }
    : { statements: found, problems: [] };
}

function statementsOf(parsed: ParsedText, { text, move }: Spliced, dialect: Dialect): readonly Statement[] | null {
  return !isUnderstood(parsed) ? null : moved(readTree(parsed, starsOf(tokensOf(text, dialect))), move);
}

/** Some definitions come back as they were, unread. */
function isUnderstood({ statements }: ParsedText): boolean {
  return statements?.every((one) => !/^create/i.test(textOf(bodyIf(one, 'raw')?.['sql']) ?? '')) ?? false;
}

/** Words of the language that a text uses as names, to be quoted one after the other until it parses. */
const MAX_QUOTED_WORDS = 5;
const RESERVED = 'Expected identifier, got';

function withQuotedWords(text: Spliced, failure: ParsedText, dialect: Dialect): readonly Statement[] | null {
  let spliced = text;
  let parsed = failure;
  for (let tries = 0; tries < MAX_QUOTED_WORDS && parsed.error.includes(RESERVED); tries += 1) {
    const { start, end } = parsed;
    if (start < 0 || !/^\w+$/.test(spliced.text.slice(start, end))) return null;
    spliced = quoted(spliced, start, end, dialect);
    parsed = parseText(spliced.text, dialect.parser);
  }
  return statementsOf(parsed, spliced, dialect);
}

function quoted(outer: Spliced, start: number, end: number, dialect: Dialect): Spliced {
  const mark = dialect.hasDoubleQuotedStrings ? '`' : '"';
  const rest = { start: end, end: outer.text.length };
  const inner = splice(outer.text, [{ start: 0, end: start }, mark, { start, end }, mark, rest]);
  return { text: inner.text, move: (at) => outer.move(inner.move(at)) };
}

function rescued(sql: string, piece: Piece, dialect: Dialect): readonly Statement[] | null {
  for (const { spliced, finish } of rescuesOf(sql, piece, dialect)) {
    const parsed = parseText(spliced.text, dialect.parser);
    const found = statementsOf(parsed, spliced, dialect) ?? withQuotedWords(spliced, parsed, dialect);
    if (found !== null) return finish(found);
  }
  return null;
}

function problemOf(parsed: ParsedText, sql: string, start: number): ParseProblem {
  const at = parsed.line === 0 ? start : lineStart(sql, start, parsed.line);
  if (/E_GUARD_\w*DEPTH/.test(parsed.error))
    return { code: 'TOO_DEEP', message: 'Nested too deeply to be followed', at };
  if (parsed.error.includes('E_GUARD')) return { code: 'TOO_LARGE', message: 'Too large to be followed', at };
  if (/\{\{|\{%/.test(sql))
    return { code: 'TEMPLATE', message: 'The text has template marks in it: {{ … }} or {% … %}', at };
  return { code: 'SYNTAX', message: plain(parsed.error), at };
}

function lineStart(sql: string, start: number, line: number): number {
  let at = start;
  for (let count = 1; count < line; count += 1) {
    const next = sql.indexOf('\n', at);
    if (next < 0) return at;
    at = next + 1;
  }
  return at;
}

/** The parser's words without its own prefix and place, which is told apart. */
const plain = (error: string): string => error.replace(/^\w+ error at line \d+, column \d+:\s*/, '').slice(0, 300);
