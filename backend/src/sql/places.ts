import type { TextPlace } from './analysis';
import { Lines } from './text/lines';
import { itemRanges, rangeAround, type Range } from './text/outline';
import type { Token } from './text/tokens';

/** Longest expression that is kept as text. */
const MAX_TEXT = 400;
const MENTION = /[\p{L}\p{N}_$#]+|"[^"]*"|`[^`]*`|\[[^\]]*\]|\*/uy;

/** Tells where in the text things are. */
export class Places {
  private readonly ranges: readonly Range[];
  private readonly lines: Lines;
  private readonly texts = new Map<number, TextPlace | null>();

  constructor(
    private readonly sql: string,
    tokens: readonly Token[],
  ) {
    this.ranges = itemRanges(tokens);
    this.lines = new Lines(sql);
  }

  lineOf(offset: number): number {
    return offset < 0 ? 0 : this.lines.lineOf(offset);
  }

  /** The item of a SELECT list, or the assignment, around an offset. */
  expressionAround(offset: number): TextPlace | null {
    if (offset < 0) return null;
    const known = this.texts.get(offset);
    if (known !== undefined) return known;
    const range = rangeAround(this.ranges, offset);
    const place = range === null ? this.mentionAt(offset) : this.placeOf(range.start, range.end);
    this.texts.set(offset, place);
    return place;
  }

  /** The name, or the `*`, that starts at an offset. */
  mentionAt(offset: number): TextPlace | null {
    if (offset < 0) return null;
    MENTION.lastIndex = offset;
    const [mention] = MENTION.exec(this.sql) ?? [''];
    return this.placeOf(offset, offset + mention.length);
  }

  private placeOf(start: number, end: number): TextPlace {
    const text = this.sql.slice(start, end);
    return {
      offset: start,
      line: this.lines.lineOf(start),
      text: text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text,
    };
  }
}
