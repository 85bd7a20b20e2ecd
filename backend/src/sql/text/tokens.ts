import type { Dialect } from '../dialect';

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'sign';

/** A piece of the text; comments and space are none. Offsets in UTF-16 units, `end` exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Words and signs in lower case; empty for everything else. */
  readonly text: string;
}

const REST_OF_WORD = /[\p{L}\p{N}_@#$]*/uy;
const REST_OF_NUMBER = /[0-9A-Za-z_]*/y;
const REST_OF_SPACE = /\s*/y;
const WORD_START = /[\p{L}_@#$]/u;
const DIGIT = /[0-9]/;
const DOLLAR_TAG = /\$[A-Za-z_0-9]*\$/y;

/**
 * Cuts a text into tokens, as far as it takes to find the ends of statements and expressions: it never fails, what is
 * not closed goes on to the end. One pass, O(length).
 */
export function tokensOf(sql: string, dialect: Dialect): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const skipped = skipComment(sql, at, dialect);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const kind = kindAt(sql, at, dialect);
    const end = endOf(sql, at, kind, dialect);
    const text = kind === 'word' || kind === 'sign' ? sql.slice(at, end).toLowerCase() : '';
    tokens.push({ kind, start: at, end, text });
    at = end;
  }
  return tokens;
}

/** The offset after spaces or one comment; `at` when there is neither. */
function skipComment(sql: string, at: number, dialect: Dialect): number {
  const char = sql.charAt(at);
  if (char <= ' ' || char === '\u00a0') return Math.max(runEnd(sql, at, REST_OF_SPACE), at + 1);
  if (sql.startsWith('--', at) || (char === '#' && dialect.hasHashComments)) return lineEnd(sql, at);
  return sql.startsWith('/*', at) ? closing(sql, at + 2, '*/') : at;
}

const lineEnd = (sql: string, at: number): number => closing(sql, at, '\n');

function closing(sql: string, from: number, mark: string): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

function kindAt(sql: string, at: number, dialect: Dialect): TokenKind {
  const char = sql.charAt(at);
  const quote = quoteKind(sql, at, char, dialect);
  if (quote !== null) return quote;
  if (DIGIT.test(char)) return 'number';
  return WORD_START.test(char) ? 'word' : 'sign';
}

function quoteKind(sql: string, at: number, char: string, dialect: Dialect): 'string' | 'quoted' | null {
  if (char === "'") return 'string';
  if (char === '"') return dialect.hasDoubleQuotedStrings ? 'string' : 'quoted';
  if (char === '`' || isBracketName(sql, at, dialect)) return 'quoted';
  return char === '$' && isDollarQuote(sql, at, dialect) ? 'string' : null;
}

const isDollarQuote = (sql: string, at: number, { hasDollarQuotes }: Dialect): boolean =>
  hasDollarQuotes && dollarTag(sql, at) !== null;

/** In T-SQL `[a b]` is a name. */
const isBracketName = (sql: string, at: number, { hasBrackets }: Dialect): boolean =>
  hasBrackets && sql.charAt(at) === '[' && !/[\w)\]]/.test(sql.charAt(at - 1));

function endOf(sql: string, at: number, kind: TokenKind, dialect: Dialect): number {
  switch (kind) {
    case 'string':
    case 'quoted':
      return quotedEnd(sql, at, dialect);
    case 'word':
      return runEnd(sql, at + 1, REST_OF_WORD);
    case 'number':
      return runEnd(sql, at + 1, REST_OF_NUMBER);
    default:
      return at + 1;
  }
}

function runEnd(sql: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.test(sql) ? pattern.lastIndex : from;
}

function quotedEnd(sql: string, at: number, dialect: Dialect): number {
  const open = sql.charAt(at);
  const tag = open === '$' ? dollarTag(sql, at) : null;
  if (tag !== null) return closing(sql, at + tag.length, tag);
  if (dialect.isBigQueryLike && sql.startsWith(open.repeat(3), at)) return closing(sql, at + 3, open.repeat(3));
  const close = open === '[' ? ']' : open;
  return doubledEnd(sql, at + 1, close, dialect.hasBackslashes && open !== '`' && open !== '[');
}

/** The end of a quoted text in which the closing mark is doubled to stand for itself. */
function doubledEnd(sql: string, from: number, close: string, hasBackslashes: boolean): number {
  for (let at = from; at < sql.length; at += 1) {
    const char = sql.charAt(at);
    if (char === '\\' && hasBackslashes) at += 1;
    else if (char === close) {
      if (sql.charAt(at + 1) !== close) return at + 1;
      at += 1;
    }
  }
  return sql.length;
}

function dollarTag(sql: string, at: number): string | null {
  DOLLAR_TAG.lastIndex = at;
  return DOLLAR_TAG.exec(sql)?.[0] ?? null;
}
