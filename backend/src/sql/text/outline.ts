import type { Token } from './tokens';

/** A stretch of the text. `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What starts a list of items, and what ends one. */
const STARTS = new Set(['select', 'set', 'returning']);
const AFTER_SELECT = new Set(['distinct', 'all', 'straight_join', 'sql_calc_found_rows']);
const ENDS = new Set(
  'from where group having order limit qualify window union intersect except minus into when lateral on returning with insert select'.split(
    ' ',
  ),
);

const OPENING = new Set(['(', '[', 'case']);

interface OpenList {
  readonly depth: number;
  start: number;
  end: number;
}

/**
 * The items of every SELECT list, SET list and VALUES row of a text: where the text of each expression starts and ends.
 *
 * In order of their start; an item inside a subquery lies within the item that holds the subquery. O(tokens).
 */
export function itemRanges(tokens: readonly Token[]): readonly Range[] {
  const outline = new Outline();
  for (const token of tokens) outline.take(token);
  return outline.finish();
}

class Outline {
  private readonly found: Range[] = [];
  private readonly open: OpenList[] = [];
  private depth = 0;
  private cases = 0;
  private before = '';

  take(token: Token): void {
    const { text } = token;
    if (this.closes(text)) this.depth -= 1;
    while (hasEnded(this.open.at(-1), this.depth, text)) this.close();
    this.extend(token);
    if (OPENING.has(text)) this.depth += 1;
    if (text === 'case') this.cases += 1;
    if (this.starts(text)) this.open.push({ depth: this.depth, start: -1, end: -1 });
    this.before = text;
  }

  private starts(text: string): boolean {
    return STARTS.has(text) || (text === '(' && this.before === 'values');
  }

  finish(): readonly Range[] {
    while (this.open.length > 0) this.close();
    return this.found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** CASE … END holds its WHENs as brackets would. */
  private closes(text: string): boolean {
    if (text !== 'end') return text === ')' || text === ']';
    if (this.cases === 0) return false;
    this.cases -= 1;
    return true;
  }

  private close(): void {
    const list = this.open.pop();
    if (list !== undefined) this.keep(list);
  }

  private keep({ start, end }: OpenList): void {
    if (start >= 0) this.found.push({ start, end });
  }

  private extend({ text, start, end }: Token): void {
    const list = this.open.at(-1);
    if (list === undefined) return;
    const isHere = this.depth === list.depth;
    if (text === ',' && isHere) {
      this.keep(list);
      list.start = -1;
      return;
    }
    if (list.start < 0 && isHere && AFTER_SELECT.has(text)) return;
    if (list.start < 0) list.start = start;
    list.end = end;
  }
}

function hasEnded(list: OpenList | undefined, depth: number, text: string): boolean {
  if (list === undefined) return false;
  if (depth < list.depth || (text === ';' && depth <= list.depth)) return true;
  return depth === list.depth && ENDS.has(text) && list.start >= 0;
}

/** The innermost of the ranges around an offset; null when none is. `ranges` in order of their start. */
export function rangeAround(ranges: readonly Range[], offset: number): Range | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at -= 1) {
    const range = ranges[at];
    if (range !== undefined && range.end > offset) return range;
  }
  return null;
}
