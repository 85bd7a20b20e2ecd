import type { Token } from './tokens';

/** What can follow a `*` that stands for columns; after one that multiplies comes a value. */
const AFTER_STAR = new Set(
  ', ) ; from except exclude replace rename into where union intersect minus order limit group having qualify ilike like returning'.split(
    ' ',
  ),
);

/**
 * The offsets of the `*`s that stand for columns, for each SELECT of a text in the order of its words: the parser does
 * not say where they are. O(tokens).
 */
export function starsOf(tokens: readonly Token[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const open: OpenSelect[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    depth += BRACKETS[token.text] ?? 0;
    const list = listAt(open, depth);
    if (list !== null && isStar(token, tokens[at + 1])) list.push(token.start);
    if (token.text !== 'select') return;
    const stars: number[] = [];
    found.push(stars);
    open.push({ depth, stars });
  });
  return found;
}

interface OpenSelect {
  readonly depth: number;
  readonly stars: number[];
}

/** The stars of the SELECT at that depth, those further in being over; null when there is none. */
function listAt(open: OpenSelect[], depth: number): number[] | null {
  while ((open.at(-1)?.depth ?? -1) > depth) open.pop();
  const last = open.at(-1);
  return last?.depth === depth ? last.stars : null;
}

const BRACKETS: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 };

const isStar = ({ text }: Token, next: Token | undefined): boolean =>
  text === '*' && (next === undefined || AFTER_STAR.has(next.text));
