import type { Range } from './outline';
import type { Token } from './tokens';

/** A statement of a text: its tokens and where it stands. */
export interface Piece extends Range {
  readonly tokens: readonly Token[];
}

/** Cuts a text at its semicolons, and where T-SQL has GO on a line of its own. */
export function piecesOf(sql: string, tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let current: Token[] = [];
  const close = (): void => {
    const [first] = current;
    const last = current.at(-1);
    if (first !== undefined && last !== undefined) pieces.push({ start: first.start, end: last.end, tokens: current });
    current = [];
  };
  for (const token of tokens) {
    if (isBreak(sql, token)) close();
    else current.push(token);
  }
  close();
  return pieces;
}

function isBreak(sql: string, { text, start, end }: Token): boolean {
  return text === ';' || (text === 'go' && isAlone(sql, start, end));
}

function isAlone(sql: string, start: number, end: number): boolean {
  const before = sql.slice(sql.lastIndexOf('\n', start - 1) + 1, start);
  const after = sql.slice(end, (sql.indexOf('\n', end) + sql.length + 1) % (sql.length + 1) || sql.length);
  return before.trim() === '' && after.trim() === '';
}
