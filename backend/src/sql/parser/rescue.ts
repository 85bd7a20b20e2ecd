import type { Dialect } from '../dialect';
import type { CreateStatement, Identifier, Statement } from '../syntax';
import type { Piece } from '../text/split';
import { tokensOf, type Token } from '../text/tokens';
import { splice, type Spliced } from './moved';

/** A text to parse in place of one that the parser does not take, and what to make of the result. */
export interface Rescue {
  readonly spliced: Spliced;
  readonly finish: (statements: readonly Statement[]) => readonly Statement[];
}

interface Word {
  readonly text: string;
  readonly depth: number;
  readonly token: Token;
}

/** The tokens with their lower case text and how many brackets are open. */
function wordsOf(tokens: readonly Token[]): readonly Word[] {
  let depth = 0;
  return tokens.map((token) => {
    const { text } = token;
    if (text === ')' || text === ']') depth -= 1;
    const word = { text, depth, token };
    if (text === '(' || text === '[') depth += 1;
    return word;
  });
}

/** Ways to read a statement that the parser refuses, in the order in which to try them. */
export function rescuesOf(sql: string, piece: Piece, dialect: Dialect): readonly Rescue[] {
  const windows = plainWindows(sql, piece);
  if (windows === null) return rewritesOf(sql, piece);
  const tokens = tokensOf(windows.text, dialect);
  const inner = { start: 0, end: windows.text.length, tokens };
  const further = rewritesOf(windows.text, inner).map(({ spliced: { text, move }, finish }) => ({
    spliced: { text, move: (at: number) => windows.move(move(at)) },
    finish,
  }));
  return [...further, { spliced: windows, finish: (statements) => statements }];
}

function rewritesOf(sql: string, piece: Piece): readonly Rescue[] {
  const words = wordsOf(piece.tokens);
  return [manyInserts(sql, piece, words), definition(sql, piece, words)].filter((one) => one !== null);
}

/** Hive and Spark: DISTRIBUTE BY and SORT BY in a window are PARTITION BY and ORDER BY; null when there are none. */
function plainWindows(sql: string, piece: Piece): Spliced | null {
  const words = wordsOf(piece.tokens);
  const parts: (string | { start: number; end: number })[] = [];
  let start = piece.start;
  words.forEach(({ text, depth, token }, at) => {
    const plain = depth > 0 && words[at + 1]?.text === 'by' ? PLAIN_WINDOW[text] : undefined;
    if (plain === undefined) return;
    parts.push({ start, end: token.start }, plain);
    start = token.end;
  });
  return parts.length === 0 ? null : splice(sql, [...parts, { start, end: piece.end }]);
}

const PLAIN_WINDOW: Readonly<Record<string, string>> = { distribute: 'partition', sort: 'order' };

/** Hive and Spark: `from source insert into a select … insert into b select …` is one INSERT for each. */
function manyInserts(sql: string, piece: Piece, words: readonly Word[]): Rescue | null {
  const outer = words.filter(({ depth }) => depth === 0);
  const from = outer.findIndex(({ text }) => text === 'from');
  const inserts = outer.filter(({ text }, at) => text === 'insert' && at > from);
  const isLeading = outer.slice(0, Math.max(from, 0)).every(({ text }) => text !== 'select');
  const start = outer[from]?.token.start;
  const first = inserts[0]?.token.start;
  if (start === undefined || first === undefined || !isLeading) return null;
  const head = { start: piece.start, end: start };
  const parts = inserts.flatMap(({ token }, at) => {
    const end = inserts[at + 1]?.token.start ?? piece.end;
    const clause = outer.find(
      (one) => one.token.start > token.start && one.token.start < end && AFTER_FROM.has(one.text),
    );
    const middle = clause?.token.start ?? end;
    return [head, { start: token.start, end: middle }, ' ', { start, end: first }, ' ', { start: middle, end }, ';\n'];
  });
  return { spliced: splice(sql, parts), finish: (statements) => statements };
}

/** What follows FROM in a SELECT. */
const AFTER_FROM = new Set([
  'where',
  'group',
  'having',
  'order',
  'sort',
  'distribute',
  'cluster',
  'limit',
  'window',
  'lateral',
]);
const DEFINED = new Set(['table', 'view']);
const QUERY_STARTS = new Set(['select', 'with', 'from']);

/**
 * `create … table name … query`, whatever options stand between the name and the query: only the query is parsed.
 * Options after the query, such as WITH CHECK OPTION, are left out.
 */
function definition(sql: string, piece: Piece, words: readonly Word[]): Rescue | null {
  if (!/^(create|alter|replace)$/.test(words[0]?.text ?? '')) return null;
  const kind = words.findIndex(({ text }) => DEFINED.has(text));
  const name = kind < 0 ? null : nameAfter(sql, words, kind + 1);
  const start = kind < 0 ? -1 : queryStart(words, kind);
  const first = words[start];
  if (name === null || first === undefined) return null;
  const end = queryEnd(words, start, piece.end);
  const isTemporary = words.slice(0, kind).some(({ text }) => /^temp(orary)?$|^volatile$/.test(text));
  const create = (query: CreateStatement['query']): CreateStatement => ({
    kind: 'create',
    target: name,
    isTemporary,
    columns: [],
    query,
  });
  return {
    spliced: splice(sql, [{ start: first.token.start, end }]),
    finish: (statements) => statements.map((one) => (one.kind === 'query' ? create(one.query) : one)),
  };
}

/** The first query at the outer level: after AS, or where a SELECT stands without one. */
function queryStart(words: readonly Word[], after: number): number {
  return words.findIndex(({ text, depth }, at) => {
    if (at <= after || depth > 0) return false;
    const before = words[at - 1]?.text;
    if (text === '(') return before === 'as';
    return text === 'select' || (before === 'as' && QUERY_STARTS.has(text));
  });
}

function queryEnd(words: readonly Word[], start: number, end: number): number {
  const last = words.findIndex(
    ({ text, depth }, at) =>
      at > start &&
      depth === 0 &&
      text === 'with' &&
      /^(check|no|local|cascaded|data)$/.test(words[at + 1]?.text ?? ''),
  );
  return last < 0 ? end : (words[last]?.token.start ?? end);
}

const NAME = /^(word|quoted|string)$/;

/** The name of a table, after IF NOT EXISTS; null when there is none. */
function nameAfter(sql: string, words: readonly Word[], from: number): readonly Identifier[] | null {
  const rest = words.slice(from);
  const start = rest.findIndex(({ text }) => !/^(if|not|exists)$/.test(text));
  // A name, a dot, a name, a dot, …
  const end = rest.findIndex(
    ({ text, token }, at) => at >= start && !((at - start) % 2 === 0 ? NAME.test(token.kind) : text === '.'),
  );
  const parts = rest.slice(Math.max(start, 0), end < 0 ? rest.length : end).filter(({ text }) => text !== '.');
  return parts.length > 0 ? parts.map(({ token }) => identifierOf(sql, token)) : null;
}

function identifierOf(sql: string, { kind, start, end }: Token): Identifier {
  const isQuoted = kind !== 'word';
  return { name: isQuoted ? sql.slice(start + 1, end - 1) : sql.slice(start, end), isQuoted, at: start };
}
